using System.Collections.Immutable;

namespace Kanyin.Typesetting.Flow;

/// <summary>
/// Cuts a column into pages as a paragraph is cut into lines: of all the ways to do it, the one that costs least in all,
/// found from the first page to the last. Time is linear in the length, since only so much stands on a page.
/// Widows, orphans and headings are in the items' own costs (PG6, PG7), the rest is in <see cref="PageCosts"/>.
/// </summary>
internal sealed class PageBreaker
{
    private readonly PagedColumn _column;
    private readonly PageEnds _ends;
    private readonly bool _hasFacingPages;
    private readonly Dictionary<(int Item, int Figures, int Note, int Lines), Node> _nodes = [];
    private readonly PriorityQueue<Node, (int Item, int Figures, int CarriedDown)> _open = new();

    private PageBreaker(PagedColumn column, ImmutableArray<FlowNote> notes, PageFrame frame)
    {
        _column = column;
        _ends = new PageEnds(column, notes, frame);
        _hasFacingPages = frame.HasFacingPages;
    }

    /// <param name="isRecto">The side of the first page, unless it is an opening with a side of its own; what faces what depends on it.</param>
    public static ImmutableArray<PageCut> Break(ImmutableArray<FlowItem> items, ImmutableArray<FlowNote> notes, PageFrame frame, bool isRecto = true)
    {
        var column = new PagedColumn(items);
        var start = new PageStart(column.SkipGaps(0), 0, []);
        if (start.Item == items.Length)
        {
            return [];
        }

        var last = new PageBreaker(column, notes, frame).FindBest(start, isRecto);
        var make = new PageLayout(column, frame);
        return [.. PathTo(last).Select(make.Lay)];
    }

    /// <summary>A place where a page may begin, and the cheapest way to it for every seat: <see cref="Seat"/> is the index.</summary>
    private sealed class Node(PageStart start)
    {
        public PageStart Start { get; } = start;
        public double[] Costs { get; } = NewCosts();
        public (Node Node, int Seat, PageEnd Page)[] Before { get; } = new (Node, int, PageEnd)[Seat.Count];

        private static double[] NewCosts()
        {
            var costs = new double[Seat.Count];
            Array.Fill(costs, double.PositiveInfinity);
            return costs;
        }
    }

    /// <summary>A verso, or a recto and how far short the verso beside it ends.</summary>
    private static class Seat
    {
        public const int Verso = 0;

        /// <summary>A recto beside nothing to compare it with.</summary>
        public const int Alone = 1;
        private const int FirstFacing = 2;

        public const int Count = FirstFacing + PageCosts.Depths;

        public static int Facing(int depth) => FirstFacing + depth;

        public static int? DepthBeside(int seat) => seat >= FirstFacing ? seat - FirstFacing : null;
    }

    private int SeatAfter(int seat, PageEnd page) =>
        IsAlone(page.Next.Item) ? Seat.Alone : seat != Seat.Verso ? Seat.Verso : page.IsFree ? Seat.Alone : Seat.Facing(page.Depth);

    /// <summary>An opening on a recto faces the back of a leaf that may be blank.</summary>
    private bool IsAlone(int item) => !_hasFacingPages || (item < _column.Length && _column[item] is FlowBox { Opening.IsOnRecto: true });

    private (Node Node, int Seat) FindBest(PageStart start, bool isRecto)
    {
        NodeAt(start).Costs[isRecto || IsAlone(start.Item) ? Seat.Alone : Seat.Verso] = 0;
        while (true)
        {
            var node = _open.Dequeue();
            if (node.Start.Item == _column.Length && node.Start.Carried.IsEmpty)
            {
                // Nothing is left to set, and nothing comes after this in the queue.
                return (node, Array.IndexOf(node.Costs, node.Costs.Min()));
            }

            foreach (var page in _ends.Of(node.Start))
            {
                Follow(node, page);
            }
        }
    }

    private void Follow(Node node, PageEnd page)
    {
        var next = NodeAt(page.Next);
        for (var seat = 0; seat < Seat.Count; seat++)
        {
            var beside = Seat.DepthBeside(seat) is { } depth && !page.IsFree ? PageCosts.Facing(depth, page.Depth) : 0;
            var cost = node.Costs[seat] + page.Cost + beside;
            var after = SeatAfter(seat, page);
            if (cost < next.Costs[after])
            {
                next.Costs[after] = cost;
                next.Before[after] = (node, seat, page);
            }
        }
    }

    private Node NodeAt(PageStart start)
    {
        // Pages go forward in the text, in the figures or in the notes, so that a node is complete when its turn comes.
        var lines = start.Carried.Sum(n => n.Lines.Length);
        var key = (start.Item, start.Figures, start.Carried.IsEmpty ? -1 : start.Carried[0].Key, lines);
        if (!_nodes.TryGetValue(key, out var node))
        {
            _nodes.Add(key, node = new Node(start));
            _open.Enqueue(node, (start.Item, start.Figures, -lines));
        }

        return node;
    }

    private static List<PageEnd> PathTo((Node Node, int Seat) last)
    {
        var pages = new List<PageEnd>();
        for (var (node, seat) = last; node.Before[seat] is { Node: not null } before; (node, seat) = (before.Node, before.Seat))
        {
            pages.Add(before.Page);
        }

        pages.Reverse();
        return pages;
    }
}
