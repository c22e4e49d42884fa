using System.Collections.Immutable;

namespace Kanyin.Typesetting.Flow;

/// <summary>A column while it is being put together.</summary>
internal sealed class FlowList
{
    /// <summary>A page that ends with a section of a single line costs as much as five empty lines.</summary>
    private const int SectionOfALineCost = 70;

    /// <summary>A line and a line of code, which is lower, are two lines too (PG7).</summary>
    private const double TwoLines = 1.6;

    private readonly List<FlowItem> _items = [];

    public int Count => _items.Count;
    public bool IsEmpty => _items.Count == 0;
    public FlowItem? Last => _items.Count == 0 ? null : _items[^1];

    public void Add(FlowItem item) => _items.Add(item);

    public void AddRange(IEnumerable<FlowItem> items) => _items.AddRange(items);

    /// <summary>White between two displays is that of one, not of both.</summary>
    public void AddGap(FlowGap gap)
    {
        if (Last is FlowGap before)
        {
            _items[^1] = before.Height > gap.Height ? before : gap;
        }
        else
        {
            _items.Add(gap);
        }
    }

    /// <summary>A paragraph's lines: two at least on both sides of a page's end (PG6), so three lines stay together.</summary>
    public void AddParagraph(IReadOnlyList<FlowBox> lines, int together = 2)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var left = i + 1;
            var right = lines.Count - left;
            var isForbidden = right > 0 && (left < together || right < together);
            _items.Add(isForbidden ? lines[i] with { BreakAfter = Breaks.Forbidden } : lines[i]);
        }
    }

    /// <summary>Sets what the page's end after the last box costs.</summary>
    public void BreakAfterLast(int cost)
    {
        if (LastBox() is var (index, box))
        {
            _items[index] = box with { BreakAfter = cost };
        }
    }

    /// <summary>Changes the first box from an index on; adds what the function makes of an empty box when there is none.</summary>
    public void ChangeFirstBox(int from, Func<FlowBox, FlowBox> change)
    {
        var index = _items.FindIndex(Math.Min(from, _items.Count), i => i is FlowBox);
        if (index >= 0)
        {
            _items[index] = change((FlowBox)_items[index]);
        }
        else
        {
            _items.Add(change(new FlowBox(0)));
        }
    }

    /// <summary>The same items with something painted behind them, from the first box to the last: not behind white at either end.</summary>
    public FlowList Behind(Backdrop backdrop)
    {
        var painted = new FlowList();
        var first = _items.FindIndex(i => i is FlowBox);
        var last = _items.FindLastIndex(i => i is FlowBox);
        painted._items.AddRange(_items.Select((i, at) => at < first || at > last ? i : i with { Backdrops = i.Backdrops.Insert(0, backdrop) }));
        return painted;
    }

    /// <summary>The same items as a figure that may float.</summary>
    public FlowList Floating()
    {
        var figure = new FlowList();
        var mark = new FloatMark();
        figure._items.AddRange(_items.Select(i => i with { Float = mark }));
        return figure;
    }

    public ImmutableArray<FlowItem> ToImmutable() => [.. _items];

    /// <summary>The items, every heading held together with what follows it until two lines stand below (PG7).</summary>
    /// <param name="pitch">Line to line.</param>
    public ImmutableArray<FlowItem> WithHeadingsKept(double pitch)
    {
        for (var i = 0; i < _items.Count; i++)
        {
            if (_items[i] is FlowBox { IsHeading: true, BreakAfter: not Breaks.Forced } heading)
            {
                _items[i] = heading with { BreakAfter = Breaks.Forbidden };
                KeepTwoLines(i + 1, pitch);
                if (_items.Skip(i + 1).OfType<FlowBox>().FirstOrDefault() is { FillsPage: true })
                {
                    _items[i] = heading;
                }
            }
        }

        return ToImmutable();
    }

    /// <summary>Holds the items from an index on together until two lines stand, as far as the list goes: a title stands above.</summary>
    public void KeepTwoLines(int from, double pitch)
    {
        var room = TwoLines * pitch;
        (int Index, FlowBox Box)? before = null;
        for (var i = from; i < _items.Count && room > 1e-6; i++)
        {
            if (_items[i] is not FlowBox box)
            {
                continue;
            }

            if ((box.IsHeading || box.FillsPage) && before is var (index, last))
            {
                _items[index] = last with { BreakAfter = Math.Max(last.BreakAfter, SectionOfALineCost) };
            }

            if (box.IsHeading || box.FillsPage || box.BreakAfter == Breaks.Forced)
            {
                return;
            }

            room -= box.Height;
            if (room > 1e-6)
            {
                before = (i, box);
                _items[i] = box with { BreakAfter = Breaks.Forbidden };
            }
        }

        if (room > 1e-6 && before is var (end, whole))
        {
            _items[end] = whole;
        }
    }

    private (int Index, FlowBox Box)? LastBox() =>
        _items.FindLastIndex(i => i is FlowBox) is >= 0 and var index ? (index, (FlowBox)_items[index]) : null;
}
