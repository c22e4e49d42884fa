using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Lines;

/// <summary>The items of one paragraph at a time, with prefix sums, so that any line's widths and capacities are a subtraction (5.2).</summary>
internal sealed class ItemList
{
    /// <summary>Units in an em: the breaker counts in integers so that it decides alike everywhere (JU8).</summary>
    public const int Em = 1024;

    private Item[] _items = new Item[256];
    private Sums[] _sums = new Sums[256];

    public int Count { get; private set; }

    public ref Item this[int index] => ref _items[index];

    public void Clear() => Count = 0;

    /// <summary>The place of a new last item.</summary>
    public ref Item Add()
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, 2 * Count);
        }

        return ref _items[Count++];
    }

    /// <summary>To be called when all items are there.</summary>
    public void Sum()
    {
        if (_sums.Length < Count)
        {
            _sums = new Sums[_items.Length];
        }

        var sum = default(Sums);
        for (var i = 0; i < Count; i++)
        {
            _sums[i] = sum;
            ref readonly var gap = ref _items[i].After;
            sum.Width += _items[i].Width + gap.Width;
            sum.Words += gap.WordStretch;
            sum.Latin += gap.LatinStretch;
            sum.Expanding += gap.Expands ? 1 : 0;
            sum.Shrink[(int)gap.Tier] += gap.Shrink;
        }
    }

    /// <summary>Bodies and gaps of the items first to last, without the line's edges.</summary>
    public int Width(int first, int last) => _sums[last].Width - _sums[first].Width + _items[last].Width;

    public int Shrink(ShrinkTier tier, int first, int last) => _sums[last].Shrink[(int)tier] - _sums[first].Shrink[(int)tier];

    /// <summary>How far the line can shrink at all.</summary>
    public int Shrink(int first, int last)
    {
        var all = 0;
        for (var tier = ShrinkTier.WordSpace; tier <= ShrinkTier.Stop; tier++)
        {
            all += Shrink(tier, first, last);
        }

        return all;
    }

    public int WordStretch(int first, int last) => _sums[last].Words - _sums[first].Words;

    public int LatinStretch(int first, int last) => _sums[last].Latin - _sums[first].Latin;

    /// <summary>Number of gaps that E3 and E4 open.</summary>
    public int Expanding(int first, int last) => _sums[last].Expanding - _sums[first].Expanding;

    /// <summary>Over all items before one, with the gaps after them.</summary>
    private struct Sums
    {
        public int Width;
        public int Words;
        public int Latin;
        public int Expanding;
        public PerTier<int> Shrink;
    }
}
