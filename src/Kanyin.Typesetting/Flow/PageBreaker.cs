using System.Collections.Immutable;

namespace Kanyin.Typesetting.Flow;

/// <summary>
/// Cuts a column into pages, one after the other: of the places where a page may end, the cheapest of those that fit.
/// Widows, orphans and headings are in the items' own costs (PG6, PG7); the notes of a page stand at its foot (6.4).
/// </summary>
internal sealed partial class PageBreaker
{
    /// <summary>Two lines of a note at least on both sides of a page's end (6.4).</summary>
    private const int LeastNoteLines = 2;
    private const double LineCost = 10;
    private const double SplitNoteCost = 15;
    private const double ForbiddenCost = 1e6;
    private const double NotesOnlyCost = 1e5;
    private const double Tolerance = 1e-6;

    private readonly FlowItem[] _items;
    private readonly ImmutableArray<FlowNote> _notes;
    private readonly PageFrame _frame;
    private readonly List<PlacedItem> _placed = [];
    private readonly List<FlowNote> _called = [];
    private readonly List<NoteNumber> _numbers = [];
    private double _y;

    private PageBreaker(ImmutableArray<FlowItem> items, ImmutableArray<FlowNote> notes, PageFrame frame)
    {
        _items = [.. items];
        _notes = notes;
        _frame = frame;
    }

    public static ImmutableArray<PageCut> Break(ImmutableArray<FlowItem> items, ImmutableArray<FlowNote> notes, PageFrame frame)
    {
        var breaker = new PageBreaker(items, notes, frame);
        var pages = ImmutableArray.CreateBuilder<PageCut>();
        var start = breaker.SkipGaps(0);
        ImmutableArray<FlowNote> carried = [];
        while (start < items.Length || carried.Length > 0)
        {
            var end = breaker.NextPage(start, carried);
            pages.Add(end.Page);
            start = breaker.SkipGaps(end.Next);
            carried = end.Carried;
        }

        return pages.DrainToImmutable();
    }

    private int SkipGaps(int start)
    {
        while (start < _items.Length && _items[start] is FlowGap)
        {
            start++;
        }

        return start;
    }

    /// <summary>A place where the page could end, and what it would hold.</summary>
    /// <param name="Empty">White left over, in lines.</param>
    private readonly record struct PageEnd(int Next, int Numbers, double Empty, double Cost, ImmutableArray<FlowNote> Notes, ImmutableArray<FlowNote> Carried);

    private (PageCut Page, int Next, ImmutableArray<FlowNote> Carried) NextPage(int start, ImmutableArray<FlowNote> carried)
    {
        BeginPage(start, carried);
        PageEnd? best = carried.IsEmpty ? null : EndWithNotesOnly(start);
        for (var i = start; i < _items.Length; i++)
        {
            if (_items[i] is not FlowBox box)
            {
                Place(_items[i]);
                continue;
            }

            Place(box);
            CallNotes(box.Notes);
            if (TryEnd(i, box) is not { } end)
            {
                break;
            }

            if (best is null || end.Cost <= best.Value.Cost)
            {
                best = end;
            }

            if (box.BreakAfter == Breaks.Forced)
            {
                best = end;
                break;
            }
        }

        var chosen = best ?? EndInDistress(start);
        ImmutableArray<NoteNumber> numbers = [.. _numbers.Take(chosen.Numbers)];
        if (chosen.Empty > LeastEmpty && chosen.Next > start && ShrinkPictures(start, chosen.Next, carried))
        {
            return NextPage(start, carried);
        }

        return (new(Lay(start, chosen.Next), chosen.Notes, numbers), chosen.Next, chosen.Carried);
    }

    /// <summary>The items of a page whose end is known: what came after has not moved them.</summary>
    private ImmutableArray<PlacedItem> Lay(int start, int end)
    {
        _placed.Clear();
        _y = 0;
        if (start < end)
        {
            PlaceRepeated(start);
        }

        for (var i = start; i < end; i++)
        {
            Place(_items[i]);
        }

        return [.. _placed];
    }

    private void BeginPage(int start, ImmutableArray<FlowNote> carried)
    {
        _placed.Clear();
        _numbers.Clear();
        _called.Clear();
        _called.AddRange(carried);
        _y = 0;
        PlaceRepeated(start);
    }

    private void PlaceRepeated(int start)
    {
        if (start < _items.Length && _items[start] is FlowBox first)
        {
            foreach (var repeated in first.Repeated)
            {
                Place(repeated);
            }
        }
    }

    private void Place(FlowItem item)
    {
        if (item is FlowBox { IsOnGrid: true })
        {
            var y = Math.Ceiling((_y / _frame.Pitch) - Tolerance) * _frame.Pitch;
            Stretch(y - _y);
            _y = y;
        }

        _placed.Add(new(item, _y));
        _y += item.Height;
    }

    /// <summary>Gives what the grid asks for to the gaps since the last line on it, in equal parts.</summary>
    private void Stretch(double amount)
    {
        var first = _placed.FindLastIndex(p => p.Item is FlowBox { IsOnGrid: true }) + 1;
        var gaps = _placed.Skip(first).Count(p => p.Item is FlowGap { Stretches: true });
        if (amount < Tolerance || gaps == 0)
        {
            return;
        }

        var shift = 0.0;
        for (var i = first; i < _placed.Count; i++)
        {
            _placed[i] = _placed[i] with { Y = _placed[i].Y + shift };
            shift += _placed[i].Item is FlowGap { Stretches: true } ? amount / gaps : 0;
        }
    }

    private void CallNotes(ImmutableArray<int> notes)
    {
        foreach (var index in notes)
        {
            var note = _notes[index];
            var known = _numbers.FindIndex(n => n.Key == note.Key);
            _numbers.Add(new(index, note.Key, known >= 0 ? _numbers[known].Number : 1 + _numbers.Select(n => n.Number).DefaultIfEmpty().Max()));
            if (known < 0)
            {
                _called.Add(note);
                CallNotes(note.Nested);
            }
        }
    }

    /// <summary>The page's end after a box, or null when the box or its notes do not fit.</summary>
    private PageEnd? TryEnd(int index, FlowBox box)
    {
        var bottom = _y - box.Trailing;
        var room = _frame.Height - bottom + Tolerance;
        if (room < 0 || SplitNotes(room, LeastNoteLines) is not var (notes, carried))
        {
            return null;
        }

        var isLast = SkipGaps(index + 1) == _items.Length;
        var empty = isLast ? 0 : Math.Max(0, room - AreaOf(notes)) / _frame.Pitch;
        var price = isLast || box.BreakAfter == Breaks.Forced ? 0 : box.BreakAfter == Breaks.Forbidden ? ForbiddenCost : box.BreakAfter;
        var cost = price + (LineCost * empty) + (carried.IsEmpty ? 0 : SplitNoteCost);
        return new(index + 1, _numbers.Count, empty, cost, notes, carried);
    }

    /// <summary>Notes from the page before fill a page alone: better than a break that is forbidden.</summary>
    private PageEnd EndWithNotesOnly(int start)
    {
        var (notes, carried) = FillNotes(_frame.Height, mustMove: true);
        return new(start, 0, 0, NotesOnlyCost, notes, carried);
    }

    /// <summary>Nothing fits by the rules: the first box stands with whatever of the notes finds room.</summary>
    private PageEnd EndInDistress(int start)
    {
        BeginPage(start, []);
        var box = (FlowBox)_items[start];
        Place(box);
        CallNotes(box.Notes);
        var (notes, carried) = FillNotes(_frame.Height - (_y - box.Trailing));
        return new(start + 1, _numbers.Count, 0, 0, notes, carried);
    }

    /// <summary>All notes, or all but the end of the last one; null when that is not possible.</summary>
    private (ImmutableArray<FlowNote> Here, ImmutableArray<FlowNote> Carried)? SplitNotes(double room, int least)
    {
        ImmutableArray<FlowNote> all = [.. _called];
        if (AreaOf(all) <= room)
        {
            return (all, []);
        }

        var last = all[^1];
        var before = all.RemoveAt(all.Length - 1);
        for (var lines = last.Lines.Length - least; lines >= least; lines--)
        {
            var here = before.Add(last with { Lines = last.Lines[..lines] });
            if (AreaOf(here) <= room)
            {
                return (here, [last with { Lines = last.Lines[lines..], IsContinued = true }]);
            }
        }

        return null;
    }

    private (ImmutableArray<FlowNote> Here, ImmutableArray<FlowNote> Carried) FillNotes(double room, bool mustMove = false)
    {
        var here = ImmutableArray.CreateBuilder<FlowNote>();
        var carried = ImmutableArray.CreateBuilder<FlowNote>();
        foreach (var note in _called)
        {
            var lines = carried.Count > 0 ? 0 : note.Lines.Length;
            while (lines > 0 && AreaOf([.. here, note with { Lines = note.Lines[..lines] }]) > room)
            {
                lines--;
            }

            // A note always moves on by a line, even one too tall for any page: the work must end.
            lines = lines == 0 && mustMove && here.Count == 0 && carried.Count == 0 ? 1 : lines;
            if (lines > 0)
            {
                here.Add(note with { Lines = note.Lines[..lines] });
            }

            if (lines < note.Lines.Length)
            {
                carried.Add(note with { Lines = note.Lines[lines..], IsContinued = note.IsContinued || lines > 0 });
            }
        }

        return (here.ToImmutable(), carried.ToImmutable());
    }

    private double AreaOf(ImmutableArray<FlowNote> notes) =>
        notes.IsEmpty ? 0 : _frame.NoteSeparator + notes.Sum(n => n.Height) - notes[^1].Lines[^1].Trailing;
}
