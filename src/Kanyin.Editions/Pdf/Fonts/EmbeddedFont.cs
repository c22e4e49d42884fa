using System.Runtime.InteropServices;
using System.Text;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf.Fonts;

/// <summary>
/// The codes that a face's glyphs get in the file. A code stands for a glyph and the characters it was set for, so that
/// copying gives the author's characters and never what the font's cmap would say (用 U+7528, not ⽤ U+2F64). Frequent
/// ones come first, which makes page contents smaller, and the subset's glyph ids follow the codes. First all runs are
/// counted, then codes are given once, then looked up (from any thread).
/// </summary>
internal sealed class EmbeddedFont(FontFace face, int index)
{
    private readonly Dictionary<long, int> _counts = [];
    private readonly Dictionary<string, int> _sequences = [];
    private readonly List<string> _sequenceList = [];
    private Dictionary<long, ushort> _codeOf = [];
    private List<long> _keys = [];

    public FontFace Face { get; } = face;

    /// <summary>Its name in the pages' resources.</summary>
    public PdfName Name { get; } = new($"F{index}");

    /// <summary>Code 0 is .notdef and never shown.</summary>
    public int CodeCount => _keys.Count;

    /// <summary>How many of the codes, from 0, have glyph id = code; the rest show a glyph that an earlier code shows, for another text.</summary>
    public int GlyphCount { get; private set; }

    /// <summary>Advance of each code in 1/1000 em, as it is written in the file.</summary>
    public double[] Widths { get; private set; } = [];

    public void Count(GlyphRun run)
    {
        for (var first = 0; first < run.Glyphs.Length;)
        {
            var cluster = Cluster.At(run, first);
            for (; first < cluster.End; first++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, Key(run.Glyphs[first].Id, cluster.TextOf(first), isNew: true), out _)++;
            }
        }
    }

    public void GiveCodes()
    {
        var byFrequency = _counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key).ToList();
        var firsts = byFrequency.DistinctBy(GlyphOfKey).Where(k => GlyphOfKey(k) != 0).ToList();
        _keys = [0, .. firsts, .. byFrequency.Except([0, .. firsts])];
        GlyphCount = firsts.Count + 1;
        _codeOf = _keys.Select((key, code) => (key, code)).ToDictionary(p => p.key, p => checked((ushort)p.code));
        Widths = [.. _keys.Select(k => Math.Round(Face.Advance(GlyphOfKey(k)) * 1000, 2))];
    }

    public ushort CodeOf(ushort glyph, ReadOnlySpan<char> text) => _codeOf[Key(glyph, text, isNew: false)];

    /// <summary>The face's glyph that a code shows.</summary>
    public ushort GlyphOf(int code) => GlyphOfKey(_keys[code]);

    /// <summary>The characters that a code stands for.</summary>
    public string TextOf(int code)
    {
        var text = (int)_keys[code];
        return text switch
        {
            0 => "",
            < 0 => _sequenceList[-text - 1],
            < 0x10000 => ((char)text).ToString(),
            _ => char.ConvertFromUtf32(text),
        };
    }

    private static ushort GlyphOfKey(long key) => (ushort)(key >> 32);

    // Glyph id in the high half; in the low half 0 for no text, a code point, or −1 − the index of a longer sequence.
    private long Key(ushort glyph, ReadOnlySpan<char> text, bool isNew)
    {
        var low = text.Length switch
        {
            0 => 0,
            1 => text[0],
            2 when Rune.TryCreate(text[0], text[1], out var rune) => rune.Value,
            _ => Sequence(text, isNew),
        };
        return ((long)glyph << 32) | (uint)low;
    }

    private int Sequence(ReadOnlySpan<char> text, bool isNew)
    {
        var lookup = _sequences.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var number) && isNew)
        {
            _sequenceList.Add(text.ToString());
            number = -_sequenceList.Count;
            lookup[text] = number;
        }

        return number;
    }
}
