using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Lines;

/// <summary>How what a line lacks or has too much is spread over its gaps, tier by tier (5.1). Within a tier all gaps change by the same fraction (JU1).</summary>
internal readonly struct Justification
{
    private readonly PerTier<double> _shrink;

    private Justification(PerTier<double> shrink) => _shrink = shrink;

    /// <summary>The fraction of their stretch that word spaces and gaps to Latin take (E1, E2).</summary>
    public double Words { get; private init; }

    public double Latin { get; private init; }

    /// <summary>Units added at each expandable gap (E3, E4).</summary>
    public double Each { get; private init; }

    /// <summary>Of a line of the paragraph; an unjustified one keeps its natural gaps (JU6: so does the last).</summary>
    public static Justification Of(ItemList items, in LineFit line, Alignment alignment) =>
        alignment != Alignment.Justified || line.Delta == 0 || (line.Delta > 0 && line.IsLast) ? default
        : line.Delta < 0 ? Shrunk(items, line)
        : Stretched(items, line);

    /// <summary>The fraction of a tier's blanks that is taken away.</summary>
    public double Share(ShrinkTier tier) => _shrink[(int)tier];

    /// <summary>The width of a gap of the line, in units.</summary>
    public double WidthOf(in Gap gap) =>
        gap.Width - (gap.Shrink * _shrink[(int)gap.Tier]) + (gap.WordStretch * Words) + (gap.LatinStretch * Latin) + (gap.Expands ? Each : 0);

    private static Justification Shrunk(ItemList items, in LineFit line)
    {
        var shares = default(PerTier<double>);
        var missing = -line.Delta;
        for (var tier = ShrinkTier.WordSpace; tier <= ShrinkTier.Stop && missing > 0; tier++)
        {
            var capacity = items.Shrink(tier, line.First, line.Last);
            if (capacity > 0)
            {
                shares[(int)tier] = (double)Math.Min(missing, capacity) / capacity;
                missing -= Math.Min(missing, capacity);
            }
        }

        return new(shares);
    }

    private static Justification Stretched(ItemList items, in LineFit line)
    {
        var missing = line.Delta;
        var words = items.WordStretch(line.First, line.Last);
        var byWords = Math.Min(missing, words);
        var latin = items.LatinStretch(line.First, line.Last);
        var byLatin = Math.Min(missing - byWords, latin);
        var gaps = items.Expanding(line.First, line.Last);
        return new(default)
        {
            Words = words == 0 ? 0 : (double)byWords / words,
            Latin = latin == 0 ? 0 : (double)byLatin / latin,
            Each = gaps == 0 ? 0 : (double)(missing - byWords - byLatin) / gaps,
        };
    }
}
