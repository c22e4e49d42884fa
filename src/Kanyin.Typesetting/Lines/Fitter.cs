using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Lines;

/// <summary>How well a line between two breaks fits, and how bad that is (5.2).</summary>
internal readonly record struct Fitness(LineFit Line, double Badness, double Stretch, bool IsFeasible)
{
    /// <summary>tight, normal, loose, very loose.</summary>
    public int Class => Line.Delta < 0 ? 0 : Stretch > 0.1 ? 3 : Badness > 12 ? 2 : 1;
}

/// <summary>Measures lines by subtraction of prefix sums.</summary>
internal sealed class Fitter(ItemList items, ParagraphStyle style)
{
    /// <summary>k of 5.1, in the order S1, S3, S4, S5, S6.</summary>
    private static readonly double[] TierCost = [0, 0.5, 1, 2, 8, 40];

    private readonly Composition _composition = style.Composition;
    private readonly int _measure = style.Units(style.Measure);
    private readonly int _indent = style.Units(style.FirstIndent);

    public int Measure(int first) => first == 0 ? _measure - _indent : _measure;

    /// <summary>The line of the items first to last; of two ways to end it, the better.</summary>
    public Fitness Fit(int first, int last)
    {
        ref readonly var end = ref items[last];
        var before = last > first ? items[last - 1].Class : CharacterClass.Object;
        var fit = Evaluate(first, last, LineEdge.End(end.Class, end.Last, end.Trail, end.Width, before, _composition));
        if (_composition.LineEnd == LineEnd.Auto && end.Trail > 0 && Evaluate(first, last, end.Trail) is { IsFeasible: true } second && (!fit.IsFeasible || second.Badness < fit.Badness))
        {
            fit = second;
        }

        return fit;
    }

    private Fitness Evaluate(int first, int last, int endBlank)
    {
        var isLast = last == items.Count - 1;
        var startBlank = LineEdge.Start(items[first].Lead, _composition);
        var hyphen = isLast ? 0 : items[last].After.Hyphen;
        var line = new LineFit(first, last, startBlank, endBlank, hyphen, items.Width(first, last) + startBlank + endBlank + hyphen, Measure(first), isLast);
        return line.Delta switch
        {
            < 0 => Shrunk(line),
            > 0 when !isLast => Stretched(line),
            _ => new Fitness(line, 0, 0, true),
        };
    }

    private Fitness Shrunk(in LineFit line)
    {
        var missing = -line.Delta;
        var badness = 0.0;
        for (var tier = ShrinkTier.WordSpace; tier <= ShrinkTier.Stop && missing > 0; tier++)
        {
            var capacity = items.Shrink(tier, line.First, line.Last);
            if (capacity > 0)
            {
                var share = (double)Math.Min(missing, capacity) / capacity;
                badness += TierCost[(int)tier] * share * share;
                missing -= Math.Min(missing, capacity);
            }
        }

        return new Fitness(line, badness, 0, missing == 0);
    }

    private Fitness Stretched(in LineFit line)
    {
        var missing = line.Delta;
        var words = items.WordStretch(line.First, line.Last);
        var latin = items.LatinStretch(line.First, line.Last);
        var byWords = Math.Min(missing, words);
        var byLatin = Math.Min(missing - byWords, latin);
        var rest = missing - byWords - byLatin;
        var gaps = items.Expanding(line.First, line.Last);
        var e = rest == 0 ? 0 : gaps == 0 ? 10 : (double)rest / gaps / ItemList.Em;
        var badness = (4 * Square(byWords, words)) + (4 * Square(byLatin, latin)) + Openness(e, (double)rest / line.Measure);
        return new Fitness(line, badness, e, true);
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
