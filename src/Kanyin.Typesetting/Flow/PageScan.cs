namespace Kanyin.Typesetting.Flow;

/// <summary>One way down a page: every box that fits, with the notes called so far, is a place where the page may end.</summary>
/// <param name="notes">What the page before left of them.</param>
/// <param name="head">The figures before this one stand at the head.</param>
/// <param name="waiting">The figures from this one on step back to a later page.</param>
/// <param name="ends">To be filled; emptied first.</param>
internal sealed class PageScan(PagedColumn column, PageFrame frame, PageNotes notes, PageStart start, int head, int waiting, List<PageScan.Candidate> ends)
{
    private readonly List<int> _pictures = [];
    private double _y;

    /// <summary>The top of what stands below the figures at the head.</summary>
    private double? _textTop;
    private double _spare;
    private bool _isPictureOpen;

    /// <summary>The least that an end costs; infinite when there is none.</summary>
    public double Least { get; private set; } = double.PositiveInfinity;

    /// <summary>The ends that cost no more than a limit.</summary>
    public IEnumerable<PageEnd> Ends(double limit) => ends.Where(e => e.Cost <= limit).Select(Of);

    /// <summary>Most are dropped once all costs are known.</summary>
    internal readonly record struct Candidate(int End, PageNotes.Share Share, int Calls, bool IsFree, double Empty, double Cost, IReadOnlyDictionary<int, FlowBox>? Sized);

    /// <summary>The first figure that may float and does not fit.</summary>
    public int? TooTall { get; private set; }

    public void Run()
    {
        ends.Clear();
        foreach (var slot in column.From(start, head, waiting))
        {
            var top = frame.TopOf(slot.Item, _y);
            _textTop ??= slot is { Index: >= 0, Item: FlowBox } ? top : null;
            _y = top + slot.Item.Height;
            if (slot.Item is FlowBox box && !Take(slot, box))
            {
                return;
            }
        }
    }

    /// <summary>False when the page is full, or nothing more may stand on it.</summary>
    private bool Take(Slot slot, FlowBox box)
    {
        notes.Call(box.Notes);
        if (slot.Index < 0)
        {
            return true;
        }

        if (Waiting(slot.Index) > 0 && (box.BeginsSection || IsFixedFigure(slot)))
        {
            return false;
        }

        if (box.Least < box.Height)
        {
            _pictures.Add(slot.Index);
            _spare += box.Height - box.Least;
            _isPictureOpen = true;
        }

        var room = frame.Height - (_y - box.Trailing) + PageFrame.Tolerance;
        var fits = AddEnd(slot.Next, box, room);
        var over = notes.Area - room;
        if (over > 0 && column.FigureAt(slot.Index) is { } figure && figure != column.FigureAt(start.Item))
        {
            TooTall ??= figure;
        }

        _isPictureOpen &= box.BreakAfter == Breaks.Forbidden;
        return (fits || over <= _spare) && box.BreakAfter != Breaks.Forced;
    }

    /// <summary>How many of the figures that begin before an item wait.</summary>
    private int Waiting(int item) => Math.Max(0, column.FiguresBefore(item) - waiting);

    /// <summary>One right below a heading: those that wait come before it.</summary>
    private bool IsFixedFigure(Slot slot) => slot.Item.Float is not null && column.FigureAt(slot.Index) is null;

    /// <summary>Adds the page that ends after a box. False when it does not fit as it is.</summary>
    private bool AddEnd(int end, FlowBox box, double room)
    {
        var isLast = column.SkipGaps(end) == column.Length;
        var isFree = isLast || box.BreakAfter == Breaks.Forced;
        var price = isFree ? 0 : box.BreakAfter == Breaks.Forbidden ? PageCosts.Forbidden : box.BreakAfter;
        var share = notes.Within(room);
        if (isFree && Waiting(end) > 0)
        {
            // A figure does not leave its chapter.
            return share is not null;
        }

        if (!isFree && head > start.Figures && _y - _textTop < (2 * frame.Pitch) - PageFrame.Tolerance)
        {
            // A line between figures and the foot of the page would be lost there (PG6).
            return share is not null;
        }

        if (share is not null)
        {
            var empty = Math.Max(0, room - PageNotes.AreaOf(share.Here, frame)) / frame.Pitch;
            Add(end, share, isFree, empty, price + (isFree ? 0 : PageCosts.Empty(empty)));
        }
        else if (_isPictureOpen && box.BreakAfter != Breaks.Forbidden && Shrunk(end, box) is { } sized)
        {
            // Pictures are made smaller to end a page with the last of them, not to win lines for the text.
            var factor = _pictures.Min(i => sized[i].Height / column[i].Height);
            Add(end, notes.All, isFree, 0, price + PageCosts.Shrinking(factor), sized);
        }

        return share is not null;
    }

    private void Add(int end, PageNotes.Share share, bool isFree, double empty, double cost, IReadOnlyDictionary<int, FlowBox>? sized = null)
    {
        cost += (share.Carried.IsEmpty ? 0 : PageCosts.SplitNote) + column.PriceOf(waiting, column.FiguresBefore(end));
        Least = Math.Min(Least, cost);
        ends.Add(new(end, share, notes.Calls, isFree, empty, cost, sized));
    }

    private PageEnd Of(Candidate end)
    {
        var next = new PageStart(column.SkipGaps(end.End), Math.Min(waiting, column.FiguresBefore(end.End)), end.Share.Carried);
        return new(start, head, waiting, end.End, next)
        {
            Empty = end.Empty,
            IsFree = end.IsFree,
            Cost = end.Cost,
            Notes = end.Share,
            Numbers = notes.First(end.Calls),
            Sized = end.Sized,
        };
    }

    /// <summary>
    /// The pictures of the page, each smaller by its part of what it can spare. What the first ones give may be lost to
    /// the grid; the rest is asked of the last. Null when that is too small.
    /// </summary>
    private Dictionary<int, FlowBox>? Shrunk(int end, FlowBox last)
    {
        var sized = _pictures.ToDictionary(i => i, i => (FlowBox)column[i]);
        return Shrink(sized, _pictures, Over()) && (Over() is var rest && rest <= PageFrame.Tolerance || Shrink(sized, _pictures[^1..], rest)) ? sized : null;

        double Over() => column.From(start, head, waiting, sized).TakeWhile(s => s.Next <= end)
            .Aggregate(0.0, (y, s) => frame.TopOf(s.Item, y) + s.Item.Height) - last.Trailing + notes.Area - frame.Height;
    }

    private static bool Shrink(Dictionary<int, FlowBox> sized, List<int> pictures, double height)
    {
        var spare = pictures.Sum(i => sized[i].Height - sized[i].Least);
        if (spare < height)
        {
            return false;
        }

        foreach (var i in pictures)
        {
            sized[i] = sized[i].Shrunk(sized[i].Height - (height * (sized[i].Height - sized[i].Least) / spare));
        }

        return true;
    }
}
