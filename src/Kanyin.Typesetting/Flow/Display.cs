using Kanyin.Typesetting.Styles;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>Blocks set apart from the text: they take whole lines of the grid, with the same white above and below (PG4).</summary>
internal static class Display
{
    /// <summary>Adds items between two gaps.</summary>
    /// <param name="white">The least white above and below, in lines.</param>
    /// <param name="padding">How far a tint behind the items stands out.</param>
    public static void Add(FlowList inner, Column column, ChapterSetter chapter, double white = 0.5, double padding = 0)
    {
        var items = inner.ToImmutable();
        var pitch = column.Pitch;
        var lineGap = column.LineGap;
        var content = items.Sum(i => i.Height) - (items.OfType<FlowBox>().LastOrDefault()?.Trailing ?? 0);

        // The line above ends in a gap of its own; the line below has none before it.
        var visible = content + (2 * padding);
        var whole = Math.Ceiling(((visible + (2 * white * pitch) - lineGap) / pitch) - 1e-6) * pitch;
        var each = (whole + lineGap - visible) / 2;
        AddGap(chapter.Flow, each - lineGap + padding, lineGap);
        chapter.Flow.AddRange(items);
        chapter.Flow.Add(new FlowGap(Math.Max(0, each + padding - (items.OfType<FlowBox>().LastOrDefault()?.Trailing ?? 0))));
    }

    /// <summary>White between two displays is that of one, not of both.</summary>
    private static void AddGap(FlowList flow, double height, double lineGap)
    {
        var before = flow.Last is FlowGap gap ? gap.Height - lineGap : 0;
        if (flow.Last is FlowBox { IsHeading: true })
        {
            height = Math.Min(height, BookStyle.BodyAscent);
        }

        if (height > before)
        {
            flow.Add(new FlowGap(height - Math.Max(0, before)));
        }
    }
}
