using System.Collections.Immutable;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Flow;

/// <summary>A table too wide for the page takes pages of its own, turned counter-clockwise: its foot to the right edge, its head again on each (6.4).</summary>
internal static class TurnedTable
{
    /// <summary>The pages, or null when a row is taller than the page is wide.</summary>
    /// <param name="rows">Set to the height of the page.</param>
    public static ImmutableArray<FlowBox>? Of(FlowList rows, BookStyle style)
    {
        ImmutableArray<FlowBox> boxes = [.. rows.ToImmutable().Cast<FlowBox>()];
        var pages = ImmutableArray.CreateBuilder<FlowBox>();
        for (var start = 0; start < boxes.Length;)
        {
            var end = EndOf(boxes, start, style.Measure);
            if (end == start)
            {
                return null;
            }

            pages.Add(Turned([.. boxes[start].Repeated, .. boxes[start..end]], style, isAlone: start == 0 && end == boxes.Length));
            start = end;
        }

        return pages.DrainToImmutable();
    }

    /// <summary>After the last row that fits; the start itself when none does.</summary>
    private static int EndOf(ImmutableArray<FlowBox> boxes, int start, double room)
    {
        var end = start;
        var height = boxes[start].Repeated.Sum(b => b.Height);
        for (var i = start; i < boxes.Length && (height += boxes[i].Height) <= room + 1e-6; i++)
        {
            end = i + 1 == boxes.Length || boxes[i].BreakAfter != Breaks.Forbidden ? i + 1 : end;
        }

        return end;
    }

    /// <summary>A table on one page stands in its middle; one that goes on begins at the left.</summary>
    private static FlowBox Turned(ImmutableArray<FlowBox> boxes, BookStyle style, bool isAlone)
    {
        var items = ImmutableArray.CreateBuilder<PageItem>();
        var y = 0.0;
        foreach (var box in boxes)
        {
            items.AddRange(box.Items.Select(i => i.MovedBy(box.X, y + box.Baseline)));
            y += box.Height;
        }

        var x = isAlone ? (style.Measure - y) / 2 : 0;
        return new FlowBox(style.TextHeight) { Items = [new TurnedGroup(x, style.TextHeight, items.DrainToImmutable())], IsOnGrid = true, FillsPage = true };
    }
}
