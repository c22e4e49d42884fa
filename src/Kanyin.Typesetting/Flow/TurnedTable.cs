using System.Collections.Immutable;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Flow;

/// <summary>A table too wide for the page takes pages of its own, turned counter-clockwise: its foot to the right edge, its head again on each (6.4).</summary>
internal static class TurnedTable
{
    /// <summary>The pages, each a box.</summary>
    /// <param name="rows">Set to the height of the page.</param>
    public static IEnumerable<FlowBox> Of(FlowList rows, BookStyle style)
    {
        ImmutableArray<FlowBox> boxes = [.. rows.ToImmutable().Cast<FlowBox>()];
        for (int start = 0, end; start < boxes.Length; start = end)
        {
            end = EndOf(boxes, start, style.Measure);
            yield return Turned([.. boxes[start].Repeated, .. boxes[start..end]], style, isAlone: start == 0 && end == boxes.Length);
        }
    }

    /// <summary>After the last row that fits; where rows that belong together do not, after the last line.</summary>
    private static int EndOf(ImmutableArray<FlowBox> boxes, int start, double room)
    {
        var (end, legal) = (start, start);
        var height = boxes[start].Repeated.Sum(b => b.Height);
        while (end < boxes.Length && (height += boxes[end].Height) <= room + 1e-6)
        {
            end++;
            legal = end == boxes.Length || boxes[end - 1].BreakAfter != Breaks.Forbidden ? end : legal;
        }

        return legal > start ? legal : Math.Max(end, start + 1);
    }

    /// <summary>A table on one page stands in its middle; one that goes on begins at the left.</summary>
    private static FlowBox Turned(ImmutableArray<FlowBox> boxes, BookStyle style, bool isAlone)
    {
        var left = isAlone ? (style.Measure - boxes.Sum(b => b.Height)) / 2 : 0;
        var ink = ImmutableArray.CreateBuilder<PageItem>();
        var places = ImmutableArray.CreateBuilder<PageItem>();
        var y = 0.0;
        foreach (var box in boxes)
        {
            foreach (var item in box.Items.Select(i => i.MovedBy(box.X, y + box.Baseline)))
            {
                (item is LinkArea or DestinationMark ? places : ink).Add(item);
            }

            y += box.Height;
        }

        return new FlowBox(style.TextHeight)
        {
            Items = [new Group(left, style.TextHeight, null, ink.DrainToImmutable()) { Transform = Transform.Turning(-90) }, .. places.Select(p => OnPage(p, left, style.TextHeight))],
            IsOnGrid = true,
            FillsPage = true,
        };
    }

    /// <summary>A place to click or to land, where the turned table has it on the page.</summary>
    private static PageItem OnPage(PageItem place, double left, double bottom) => place switch
    {
        LinkArea link => link with { X = left + link.Y, Y = bottom - link.X - link.Width, Width = link.Height, Height = link.Width },
        _ => place with { X = left + place.Y, Y = bottom - place.X },
    };
}
