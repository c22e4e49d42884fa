using Kanyin.Books.Mathematics;
using Kanyin.Typesetting.Fonts;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>Sub- and superscripts, and limits above and below (rules 13a and 18).</summary>
internal sealed partial class MathSetter
{
    /// <summary>TeX's ξ13 of Computer Modern: white above and below limits.</summary>
    private const double LimitsPadding = 0.1;

    private MathBox Scripts(MathScripts scripts, MathStyle style)
    {
        var nucleus = Set(scripts.Base, style);
        var sub = scripts.Sub is { } s ? Marked(MathNotation.Subscript.ToString(), s, Set(s, style.Subscript)) : null;
        var sup = scripts.Sup is { } p ? Superscript(p, style) : null;
        var hasLimits = scripts.HasLimits == LimitsPlace.Always || (scripts.HasLimits == LimitsPlace.InDisplays && style.IsDisplay);
        return hasLimits ? Limits(nucleus, sub, sup, style) : Beside(scripts, nucleus, sub, sup, style);
    }

    private MathBox Superscript(MathNode node, MathStyle style)
    {
        var box = Set(node, style.Superscript with { IsCramped = style.IsCramped });
        return node is MathAtom { Text: "′" or "″" or "‴" or "⁗" } ? box : Marked(MathNotation.Superscript.ToString(), node, box);
    }

    private MathBox Beside(MathScripts scripts, MathBox nucleus, MathBox? sub, MathBox? sup, MathStyle style)
    {
        var (up, down) = Shifts(scripts.Base, nucleus, sub, sup, style);
        var after = Of(MathConstant.SpaceAfterScript, style);

        // A superscript stands clear of a leaning nucleus, a subscript moves in under it; an integral's width already holds its lean.
        var isLarge = scripts.Base is MathAtom { IsLarge: true } or MathClassed { Body: MathAtom { IsLarge: true } };
        var supX = nucleus.Width + nucleus.Italics + (sup is null ? 0 : Kern(nucleus, sup, up, isTop: true, style));
        var subX = nucleus.Width + (sub is null ? 0 : Kern(nucleus, sub, down, isTop: false, style));
        if (isLarge)
        {
            (supX, subX) = (nucleus.Width, nucleus.Width - nucleus.Italics);
        }

        var width = Math.Max(sup is null ? 0 : supX + sup.Width, sub is null ? 0 : subX + sub.Width) + after;
        var height = Math.Max(nucleus.Height, Math.Max(sup is null ? double.NegativeInfinity : up + sup.Height, sub is null ? double.NegativeInfinity : sub.Height - down));
        var depth = Math.Max(nucleus.Depth, Math.Max(sub is null ? double.NegativeInfinity : down + sub.Depth, sup is null ? double.NegativeInfinity : sup.Depth - up));
        return Stacked(
            width,
            height,
            depth,
            new BoxPart(0, 0, nucleus),
            new BoxPart(subX, -down, sub ?? MathBox.Empty),
            new BoxPart(supX, up, sup ?? MathBox.Empty));
    }

    /// <summary>Rule 18: how far the scripts are raised and lowered.</summary>
    private (double Up, double Down) Shifts(MathNode body, MathBox nucleus, MathBox? sub, MathBox? sup, MathStyle style)
    {
        var isSign = IsSign(body);
        var drop = style.Superscript;
        var up = isSign ? 0 : nucleus.Height - Of(MathConstant.SuperscriptBaselineDropMax, drop);
        var down = isSign ? 0 : nucleus.Depth + Of(MathConstant.SubscriptBaselineDropMin, drop);
        if (sup is not null)
        {
            up = Math.Max(up, Of(style.IsCramped ? MathConstant.SuperscriptShiftUpCramped : MathConstant.SuperscriptShiftUp, style));
            up = Math.Max(up, sup.Depth + Of(MathConstant.SuperscriptBottomMin, style));
        }

        if (sub is null)
        {
            return (up, down);
        }

        down = Math.Max(down, Of(MathConstant.SubscriptShiftDown, style));
        if (sup is null)
        {
            return (up, Math.Max(down, sub.Height - Of(MathConstant.SubscriptTopMax, style)));
        }

        // 18e: a gap between the two, and a superscript not too low.
        var gap = up - sup.Depth - (sub.Height - down);
        var missing = Of(MathConstant.SubSuperscriptGapMin, style) - gap;
        if (missing > 0)
        {
            down += missing;
            var rise = Math.Min(missing, Math.Max(0, Of(MathConstant.SuperscriptBottomMaxWithSubscript, style) - (up - sup.Depth)));
            (up, down) = (up + rise, down - rise);
        }

        return (up, down);
    }

    /// <summary>One character, accented or not: its scripts stand as beside the bare letter (rules 12 and 18a).</summary>
    private static bool IsSign(MathNode node) => node switch
    {
        MathAtom { IsLarge: false, Text.Length: 1 } => true,
        MathClassed classed => IsSign(classed.Body),
        MathAccent { IsWide: false } accent => IsSign(accent.Body),
        MathColoured coloured => IsSign(coloured.Body),
        MathWords words => words.Text.Length == 1,
        _ => false,
    };

    /// <summary>How much nearer a script may come by the shapes of both corners (OpenType 1.9, MathKernInfo).</summary>
    private double Kern(MathBox nucleus, MathBox script, double shift, bool isTop, MathStyle style)
    {
        if (nucleus.Glyph is not { } glyph)
        {
            return 0;
        }

        var em = glyphs.PointsOf(style.Size(Table));
        var corner = isTop ? MathCorner.TopRight : MathCorner.BottomRight;
        var near = isTop ? shift - script.Depth : script.Height - shift;
        var far = isTop ? nucleus.Height : -nucleus.Depth;
        return Math.Max(Table.Kern(glyph, corner, near / em), Table.Kern(glyph, corner, far / em)) * em;
    }

    /// <summary>Rule 13a.</summary>
    private MathBox Limits(MathBox nucleus, MathBox? below, MathBox? above, MathStyle style)
    {
        var width = Math.Max(nucleus.Width, Math.Max(below?.Width ?? 0, above?.Width ?? 0));
        var lean = nucleus.Italics / 2;
        var padding = LimitsPadding * Em(style);
        var middle = width / 2;
        var (height, depth) = (nucleus.Height, nucleus.Depth);
        var (up, down) = (0.0, 0.0);
        if (above is not null)
        {
            up = nucleus.Height + Math.Max(Of(MathConstant.UpperLimitBaselineRiseMin, style), Of(MathConstant.UpperLimitGapMin, style) + above.Depth);
            height = up + above.Height + padding;
        }

        if (below is not null)
        {
            down = nucleus.Depth + Math.Max(Of(MathConstant.LowerLimitBaselineDropMin, style), Of(MathConstant.LowerLimitGapMin, style) + below.Height);
            depth = down + below.Depth + padding;
        }

        return Stacked(
            width,
            height,
            depth,
            new BoxPart(middle - (nucleus.Width / 2), 0, nucleus),
            new BoxPart(middle - ((below?.Width ?? 0) / 2) - lean, -down, below ?? MathBox.Empty),
            new BoxPart(middle - ((above?.Width ?? 0) / 2) + lean, up, above ?? MathBox.Empty));
    }

    /// <summary>\overset and its like: set as limits, but spaced as what they mark.</summary>
    private MathBox Stack(MathStack stack, MathStyle style) => Limits(
        Set(stack.Body, style),
        stack.Under is { } under ? Marked(MathNotation.Subscript.ToString(), under, Set(under, style.Subscript)) : null,
        stack.Over is { } over ? Marked(MathNotation.Superscript.ToString(), over, Set(over, style.Superscript)) : null,
        style);
}
