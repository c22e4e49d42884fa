using System.Collections.Immutable;

namespace Kanyin.Typesetting.Flow;

/// <summary>Where a page begins.</summary>
/// <param name="Item">The first item of its text.</param>
/// <param name="Figures">So many of the figures that may float stand on the pages before.</param>
/// <param name="Carried">What is left of the notes of the page before.</param>
internal sealed record PageStart(int Item, int Figures, ImmutableArray<FlowNote> Carried);

/// <summary>Something that takes its place on a page.</summary>
/// <param name="Item">Its index in the column, or -1 for what is set again.</param>
/// <param name="Next">Where the text goes on after it.</param>
internal readonly record struct Slot(int Index, FlowItem Item, int Next);

/// <summary>The items of a column in the order in which pages take them: figures that float step back behind the text after them.</summary>
internal sealed class PagedColumn
{
    private readonly ImmutableArray<FlowItem> _items;
    private readonly List<Figure> _figures = [];

    /// <summary>For every item the figure that it belongs to, or -1.</summary>
    private readonly int[] _figureAt;

    public PagedColumn(ImmutableArray<FlowItem> items)
    {
        _items = items;
        _figureAt = new int[items.Length];
        Array.Fill(_figureAt, -1);
        FindFigures();
    }

    public int Length => _items.Length;

    public FlowItem this[int index] => _items[index];

    /// <param name="First">Its first item and the one after its last.</param>
    /// <param name="Price">Of letting it float, beside what any figure costs.</param>
    private readonly record struct Figure(int First, int End, double Price);

    /// <summary>How many figures that may float begin before an item.</summary>
    public int FiguresBefore(int item)
    {
        var low = 0;
        for (var high = _figures.Count; low < high;)
        {
            var middle = (low + high) / 2;
            (low, high) = _figures[middle].First < item ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The figure that an item belongs to and that may float.</summary>
    public int? FigureAt(int item) => _figureAt[item] is >= 0 and var figure ? figure : null;

    /// <summary>What floating costs for each of some figures on one page.</summary>
    public double PriceOf(int from, int end)
    {
        var price = 0.0;
        for (var i = from; i < end; i++)
        {
            price += PageCosts.Float + _figures[i].Price;
        }

        return price;
    }

    public int SkipGaps(int item)
    {
        while (item < _items.Length && _items[item] is FlowGap)
        {
            item++;
        }

        return item;
    }

    /// <summary>From the head of a page on, without end: figures that waited, then the text.</summary>
    /// <param name="head">Figures before this one stand at the head.</param>
    /// <param name="waiting">Figures from this one on are passed over.</param>
    /// <param name="sized">Pictures of another size than their own, by their index.</param>
    public IEnumerable<Slot> From(PageStart start, int head, int waiting, IReadOnlyDictionary<int, FlowBox>? sized = null)
    {
        for (var i = start.Figures; i < head; i++)
        {
            foreach (var slot in Head(_figures[i], start.Item))
            {
                yield return slot;
            }
        }

        if (start.Item < _items.Length && _items[start.Item] is FlowBox first)
        {
            foreach (var repeated in first.Repeated)
            {
                yield return new(-1, repeated, start.Item + 1);
            }
        }

        FlowItem? before = null;
        for (var i = start.Item; i < _items.Length; i++)
        {
            var end = EndOfWaiting(i, waiting);
            if (end == i)
            {
                before = _items[i];
                yield return new(i, sized?.GetValueOrDefault(i) ?? before, i + 1);
            }
            else if (WhiteInstead(i, end, before) is { } gap)
            {
                yield return new(-1, gap, end);
            }

            i = Math.Max(i, end - 1);
        }
    }

    private IEnumerable<Slot> Head(Figure figure, int next)
    {
        for (var i = figure.First; i < figure.End; i++)
        {
            yield return new(-1, _items[i], next);
        }

        if (figure.End < _items.Length && _items[figure.End] is FlowGap gap)
        {
            yield return new(-1, gap, next);
        }
    }

    /// <summary>The end of the figures to be passed over at an item and of the white around them, or the item itself.</summary>
    private int EndOfWaiting(int item, int waiting)
    {
        var figure = item;
        while (SkipGaps(figure) is var at && at < _items.Length && _figureAt[at] >= waiting)
        {
            figure = SkipGaps(_figures[_figureAt[at]].End);
        }

        return figure;
    }

    /// <summary>Text closes up where a figure was; a display keeps its white.</summary>
    private FlowGap? WhiteInstead(int from, int end, FlowItem? before)
    {
        if (before is FlowBox { IsOnGrid: true } && end < _items.Length && _items[end] is FlowBox { IsOnGrid: true })
        {
            return null;
        }

        return _items[from..end].OfType<FlowGap>().MaxBy(g => g.Height);
    }

    private void FindFigures()
    {
        FlowBox? before = null;
        for (var i = 0; i < _items.Length; i++)
        {
            if (_items[i].Float is { } mark && before?.BreakAfter != Breaks.Forbidden)
            {
                var end = i;
                while (end < _items.Length && _items[end].Float == mark)
                {
                    _figureAt[end++] = _figures.Count;
                }

                // Words that say “as follows:” before it want it there.
                _figures.Add(new(i, end, before is { BreakAfter: > 0 } ? before.BreakAfter : 0));
                i = end - 1;
            }

            before = _items[i] as FlowBox ?? before;
        }
    }
}
