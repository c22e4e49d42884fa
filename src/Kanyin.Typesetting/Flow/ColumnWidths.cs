using System.Collections.Immutable;

namespace Kanyin.Typesetting.Flow;

/// <summary>Shares the measure among a table's columns, by what their cells need (as CSS 2.2 17.5.2.2 does).</summary>
internal static class ColumnWidths
{
    /// <summary>A table this much narrower than the column is not stretched to fill it.</summary>
    private const double NarrowShare = 0.62;

    /// <param name="least">Width of each column's longest word.</param>
    /// <param name="natural">Width of each column when no cell is broken.</param>
    /// <param name="measure">Room for the columns and the gaps between them.</param>
    /// <param name="gap">White between two columns.</param>
    public static ImmutableArray<double> Of(ImmutableArray<double> least, ImmutableArray<double> natural, double measure, double gap)
    {
        var room = measure - (gap * (natural.Length - 1));
        var wanted = natural.Sum();
        if (wanted <= room)
        {
            var spare = wanted < NarrowShare * room ? Math.Min(room - wanted, 2 * gap * natural.Length) : room - wanted;
            return [.. natural.Select(w => w + (spare / natural.Length))];
        }

        // A very long cell must not take the room of all others.
        ImmutableArray<double> capped = [.. natural.Select(w => Math.Min(w, room))];
        var needed = least.Sum();
        if (needed >= room)
        {
            return [.. least.Select(w => w * room / needed)];
        }

        var stretch = capped.Zip(least, (n, l) => Math.Sqrt(Math.Max(0, n - l))).ToList();
        return Grow(least, capped, stretch, room - needed);
    }

    /// <summary>Gives the spare room out by the columns' appetites, none getting more than it can use.</summary>
    private static ImmutableArray<double> Grow(ImmutableArray<double> least, ImmutableArray<double> most, List<double> appetite, double spare)
    {
        var widths = least.ToArray();
        var hungry = Enumerable.Range(0, widths.Length).Where(i => most[i] > least[i]).ToList();
        while (spare > 1e-6 && hungry.Count > 0)
        {
            var total = hungry.Sum(i => appetite[i]);
            var full = hungry.Where(i => widths[i] + (spare * appetite[i] / total) >= most[i]).ToList();
            if (full.Count == 0)
            {
                hungry.ForEach(i => widths[i] += spare * appetite[i] / total);
                break;
            }

            foreach (var i in full)
            {
                spare -= most[i] - widths[i];
                widths[i] = most[i];
                hungry.Remove(i);
            }
        }

        return [.. widths];
    }
}
