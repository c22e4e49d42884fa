using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Lines;

/// <summary>
/// Total fit (5.2): of all ways to break the paragraph, the one with the least demerits, found by dynamic programming
/// over the legal breaks (Knuth and Plass, Breaking Paragraphs into Lines, 1981). Of the places where a line can begin,
/// those that make it too long are dropped for good, and those that make it so short that it alone costs more than the
/// best way known are not looked at: some five are left, so the time grows with the paragraph's length (JU8).
/// </summary>
internal sealed class LineBreaker(ComposingStick stick, ParagraphStyle style)
{
    private const int Classes = 4;

    /// <summary>Between lines that differ by two classes, which look uneven side by side.</summary>
    private const double Uneven = 50;

    private const double EmergencyDemerits = 1e8;
    private const double OverfullDemerits = 1e9;
    private const double ShortLastLine = 50000;
    private const int SecondHyphen = 200;

    /// <summary>Em by which gaps may open before a reader sees that the line is loose.</summary>
    public const double VisibleGap = 0.08;

    // Badness grows evenly past it, so that two lines that nobody would notice cost more than one that everybody does.
    private const double LooseLine = 10000;

    private readonly Fitter _fitter = new(stick.Items, style);
    private readonly ItemList _items = stick.Items;
    private readonly List<int> _ends = stick.Ends;
    private State[] _states = stick.States;

    /// <summary>The demerits of the lines that were chosen.</summary>
    public double Cost { get; private set; }

    /// <summary>Puts the lines into the stick, first to last.</summary>
    /// <returns>The most that a gap was opened, in em; infinite when a line does not fit.</returns>
    public double Break()
    {
        CollectEnds();
        var low = 0;
        for (var node = 1; node < _ends.Count; node++)
        {
            Reach(node, ref low);
        }

        return Trace();
    }

    private void CollectEnds()
    {
        _ends.Clear();
        _ends.Add(-1);
        for (var i = 0; i < _items.Count; i++)
        {
            if (i == _items.Count - 1 || _items[i].After.Penalty != BreakRules.Forbidden)
            {
                _ends.Add(i);
            }
        }

        var count = _ends.Count * Classes;
        if (_states.Length < count)
        {
            stick.States = _states = new State[2 * count];
        }

        _states.AsSpan(0, count).Fill(State.Unreached);
        _states[1] = new State(0, -1, 0);
    }

    /// <summary>Finds the best way to a line that ends at the node.</summary>
    /// <param name="low">The first node whose line to any later one is not too long.</param>
    private void Reach(int node, ref int low)
    {
        var end = _fitter.EndOf(_ends[node]);
        var fit = _fitter.Fit(_ends[low] + 1, end);
        while (!fit.IsFeasible && ++low < node)
        {
            fit = _fitter.Fit(_ends[low] + 1, end);
        }

        if (low == node)
        {
            // A single unbreakable item is longer than the measure.
            Try(node, node - 1, end, fit);
            low = node - 1;
            return;
        }

        var penalty = end.IsLast ? 0 : _items[end.Last].After.Penalty;
        var best = Try(node, low, end, fit);
        for (var from = low + 1; from < node; from++)
        {
            // The later a line begins the looser it is, so nothing better follows.
            fit = _fitter.Fit(_ends[from] + 1, end);
            if (Square(1 + fit.Badness + penalty) > best + Uneven)
            {
                break;
            }

            best = Math.Min(best, Try(node, from, end, fit));
        }
    }

    /// <returns>The least cost of the node by way of this line; infinite when there is none.</returns>
    private double Try(int node, int from, in Fitter.Ending end, in Fitness fit)
    {
        var least = double.PositiveInfinity;
        var cost = Demerits(from, end, fit);
        for (var c = 0; c < Classes; c++)
        {
            ref readonly var before = ref _states[(from * Classes) + c];
            if (!before.IsReached)
            {
                continue;
            }

            var total = before.Cost + cost + (from > 0 && Math.Abs(c - fit.Class) >= 2 ? Uneven : 0);
            least = Math.Min(least, total);
            ref var best = ref _states[(node * Classes) + fit.Class];
            if (!best.IsReached || total <= best.Cost)
            {
                best = new State(total, from, c);
            }
        }

        return least;
    }

    private double Demerits(int from, in Fitter.Ending end, in Fitness fit)
    {
        ref readonly var gap = ref _items[end.Last].After;
        var penalty = end.IsLast ? 0 : gap.Penalty;
        if (end.Width > 0 && from > 0 && _items[_ends[from]].After.Hyphen > 0)
        {
            penalty += SecondHyphen;
        }

        var demerits = Square(1 + fit.Badness + penalty) + (fit.Stretch > VisibleGap ? LooseLine : 0);
        if (!fit.IsFeasible)
        {
            demerits += OverfullDemerits * (1 + ((double)-fit.Delta / ItemList.Em));
        }

        if (!end.IsLast)
        {
            return demerits + (gap.IsEmergency ? EmergencyDemerits : 0);
        }

        // JU6: no character alone on the last line (孤字); a paragraph of one line has none to spare.
        var first = _ends[from] + 1;
        var visible = _fitter.Measure(first) - fit.Delta - fit.EndBlank;
        return from == 0 ? demerits : demerits + (visible < 2 * ItemList.Em || IsLone(first, end.Last) ? ShortLastLine : visible < 3 * ItemList.Em ? 200 : 0);
    }

    private static double Square(double x) => x * x;

    /// <summary>One character and the marks after it, however many (孤字).</summary>
    private bool IsLone(int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
        {
            if (!_items[i].Class.IsCloseish)
            {
                return false;
            }
        }

        return _items[first].Class == CharacterClass.Han;
    }

    private double Trace()
    {
        var lines = stick.Lines;
        lines.Clear();
        var stretch = 0.0;
        var node = _ends.Count - 1;
        var c = Best(node);
        Cost = _states[(node * Classes) + c].Cost;
        while (node > 0)
        {
            var state = _states[(node * Classes) + c];
            var (first, end) = (_ends[state.From] + 1, _fitter.EndOf(_ends[node]));
            var fit = _fitter.Fit(first, end);
            stretch = Math.Max(stretch, fit.IsFeasible ? fit.Stretch : double.PositiveInfinity);
            lines.Add(_fitter.LineOf(first, end, fit));
            (node, c) = (state.From, state.FromClass);
        }

        lines.Reverse();
        return stretch;
    }

    private int Best(int node)
    {
        var best = 0;
        for (var c = 1; c < Classes; c++)
        {
            ref readonly var state = ref _states[(node * Classes) + c];
            ref readonly var other = ref _states[(node * Classes) + best];
            if (state.IsReached && (!other.IsReached || state.Cost < other.Cost))
            {
                best = c;
            }
        }

        return best;
    }

    /// <summary>The best way to a break whose line has a given class.</summary>
    internal readonly record struct State(double Cost, int From, int FromClass)
    {
        public static readonly State Unreached = new(-1, -1, 0);

        public bool IsReached => Cost >= 0;
    }
}
