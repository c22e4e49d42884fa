using Kanyin.Books.Mathematics;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>What is drawn around, behind or through a piece.</summary>
internal sealed partial class MathSetter
{
    /// <summary>LaTeX's \fboxsep, 3 points to a text of 10.</summary>
    private const double BoxPadding = 0.3;

    private static MathBox Grounded(int ground, MathBox body, double padding)
    {
        var box = body.Padded(padding);
        return box with { Parts = [new RulePart(0, -box.Depth, box.Width, box.Total, Colour.Rgb(ground), IsGround: true), .. box.Parts] };
    }

    private MathBox Frame(MathFrame frame, MathStyle style)
    {
        var body = Set(frame.Body, style);
        var line = 0.04 * Em(style);
        var ink = frame.Ink is { } own ? Colour.Rgb(own) : style.Ink;
        return frame.Kind switch
        {
            FrameKind.Box => Boxed(frame.Ground is { } ground ? Grounded(ground, body, BoxPadding * Em(style)) : body.Padded(BoxPadding * Em(style)), line, ink),
            FrameKind.Strike => body with { Parts = [new BoxPart(0, 0, body), new RulePart(0, Axis(style) - (line / 2), body.Width, line, style.Ink)] },
            FrameKind.Angle => new MathBox(body.Width + (2 * line), body.Height + (3 * line), body.Depth,
            [
                new BoxPart(0, 0, body), new RulePart(0, body.Height + (2 * line), body.Width + (2 * line), line, style.Ink), new RulePart(body.Width + line, -body.Depth, line, body.Total + (3 * line), style.Ink),
            ]),
            FrameKind.Phase => Phase(body, line, style.Ink),
            FrameKind.Circle => Circled(frame.Body, body, style),
            _ => Struck(frame.Kind, body, line, style.Ink),
        };
    }

    private static MathBox Boxed(MathBox body, double line, Colour ink) => body with
    {
        Parts =
        [
            new BoxPart(0, 0, body),
            new RulePart(0, -body.Depth, body.Width, line, ink), new RulePart(0, body.Height - line, body.Width, line, ink),
            new RulePart(0, -body.Depth, line, body.Total, ink), new RulePart(body.Width - line, -body.Depth, line, body.Total, ink),
        ],
    };

    private static MathBox Phase(MathBox body, double line, Colour ink)
    {
        var (slant, foot) = (body.Total / 2, -body.Depth - (2 * line));
        return new MathBox(slant + body.Width, body.Height, -foot,
        [
            new StrokePart(0, foot + (line / 2), slant, body.Height, line, ink), new RulePart(0, foot, slant + body.Width, line, ink), new BoxPart(slant, 0, body),
        ]);
    }

    /// <summary>The face's large circle, grown until it holds the letter.</summary>
    private MathBox Circled(MathNode node, MathBox body, MathStyle style)
    {
        var usual = glyphs.Sign("◯", MathNotation.Circle.ToString(), style.Size(Table), style.Ink);
        var room = Math.Max(body.Width, body.Total) + (0.3 * Em(style));
        var factor = Math.Max(1, room / usual.Width);
        var circle = factor > 1 ? glyphs.Sign("◯", MathNotation.Circle.ToString(), factor * style.Size(Table), style.Ink) : usual;
        var middle = (body.Height - body.Depth) / 2;
        var rise = middle - ((circle.Height - circle.Depth) / 2);
        return Stacked(circle.Width, circle.Height + rise, circle.Depth - rise, new BoxPart((circle.Width - body.Width) / 2, 0, Marked("", node, body)), new BoxPart(0, rise, circle));
    }

    private static MathBox Struck(FrameKind kind, MathBox body, double line, Colour ink)
    {
        var up = new StrokePart(0, -body.Depth, body.Width, body.Height, line, ink);
        var down = new StrokePart(0, body.Height, body.Width, -body.Depth, line, ink);
        return body with { Parts = [new BoxPart(0, 0, body), .. kind switch { FrameKind.Cancel => [up], FrameKind.BackCancel => [down], _ => (StrokePart[])[up, down] }] };
    }
}
