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

        // Every column gets its longest word. Beyond that the short ones are not broken at all, and the long ones
        // share what is left by the square roots of what they want, so that none takes the room of the others.
        var needed = least.Sum();
        return needed >= room
            ? [.. least.Select(w => w * room / needed)]
            : WidthsAt(least, natural, Level(least, natural, room));
    }

    /// <summary>The factor at which the widths fill the room, found by halving.</summary>
    private static double Level(ImmutableArray<double> least, ImmutableArray<double> natural, double room)
    {
        var low = 0.0;
        var high = room;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (WidthsAt(least, natural, middle).Sum() <= room)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static ImmutableArray<double> WidthsAt(ImmutableArray<double> least, ImmutableArray<double> natural, double level) =>
        [.. natural.Zip(least, (n, l) => Math.Max(l, Math.Min(n, level * Math.Sqrt(n))))];
}
