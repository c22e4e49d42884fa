using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Lines;

/// <summary>How well a line between two breaks fits, and how bad that is (5.2).</summary>
/// <param name="Delta">What is missing (positive) or too much, in units.</param>
/// <param name="EndBlank">The blank after the last mark; negative when it hangs.</param>
/// <param name="Stretch">Em added at each gap (E3, E4).</param>
internal readonly record struct Fitness(int Delta, int EndBlank, double Badness, double Stretch, bool IsFeasible)
{
    /// <summary>tight, normal, loose, very loose.</summary>
    public int Class => Delta < 0 ? 0 : Stretch > 0.1 ? 3 : Badness > 12 ? 2 : 1;
}

/// <summary>Measures lines by subtraction of prefix sums.</summary>
internal sealed class Fitter(ItemList items, ParagraphStyle style)
{
    /// <summary>k of 5.1, in the order S1, S3, S4, S5, S6.</summary>
    private static readonly double[] TierCost = [0, 0.5, 1, 2, 8, 40];

    private readonly Composition _composition = style.Composition;
    private readonly int _measure = style.Units(style.Measure);
    private readonly int _indent = style.Units(style.FirstIndent);

    /// <summary>What the lines that end with one item have in common.</summary>
    /// <param name="Blank">The blank after it, and what it may be instead (PE3).</param>
    /// <param name="Width">From the item's body to the end of the line.</param>
    internal readonly record struct Ending(int Last, bool IsLast, int Blank, int Alternative, int Width);

    public int Measure(int first) => first == 0 ? _measure - _indent : _measure;

    public Ending EndOf(int last)
    {
        ref readonly var end = ref items[last];
        var isLast = last == items.Count - 1;
        var before = last > 0 ? items[last - 1].Class : CharacterClass.Object;
        var blank = LineEdge.End(end.Class, end.Last, end.Trail, end.Width, before, _composition);
        return new(last, isLast, blank, _composition.LineEnd == LineEnd.Auto ? end.Trail : blank, isLast ? 0 : end.After.Hyphen);
    }

    /// <summary>The line of the items first to last; of two ways to end it, the better.</summary>
    public Fitness Fit(int first, in Ending end)
    {
        var delta = Measure(first) - items.Width(first, end.Last) - LineEdge.Start(items[first].Lead, _composition) - end.Width;
        var fit = Evaluate(first, end, delta - end.Blank, end.Blank);
        if (end.Alternative != end.Blank && Evaluate(first, end, delta - end.Alternative, end.Alternative) is { IsFeasible: true } second && (!fit.IsFeasible || second.Badness < fit.Badness))
        {
            return second;
        }

        return fit;
    }

    public LineFit LineOf(int first, in Ending end, in Fitness fit) =>
        new(first, end.Last, LineEdge.Start(items[first].Lead, _composition), fit.EndBlank, end.Width, Measure(first) - fit.Delta, Measure(first), end.IsLast);

    private Fitness Evaluate(int first, in Ending end, int delta, int endBlank) =>
        delta < 0 ? Shrunk(first, end.Last, delta, endBlank)
        : delta > 0 && !end.IsLast ? Stretched(first, end.Last, delta, endBlank)
        : new(delta, endBlank, 0, 0, true);

    private Fitness Shrunk(int first, int last, int delta, int endBlank)
    {
        var missing = -delta;
        var badness = 0.0;
        for (var tier = ShrinkTier.WordSpace; tier <= ShrinkTier.Stop && missing > 0; tier++)
        {
            var capacity = items.Shrink(tier, first, last);
            if (capacity > 0)
            {
                var share = (double)Math.Min(missing, capacity) / capacity;
                badness += TierCost[(int)tier] * share * share;
                missing -= Math.Min(missing, capacity);
            }
        }

        return new(delta, endBlank, badness, 0, missing == 0);
    }

    private Fitness Stretched(int first, int last, int delta, int endBlank)
    {
        var words = items.WordStretch(first, last);
        var latin = items.LatinStretch(first, last);
        var byWords = Math.Min(delta, words);
        var byLatin = Math.Min(delta - byWords, latin);
        var rest = delta - byWords - byLatin;
        var gaps = items.Expanding(first, last);
        var e = rest == 0 ? 0 : gaps == 0 ? 10 : (double)rest / gaps / ItemList.Em;
        var badness = (4 * Square(byWords, words)) + (4 * Square(byLatin, latin)) + Openness(e, (double)rest / Measure(first));
        return new(delta, endBlank, badness, e, true);
    }

    /// <summary>
    /// 5.2 for lines with gaps to share the white. A line of an address has next to none, and is as bad as it would be
    /// short: otherwise all its ways to end would cost the same, and its neighbours would pay for it. Beyond the bound a
    /// looser line is still worse.
    /// </summary>
    private static double Openness(double e, double shortfall) =>
        Math.Min(
            Math.Min(10000, 100 * (e / 0.1) * (e / 0.1) * (e / 0.1)) + (1000 * Math.Max(0, e - 0.5)),
            100 + (400000 * shortfall * shortfall));

    private static double Square(int part, int whole) => whole == 0 ? 0 : (double)part / whole * part / whole;
}
