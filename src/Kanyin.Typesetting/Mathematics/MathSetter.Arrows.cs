using Kanyin.Books.Mathematics;
using Kanyin.Typesetting.Fonts;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>Signs as wide as what stands at them.</summary>
internal sealed partial class MathSetter
{
    private const double ArrowPadding = 0.3;

    /// <summary>An equilibrium that lies on one side has a short arrow to the other.</summary>
    private const double ShortHalf = 0.6;

    /// <summary>Between the lines of two harpoons, and between the boxes of two arrows, whose heads overlap.</summary>
    private const double HarpoonsApart = 0.14;

    private const double ArrowsApart = -0.08;

    /// <summary>How far words at an upright arrow stand out into the gap beside it before the column grows.</summary>
    private const double Overhang = 1;

    private const double BigDelimiter = 1.68;

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
            "⇄" => Pair("→", 1, "←", 1),
            "⇆" => Pair("←", 1, "→", 1),
            "⇌" => Pair("⇀", 1, "↽", 1),
            "⇋" => Pair("↼", 1, "⇁", 1),
            "⥂" => Pair("⇀", 1, "↽", ShortHalf),
            "⥃" => Pair("⇀", ShortHalf, "↽", 1),
            "↠" => Wide("→", text, width) is var box ? Over(box, 0, Wide("→", "", box.Width - SecondHead(style))) : null,
            "↞" => Wide("←", text, width) is var box && Wide("←", "", box.Width - SecondHead(style)) is var second ? Over(box, box.Width - second.Width, second) : null,
            "↦" => Barred(Wide("→", text, width), single, style),
            "=" => Drawn(text, single, width, style),
            _ => null,
        };

        MathBox Wide(string part, string words, double least) => glyphs.Wide(part, words, least, style.Size(Table), style.Ink);

        MathBox Pair(string above, double upperPart, string below, double lowerPart)
        {
            var (upper, lower) = (Wide(above, text, upperPart * width), Wide(below, "", lowerPart * width));
            var whole = Math.Max(upper.Width, lower.Width);
            var (middle, half) = ((single.Height - single.Depth) / 2, (above is "→" or "←" ? ArrowsApart : HarpoonsApart) / 2 * Em(style));
            var (up, down) = (middle + half + upper.Depth, middle - half - lower.Height);
            return Stacked(whole, up + upper.Height, lower.Depth - down, new BoxPart((whole - upper.Width) / 2, up, upper), new BoxPart((whole - lower.Width) / 2, down, lower));
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
        var width = Math.Max(arrow.Least * Em(style), Math.Max(over?.Width ?? 0, under?.Width ?? 0) + (2 * ArrowPadding * Em(style)));
        var sign = Stretched(arrow.Mark, arrow.Mark, width, style);
        return over is null && under is null ? sign : Limits(sign, under, over, style);
    }

    /// <summary>As tall as LaTeX's \Big, words small at its middle; as much room at both sides, so that it stands under its object.</summary>
    private MathBox Upright(MathUpright arrow, MathStyle style)
    {
        var small = style.At(MathLevel.Script);
        var gap = MathBox.Kern(5 / 18.0 * Em(small));
        var sign = Delimiter(arrow.Mark, BigDelimiter * glyphs.PointsOf(style.Em), style);
        var left = arrow.Left is { } l ? MathBox.Beside(Centred(Marked("", l, Set(l, small)), style), gap) : MathBox.Empty;
        var right = arrow.Right is { } r ? MathBox.Beside(gap, Centred(Marked("", r, Set(r, small)), style)) : MathBox.Empty;
        var side = Math.Max(0, Math.Max(left.Width, right.Width) - (Overhang * Em(style)));
        return Stacked(
            sign.Width + (2 * side),
            Math.Max(sign.Height, Math.Max(left.Height, right.Height)),
            Math.Max(sign.Depth, Math.Max(left.Depth, right.Depth)),
            new BoxPart(side - left.Width, 0, left), new BoxPart(side, 0, sign), new BoxPart(side + sign.Width, 0, right));
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
