using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Lines;

/// <summary>The items of a paragraph with prefix sums, so that any line's widths and capacities are a subtraction (5.2).</summary>
internal sealed class ItemList
{
    /// <summary>Units in an em: the breaker counts in integers so that it decides alike everywhere (JU8).</summary>
    public const int Em = 1024;

    private readonly int[] _widths;
    private readonly int[] _gaps;
    private readonly int[][] _shrink = new int[(int)ShrinkTier.Stop + 1][];
    private readonly int[] _wordStretch;
    private readonly int[] _latinStretch;
    private readonly int[] _expanding;

    public ItemList(Item[] items)
    {
        Items = items;
        _widths = new int[items.Length + 1];
        _gaps = new int[items.Length + 1];
        _wordStretch = new int[items.Length + 1];
        _latinStretch = new int[items.Length + 1];
        _expanding = new int[items.Length + 1];
        for (var t = 1; t < _shrink.Length; t++)
        {
            _shrink[t] = new int[items.Length + 1];
        }

        for (var i = 0; i < items.Length; i++)
        {
            ref readonly var gap = ref items[i].After;
            _widths[i + 1] = _widths[i] + items[i].Width;
            _gaps[i + 1] = _gaps[i] + gap.Width;
            _wordStretch[i + 1] = _wordStretch[i] + gap.WordStretch;
            _latinStretch[i + 1] = _latinStretch[i] + gap.LatinStretch;
            _expanding[i + 1] = _expanding[i] + (gap.Expands ? 1 : 0);
            for (var t = 1; t < _shrink.Length; t++)
            {
                _shrink[t][i + 1] = _shrink[t][i] + ((int)gap.Tier == t ? gap.Shrink : 0);
            }
        }
    }

    public Item[] Items { get; }

    public int Count => Items.Length;

    /// <summary>Bodies and gaps of the items first to last, without the line's edges.</summary>
    public int Width(int first, int last) => _widths[last + 1] - _widths[first] + _gaps[last] - _gaps[first];

    public int Shrink(ShrinkTier tier, int first, int last) => _shrink[(int)tier][last] - _shrink[(int)tier][first];

    public int WordStretch(int first, int last) => _wordStretch[last] - _wordStretch[first];

    public int LatinStretch(int first, int last) => _latinStretch[last] - _latinStretch[first];

    /// <summary>Number of gaps that E3 and E4 open.</summary>
    public int Expanding(int first, int last) => _expanding[last] - _expanding[first];
}
