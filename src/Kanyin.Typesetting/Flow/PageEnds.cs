using System.Collections.Immutable;

namespace Kanyin.Typesetting.Flow;

/// <summary>The places where a page may end, and what each costs.</summary>
internal sealed class PageEnds(PagedColumn column, ImmutableArray<FlowNote> notes, PageFrame frame)
{
    // Filled again for every page.
    private readonly List<PageScan.Candidate> _standing = [];
    private readonly List<PageScan.Candidate> _floating = [];

    /// <summary>At least one; what costs far more than the best is left out.</summary>
    public IEnumerable<PageEnd> Of(PageStart start)
    {
        var begun = column.FiguresBefore(start.Item);
        var head = HeadOf(start, begun);
        var others = new List<PageEnd>();
        if (!start.Carried.IsEmpty)
        {
            others.Add(WithNotesOnly(start));
        }

        if (head > start.Figures)
        {
            others.Add(WithFiguresOnly(start, head));
        }

        // Figures keep their order: as long as one waits, so do those after it.
        var scan = Scan(start, head, head < begun ? head : PageEnd.NoneWaits, _standing);
        var floating = head == begun && scan.TooTall is { } figure ? Scan(start, head, figure, _floating) : null;
        var least = Math.Min(Math.Min(scan.Least, floating?.Least ?? double.PositiveInfinity), others.Min(e => (double?)e.Cost) ?? double.PositiveInfinity);
        if (double.IsPositiveInfinity(least))
        {
            return [InDistress(start)];
        }

        var limit = least + PageCosts.Margin;
        return others.Where(e => e.Cost <= limit).Concat(scan.Ends(limit)).Concat(floating?.Ends(limit) ?? []);
    }

    private PageScan Scan(PageStart start, int head, int waiting, List<PageScan.Candidate> ends)
    {
        var scan = new PageScan(column, frame, NotesAfter(start), start, head, waiting, ends);
        scan.Run();
        return scan;
    }

    private PageNotes NotesAfter(PageStart start) => new(notes, frame, start.Carried);

    /// <summary>The figures that waited and find room at the head of the page; one at least, however tall.</summary>
    private int HeadOf(PageStart start, int begun)
    {
        var head = begun;
        while (head > start.Figures + 1 && HeightOf(start, head) > frame.Height + PageFrame.Tolerance)
        {
            head--;
        }

        return head;
    }

    private double HeightOf(PageStart start, int head) =>
        column.From(start, head, head).TakeWhile(s => s.Next <= start.Item).Sum(s => s.Item.Height);

    /// <summary>Notes from the page before fill a page alone: better than a break that is forbidden.</summary>
    private PageEnd WithNotesOnly(PageStart start)
    {
        var share = NotesAfter(start).Fill(frame.Height, mustMove: true);
        return new(start, start.Figures, start.Figures, start.Item, start with { Carried = share.Carried }) { Cost = PageCosts.NotesOnly, Notes = share };
    }

    private PageEnd WithFiguresOnly(PageStart start, int head)
    {
        var called = NotesAfter(start);
        var height = 0.0;
        foreach (var slot in column.From(start, head, head).TakeWhile(s => s.Next <= start.Item))
        {
            called.Call(slot.Item is FlowBox box ? box.Notes : []);
            height += slot.Item.Height;
        }

        var share = called.Fill(frame.Height - height);
        var empty = Math.Max(0, frame.Height - height) / frame.Pitch;
        var waiting = column.PriceOf(head, column.FiguresBefore(start.Item));
        return new(start, head, head, start.Item, new(start.Item, head, share.Carried))
        {
            Empty = empty,
            Cost = PageCosts.FiguresOnly + PageCosts.Empty(empty) + waiting,
            Notes = share,
            Numbers = called.Numbers,
        };
    }

    /// <summary>Nothing fits by the rules: the first box stands with whatever of the notes finds room.</summary>
    private PageEnd InDistress(PageStart start)
    {
        var called = NotesAfter(start);
        var box = (FlowBox)column[start.Item];
        called.Call(box.Notes);
        var share = called.Fill(frame.Height - box.Height + box.Trailing);
        var end = start.Item + 1;
        var next = new PageStart(column.SkipGaps(end), column.FiguresBefore(end), share.Carried);
        return new(start, start.Figures, PageEnd.NoneWaits, end, next) { IsFree = next.Item == column.Length, Notes = share, Numbers = called.Numbers };
    }
}
