using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Lines;

/// <summary>
/// First fit with one look ahead (JU9), for contents, cells and captions: the longest line that fits by nature, unless
/// squeezing the next piece in costs less.
/// </summary>
internal sealed class SimpleBreaker(ItemList items, ParagraphStyle style)
{
    private readonly Fitter _fitter = new(items, style);

    /// <summary>Puts the lines into the list, first to last.</summary>
    /// <returns>0, or infinity when a line does not fit.</returns>
    public double Break(List<LineFit> lines)
    {
        lines.Clear();
        var stretch = 0.0;
        for (var first = 0; first < items.Count;)
        {
            var fit = Longest(first);
            stretch = fit.IsFeasible ? stretch : double.PositiveInfinity;
            lines.Add(fit.Line);
            first = fit.Line.Last + 1;
        }

        return stretch;
    }

    private Fitness Longest(int first)
    {
        Fitness? best = null;
        for (var last = first; last < items.Count; last++)
        {
            if (last < items.Count - 1 && items[last].After.Penalty == BreakRules.Forbidden)
            {
                continue;
            }

            var fit = _fitter.Fit(first, last);
            if (fit.Line.Delta < 0)
            {
                var squeezes = style.Alignment == Alignment.Justified && fit.IsFeasible && (best is null || fit.Badness < best.Value.Badness);
                return squeezes || best is null ? fit : best.Value;
            }

            best = fit;
        }

        return best ?? throw new System.Diagnostics.UnreachableException();
    }
}
