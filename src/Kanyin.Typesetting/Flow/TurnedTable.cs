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
            Items = [new TurnedGroup(left, style.TextHeight, ink.DrainToImmutable()), .. places.Select(p => OnPage(p, left, style.TextHeight))],
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
