using Kanyin.Books.Mathematics;
using Kanyin.Typesetting.Fonts;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>Signs as wide as what stands at them.</summary>
internal sealed partial class MathSetter
{
    private const double ArrowPadding = 0.3;
    private const double LeastArrow = 1.1;

    /// <summary>A single sign may stay so much narrower than asked.</summary>
    private const double LeastPart = 0.9;

    /// <summary>A sign at least so wide, its ink beginning at 0.</summary>
    private MathBox Stretched(string sign, string text, double width, MathStyle style)
    {
        if (!glyphs.Has(sign))
        {
            return Words(new MathWords(sign), style);
        }

        var box = glyphs.Wide(sign, text, width, style.Size(Table), style.Ink);
        return box.Width >= LeastPart * width ? box : Composed(sign, text, width, box, style) ?? box;
    }

    /// <summary>A sign that the face has in one width only, of others that it has in all.</summary>
    private MathBox? Composed(string sign, string text, double width, MathBox single, MathStyle style)
    {
        return sign switch
        {
            "⇄" => Pair("→", "←"),
            "⇆" => Pair("←", "→"),
            "⇌" => Pair("⇀", "↽"),
            "⇋" => Pair("↼", "⇁"),
            "↠" => Wide("→", text, width) is var box ? Over(box, 0, Wide("→", "", box.Width - SecondHead(style))) : null,
            "↞" => Wide("←", text, width) is var box && Wide("←", "", box.Width - SecondHead(style)) is var second ? Over(box, box.Width - second.Width, second) : null,
            "↦" => Barred(Wide("→", text, width), single, style),
            "=" => Drawn(text, single, width, style),
            _ => null,
        };

        MathBox Wide(string part, string words, double least) => glyphs.Wide(part, words, least, style.Size(Table), style.Ink);

        MathBox Pair(string above, string below)
        {
            var (upper, lower) = (Wide(above, text, width), Wide(below, "", width));
            return Stacked(Math.Max(upper.Width, lower.Width), single.Height, single.Depth, new BoxPart(0, single.Height - upper.Height, upper), new BoxPart(0, lower.Depth - single.Depth, lower));
        }

        MathBox Over(MathBox first, double x, MathBox second) => Stacked(first.Width, first.Height, first.Depth, new BoxPart(0, 0, first), new BoxPart(x, 0, second));
    }

    private double SecondHead(MathStyle style) => 0.2 * Em(style);

    private MathBox Barred(MathBox arrow, MathBox single, MathStyle style)
    {
        var rule = Of(MathConstant.FractionRuleThickness, style);
        return new MathBox(arrow.Width, single.Height, single.Depth, [new BoxPart(0, 0, arrow), new RulePart(0, -single.Depth, rule, single.Total, style.Ink)]);
    }

    /// <summary>\xrightarrow: the sign as wide as its words and some air.</summary>
    private MathBox Arrow(MathArrow arrow, MathStyle style)
    {
        var over = arrow.Over is { } o ? Marked(MathNotation.Superscript.ToString(), o, Set(o, style.Superscript)) : null;
        var under = arrow.Under is { } u ? Marked(MathNotation.Subscript.ToString(), u, Set(u, style.Subscript)) : null;
        var width = Math.Max(LeastArrow * Em(style), Math.Max(over?.Width ?? 0, under?.Width ?? 0) + (2 * ArrowPadding * Em(style)));
        var sign = Stretched(arrow.Mark, arrow.Mark, width, style);
        return Limits(sign, under, over, style) is var box && over is { Width: 0 } && under is null ? sign : box;
    }

    /// <summary>An equals sign has no larger sizes: its two lines are drawn.</summary>
    private MathBox Drawn(string text, MathBox sign, double width, MathStyle style)
    {
        var rule = Of(MathConstant.FractionRuleThickness, style);
        return new MathBox(width, sign.Height, sign.Depth,
        [
            new RulePart(0, sign.Height - rule, width, rule, style.Ink),
            new RulePart(0, -sign.Depth, width, rule, style.Ink),
            new MarkPart(text),
        ]);
    }
}
