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
            var (end, fit) = Longest(first);
            stretch = fit.IsFeasible ? stretch : double.PositiveInfinity;
            lines.Add(_fitter.LineOf(first, end, fit));
            first = end.Last + 1;
        }

        return stretch;
    }

    private (Fitter.Ending End, Fitness Fit) Longest(int first)
    {
        (Fitter.Ending End, Fitness Fit)? best = null;
        for (var last = first; last < items.Count; last++)
        {
            if (last < items.Count - 1 && items[last].After.Penalty == BreakRules.Forbidden)
            {
                continue;
            }

            var end = _fitter.EndOf(last);
            var fit = _fitter.Fit(first, end);
            if (fit.Delta < 0)
            {
                var squeezes = style.Alignment == Alignment.Justified && fit.IsFeasible && (best is null || fit.Badness < best.Value.Fit.Badness);
                return squeezes || best is null ? (end, fit) : best.Value;
            }

            best = (end, fit);
        }

        return best ?? throw new System.Diagnostics.UnreachableException();
    }
}
