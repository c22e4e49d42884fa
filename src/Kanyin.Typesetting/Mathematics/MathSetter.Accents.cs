using Kanyin.Books.Mathematics;
using Kanyin.Typesetting.Fonts;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>Accents, lines, braces and arrows over and under (rules 9, 10 and 12).</summary>
internal sealed partial class MathSetter
{
    private const double CoverGap = 0.06;

    private MathBox Accent(MathAccent accent, MathStyle style)
    {
        var inner = accent.IsUnder ? style : style.Cramped;
        var plain = Set(accent.Body, inner);
        var mark = MathNotation.Combining(accent);
        var body = mark is null ? plain : Marked("", accent.Body, plain);
        return accent.Mark switch
        {
            "¯" or "_" when accent.IsWide => Line(accent, body, mark!, style),
            _ when accent.IsWide && accent.Mark is not ("^" or "~" or "ˇ") => Cover(accent, body, mark ?? "", style),
            _ => Hat(accent, plain, body, mark ?? "", style),
        };
    }

    /// <summary>Rules 9 and 10.</summary>
    private MathBox Line(MathAccent accent, MathBox body, string mark, MathStyle style)
    {
        var rule = Of(accent.IsUnder ? MathConstant.UnderbarRuleThickness : MathConstant.OverbarRuleThickness, style);
        var gap = Of(accent.IsUnder ? MathConstant.UnderbarVerticalGap : MathConstant.OverbarVerticalGap, style);
        var extra = Of(accent.IsUnder ? MathConstant.UnderbarExtraDescender : MathConstant.OverbarExtraAscender, style);
        var y = accent.IsUnder ? -body.Depth - gap - rule : body.Height + gap;
        return new MathBox(
            body.Width + body.Italics,
            accent.IsUnder ? body.Height : body.Height + gap + rule + extra,
            accent.IsUnder ? body.Depth + gap + rule + extra : body.Depth,
            [new BoxPart(0, 0, body), new MarkPart(mark), new RulePart(0, y, body.Width + body.Italics, rule, style.Ink)]);
    }

    /// <summary>Rule 12: over the middle of the letter as the face has it.</summary>
    private MathBox Hat(MathAccent accent, MathBox plain, MathBox body, string mark, MathStyle style)
    {
        var shown = accent.Mark switch { "⃛" or "⃜" => accent.Mark, "→" => "\u20D7", _ => mark };
        if (!glyphs.Has(shown))
        {
            return body;
        }

        var sign = accent.IsWide
            ? glyphs.Covering(shown, mark, body.Width, style.Size(Table), style.Ink)
            : glyphs.Sign(shown, mark, style.Size(Table), style.Ink);
        var ink = InkOf(sign, style);
        var anchor = sign.TopAccent ?? ink.Middle;
        var middle = accent.IsWide ? ((body.Width + plain.Italics) / 2) : plain.TopAccent ?? ((body.Width + plain.Italics) / 2);
        var x = middle - (accent.IsWide ? ink.Middle : anchor);
        if (accent.IsUnder)
        {
            // The same sign below, as far under the foot as it stands over a small letter.
            var drop = body.Depth + (0.1 * Em(style)) + sign.Height;
            return new MathBox(body.Width, body.Height, drop - ink.Bottom, [new BoxPart(0, 0, body), new BoxPart(x, -drop, sign)]);
        }

        var rise = body.Height - Math.Min(body.Height, Of(MathConstant.AccentBaseHeight, style));
        return new MathBox(body.Width, Math.Max(body.Height, rise + sign.Height), body.Depth, [new BoxPart(0, 0, body), new BoxPart(x, rise, sign)]) { Italics = plain.Italics };
    }

    private (double Middle, double Bottom) InkOf(MathBox sign, MathStyle style)
    {
        var metrics = Table.Glyph(sign.Glyph!.Value);
        var em = glyphs.PointsOf(style.Size(Table));
        return ((metrics.Left + metrics.Right) / 2 * em, -metrics.Depth * em);
    }

    /// <summary>Braces and arrows as wide as what they cover.</summary>
    private MathBox Cover(MathAccent accent, MathBox body, string mark, MathStyle style)
    {
        var sign = Stretched(accent.Mark, mark, body.Width, style);
        var gap = CoverGap * Em(style);
        var width = Math.Max(body.Width, sign.Width);
        var y = accent.IsUnder ? -body.Depth - gap - sign.Height : body.Height + gap + sign.Depth;
        return Stacked(
            width,
            accent.IsUnder ? body.Height : y + sign.Height,
            accent.IsUnder ? sign.Depth - y : body.Depth,
            new BoxPart((width - body.Width) / 2, 0, body),
            new BoxPart((width - sign.Width) / 2, y, sign));
    }

    private MathBox Phantom(MathPhantom phantom, MathStyle style)
    {
        var body = Set(phantom.Body, style);
        var x = phantom.HasWidth ? 0 : phantom.Overlap switch { 'l' => -body.Width, 'c' => -body.Width / 2, _ => 0 };
        return new MathBox(phantom.HasWidth ? body.Width : 0, phantom.HasHeight ? body.Height : 0, phantom.HasDepth ? body.Depth : 0, phantom.IsVisible ? [new BoxPart(x, 0, body)] : []);
    }

    private MathBox Raised(MathRaised raised, MathStyle style)
    {
        var body = Set(raised.Body, style);
        return raised.Rise is { } rise ? body.Raised(rise * Em(style)) : Centred(body, style);
    }

    private MathBox Rule(MathRule rule, MathStyle style)
    {
        var em = Em(style);
        return new MathBox(rule.Width * em, (rule.Height + rule.Rise) * em, -rule.Rise * em, [new RulePart(0, rule.Rise * em, rule.Width * em, rule.Height * em, style.Ink)]);
    }
}
