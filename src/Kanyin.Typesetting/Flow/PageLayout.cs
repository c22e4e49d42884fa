using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>Places the items of a page whose end is known.</summary>
internal sealed class PageLayout(PagedColumn column, PageFrame frame)
{
    public PageCut Lay(PageEnd page)
    {
        var placed = new List<PlacedItem>();
        var y = 0.0;
        TextPosition? begins = null;
        foreach (var (index, item, _) in page.Slots(column))
        {
            begins ??= index >= 0 ? (item as FlowBox)?.Source : null;
            var top = frame.TopOf(item, y);
            if (top > y)
            {
                Stretch(placed, top - y);
            }

            placed.Add(new(item, top));
            y = top + item.Height;
        }

        return new([.. placed], page.Notes.Here, page.Numbers) { Begins = begins };
    }

    /// <summary>Gives what the grid asks for to the gaps since the last line on it, in equal parts.</summary>
    private static void Stretch(List<PlacedItem> placed, double amount)
    {
        var first = placed.FindLastIndex(p => p.Item is FlowBox { IsOnGrid: true }) + 1;
        var gaps = placed.Skip(first).Count(p => p.Item is FlowGap { Stretches: true });
        var shift = 0.0;
        for (var i = first; i < placed.Count && gaps > 0; i++)
        {
            placed[i] = placed[i] with { Y = placed[i].Y + shift };
            shift += placed[i].Item is FlowGap { Stretches: true } ? amount / gaps : 0;
        }
    }
}
