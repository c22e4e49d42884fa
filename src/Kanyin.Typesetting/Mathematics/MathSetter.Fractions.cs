using Kanyin.Books.Mathematics;
using Kanyin.Typesetting.Fonts;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>Fractions, roots and fences (rules 11, 15 and 19).</summary>
internal sealed partial class MathSetter
{
    // TeX's delim1 and delim2 of Computer Modern, for the brackets of binomials.
    private const double BinomialInDisplays = 2.39;
    private const double Binomial = 1.01;

    // TeX's \delimiterfactor and \delimitershortfall (5 pt to a text of 10).
    private const double DelimiterFactor = 0.901;
    private const double DelimiterShortfall = 0.5;

    private MathBox Fraction(MathFraction fraction, MathStyle style)
    {
        style = fraction.Level is { } level ? style.At(level) : style;
        var top = Part(fraction.Numerator, fraction.IsContinued ? style : style.Numerator, fraction.IsContinued);
        var bottom = Part(fraction.Denominator, fraction.IsContinued ? style.Cramped : style.Denominator, hasStrut: false);
        var (open, close) = (fraction.Left, fraction.Right);
        var body = fraction.Rule == 0 ? Atop(fraction, top, bottom, style) : Over(fraction, top, bottom, style);
        var target = (style.IsDisplay ? BinomialInDisplays : Binomial) * Em(style);

        // amsmath's \cfrac takes the white behind it away.
        return MathBox.Beside(Delimiter(open, target, style), body, fraction.IsContinued ? MathBox.Empty : Delimiter(close, target, style));
    }

    private MathBox Part(MathNode node, MathStyle style, bool hasStrut)
    {
        var box = Marked("", node, Set(node, style));
        return hasStrut ? box with { Height = Math.Max(box.Height, 0.84 * Em(style)), Depth = Math.Max(box.Depth, 0.36 * Em(style)) } : box;
    }

    /// <summary>Rules 15b and 15d.</summary>
    private MathBox Over(MathFraction fraction, MathBox top, MathBox bottom, MathStyle style)
    {
        var isDisplay = style.IsDisplay;
        var rule = fraction.Rule is { } asked ? asked * Em(style) : Of(MathConstant.FractionRuleThickness, style);
        var axis = Axis(style);
        var up = Of(isDisplay ? MathConstant.FractionNumeratorDisplayStyleShiftUp : MathConstant.FractionNumeratorShiftUp, style);
        var down = Of(isDisplay ? MathConstant.FractionDenominatorDisplayStyleShiftDown : MathConstant.FractionDenominatorShiftDown, style);
        var gapAbove = Of(isDisplay ? MathConstant.FractionNumeratorDisplayStyleGapMin : MathConstant.FractionNumeratorGapMin, style);
        var gapBelow = Of(isDisplay ? MathConstant.FractionDenominatorDisplayStyleGapMin : MathConstant.FractionDenominatorGapMin, style);
        up = Math.Max(up, axis + (rule / 2) + gapAbove + top.Depth);
        down = Math.Max(down, gapBelow + bottom.Height + (rule / 2) - axis);
        var width = Math.Max(top.Width, bottom.Width);
        var topX = fraction.Alignment switch { 'l' => 0, 'r' => width - top.Width, _ => (width - top.Width) / 2 };
        return new MathBox(width, up + top.Height, down + bottom.Depth,
        [
            new BoxPart(topX, up, top),
            new RulePart(0, axis - (rule / 2), width, rule, style.Ink),
            new MarkPart(MathNotation.SignOf(fraction)),
            new BoxPart((width - bottom.Width) / 2, -down, bottom),
        ]);
    }

    /// <summary>Rules 15b and 15c: no rule between.</summary>
    private MathBox Atop(MathFraction fraction, MathBox top, MathBox bottom, MathStyle style)
    {
        var isDisplay = style.IsDisplay;
        var up = Of(isDisplay ? MathConstant.StackTopDisplayStyleShiftUp : MathConstant.StackTopShiftUp, style);
        var down = Of(isDisplay ? MathConstant.StackBottomDisplayStyleShiftDown : MathConstant.StackBottomShiftDown, style);
        var missing = Of(isDisplay ? MathConstant.StackDisplayStyleGapMin : MathConstant.StackGapMin, style) - (up - top.Depth - (bottom.Height - down));
        if (missing > 0)
        {
            (up, down) = (up + (missing / 2), down + (missing / 2));
        }

        var width = Math.Max(top.Width, bottom.Width);
        return new MathBox(width, up + top.Height, down + bottom.Depth,
        [
            new BoxPart((width - top.Width) / 2, up, top),
            new MarkPart(MathNotation.SignOf(fraction)),
            new BoxPart((width - bottom.Width) / 2, -down, bottom),
        ]);
    }

    /// <summary>Rule 11.</summary>
    private MathBox Radical(MathRadical root, MathStyle style)
    {
        var body = Marked("", root.Body, Set(root.Body, style.Cramped));
        var rule = Of(MathConstant.RadicalRuleThickness, style);
        var gap = Of(style.IsDisplay ? MathConstant.RadicalDisplayStyleVerticalGap : MathConstant.RadicalVerticalGap, style);
        var sign = glyphs.Tall("√", MathNotation.Sign(root), body.Total + gap + rule, style.Size(Table), style.Ink);

        // What the sign is too tall is shared by the white above and below.
        gap = Math.Max(gap, (gap + sign.Total - rule - body.Total) / 2);
        var top = body.Height + gap + rule;
        var rise = top - sign.Height;
        var height = top + Of(MathConstant.RadicalExtraAscender, style);
        var rooted = new MathBox(sign.Width + body.Width, height, Math.Max(body.Depth, sign.Depth - rise),
        [
            new BoxPart(0, rise, sign),
            new RulePart(sign.Width, top - rule, body.Width, rule, style.Ink),
            new BoxPart(sign.Width, 0, body),
        ]);
        return root.Index is { } index ? WithIndex(root, Set(index, style.At(MathLevel.ScriptScript)), rooted, style) : rooted;
    }

    private MathBox WithIndex(MathRadical root, MathBox index, MathBox rooted, MathStyle style)
    {
        var before = Math.Max(0, Of(MathConstant.RadicalKernBeforeDegree, style));
        var after = Math.Max(-index.Width - before, Of(MathConstant.RadicalKernAfterDegree, style));
        var rise = (Table[MathConstant.RadicalDegreeBottomRaisePercent] * rooted.Total) - rooted.Depth + index.Depth;
        var left = Math.Max(0, before + index.Width + after);
        var shown = MathNotation.HasOwnSign(root) ? Silent(index) : Marked("", root.Index!, index);
        return Stacked(left + rooted.Width, Math.Max(rooted.Height, rise + index.Height), rooted.Depth, new BoxPart(before, rise, shown), new BoxPart(left, 0, rooted));
    }

    /// <summary>The same drawn for nothing in the copied text.</summary>
    private static MathBox Silent(MathBox box) => box with { Parts = [.. box.Parts.Select(Silent)] };

    private static MathPart Silent(MathPart part) => part switch
    {
        BoxPart inner => inner with { Box = Silent(inner.Box) },
        SignPart sign => sign with { Text = "", Glyphs = [.. sign.Glyphs.Select(g => g with { Length = 0 })] },
        MarkPart => new MarkPart(""),
        _ => part,
    };

    /// <summary>Rule 19: delimiters as tall as what they hold, to both sides of the axis alike.</summary>
    private MathBox Fence(MathFence fence, MathStyle style)
    {
        var body = Set(fence.Body, style);
        var size = FenceSize(body, style);
        if (HasMiddle(fence.Body))
        {
            body = Set(fence.Body, style with { FenceSize = size });
        }

        return MathBox.Beside(Delimiter(fence.Left, size, style), body, Delimiter(fence.Right, size, style));
    }

    private double FenceSize(MathBox body, MathStyle style)
    {
        var axis = Axis(style);
        var half = Math.Max(body.Height - axis, body.Depth + axis);
        return Math.Max(2 * half * DelimiterFactor, (2 * half) - (DelimiterShortfall * Em(style.At(MathLevel.Text))));
    }

    private static bool HasMiddle(MathNode node) => node is MathMiddle || (node is MathRow row && row.Items.Any(HasMiddle)) || (node is MathStyled s && HasMiddle(s.Body)) || (node is MathColoured c && HasMiddle(c.Body));
}
