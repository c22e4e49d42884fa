using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Lines;

/// <summary>Spreads what a line lacks or has too much over its gaps, tier by tier (5.1). Within a tier all gaps change by the same fraction (JU1).</summary>
internal static class Justifier
{
    /// <summary>The width of each gap of the line, in units; the index counts from the line's first item.</summary>
    /// <param name="gap">Em added at each expandable gap.</param>
    public static double[] Gaps(ItemList items, LineFit line, out double gap)
    {
        var widths = Natural(items, line);
        gap = 0;
        if (line.Delta < 0)
        {
            Shrink(items, line, widths);
        }
        else if (line.Delta > 0 && !line.IsLast)
        {
            gap = Stretch(items, line, widths);
        }

        return widths;
    }

    /// <summary>The gaps of a line that is not justified.</summary>
    public static double[] Natural(ItemList items, LineFit line)
    {
        var widths = new double[line.Last - line.First];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = items.Items[line.First + i].After.Width;
        }

        return widths;
    }

    private static void Shrink(ItemList items, LineFit line, double[] widths)
    {
        var missing = -line.Delta;
        for (var tier = ShrinkTier.WordSpace; tier <= ShrinkTier.Stop && missing > 0; tier++)
        {
            var capacity = items.Shrink(tier, line.First, line.Last);
            if (capacity == 0)
            {
                continue;
            }

            var share = (double)Math.Min(missing, capacity) / capacity;
            missing -= Math.Min(missing, capacity);
            for (var i = 0; i < widths.Length; i++)
            {
                ref readonly var after = ref items.Items[line.First + i].After;
                widths[i] -= after.Tier == tier ? after.Shrink * share : 0;
            }
        }
    }

    private static double Stretch(ItemList items, LineFit line, double[] widths)
    {
        var missing = line.Delta;
        var words = items.WordStretch(line.First, line.Last);
        var byWords = Math.Min(missing, words);
        var latin = items.LatinStretch(line.First, line.Last);
        var byLatin = Math.Min(missing - byWords, latin);
        var gaps = items.Expanding(line.First, line.Last);
        var each = gaps == 0 ? 0 : (double)(missing - byWords - byLatin) / gaps;
        for (var i = 0; i < widths.Length; i++)
        {
            ref readonly var after = ref items.Items[line.First + i].After;
            widths[i] += (words == 0 ? 0 : (double)after.WordStretch * byWords / words)
                + (latin == 0 ? 0 : (double)after.LatinStretch * byLatin / latin)
                + (after.Expands ? each : 0);
        }

        return each / ItemList.Em;
    }
}
