using System.Collections.Concurrent;
using HarfBuzzSharp;
using Kanyin.Typesetting.Fonts;
using Buffer = HarfBuzzSharp.Buffer;

namespace Kanyin.Typesetting.Shaping;

/// <summary>
/// Text and face in, glyphs out, through HarfBuzz. Text comes in units that shape alone (one Han character, one mark,
/// one word), so each is shaped once and remembered. Safe to use from several threads.
/// </summary>
internal sealed class Shaper : IDisposable
{
    // CG1: the widths of marks are ours, never the font's.
    private static readonly Feature[] HanFeatures = [Off("halt"), Off("chws"), Off("palt"), Off("kern")];
    private static readonly Script Formulas = Script.Parse("Zmth");
    private static readonly Language Chinese = new("zh-Hans");
    private static readonly Language English = new("en");

    private readonly FontFace _face;
    private readonly Blob _blob;
    private readonly Face _source;
    private readonly Font _font;
    private readonly ConcurrentDictionary<string, ShapedText> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ShapedText> _knownHan = new(StringComparer.Ordinal);
    private readonly ShapedText?[] _single = new ShapedText?[0x10000];

    public Shaper(FontFace face)
    {
        _face = face;
        _blob = new Blob(face.Data.Address, face.Data.Length, MemoryMode.ReadOnly);
        _source = new Face(_blob, 0);
        _font = new Font(_source);
        _font.SetScale(face.UnitsPerEm, face.UnitsPerEm);
    }

    /// <summary>Shapes Chinese text (CG1: script hani, language zh-Hans) or a Latin word.</summary>
    public ShapedText Shape(ReadOnlySpan<char> text, bool isHan)
    {
        if (isHan && text.Length == 1)
        {
            return _single[text[0]] ??= Shape(text.ToString(), HanFeatures, Script.Han, Chinese);
        }

        var known = (isHan ? _knownHan : _known).GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var shaped))
        {
            return shaped;
        }

        shaped = isHan ? Shape(text.ToString(), HanFeatures, Script.Han, Chinese) : Shape(text.ToString(), [], null, English);
        known[text] = shaped;
        return shaped;
    }

    /// <summary>The glyph of a sign of formulas as it stands in scripts (1) or in their scripts (2).</summary>
    public ushort ScriptForm(string sign, int level) => Shape(sign, [new Feature(Tag.Parse("ssty"), (uint)level)], Formulas, English).Glyphs[0].Id;

    /// <summary>The ink of a glyph; null when it has none.</summary>
    public Ink? Ink(ushort glyph)
    {
        lock (_font)
        {
            return _font.TryGetGlyphExtents(glyph, out var box) && box.Width != 0
                ? new Ink(Em(box.XBearing), Em(box.XBearing + box.Width), Em(box.YBearing + box.Height), Em(box.YBearing))
                : null;
        }
    }

    public void Dispose()
    {
        _font.Dispose();
        _source.Dispose();
        _blob.Dispose();
    }

    private static Feature Off(string tag) => new(Tag.Parse(tag), 0);

    private ShapedText Shape(string text, Feature[] features, Script? script, Language language)
    {
        using var buffer = new Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Direction = Direction.LeftToRight;
        buffer.Script = script ?? buffer.Script;
        buffer.Language = language;
        lock (_font)
        {
            _font.Shape(buffer, features);
        }

        return Read(text, buffer);
    }

    private ShapedText Read(string text, Buffer buffer)
    {
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new ShapedGlyph[infos.Length];
        var pen = 0;
        for (var i = 0; i < infos.Length; i++)
        {
            var start = (int)infos[i].Cluster;
            var isFirst = i == 0 || infos[i - 1].Cluster != infos[i].Cluster;
            var next = i + 1;
            while (next < infos.Length && infos[next].Cluster == infos[i].Cluster)
            {
                next++;
            }

            var end = next < infos.Length ? (int)infos[next].Cluster : text.Length;
            glyphs[i] = new ShapedGlyph((ushort)infos[i].Codepoint, Em(pen + positions[i].XOffset), Em(positions[i].YOffset), start, isFirst ? end - start : 0);
            pen += positions[i].XAdvance;
        }

        return new ShapedText(glyphs, Em(pen));
    }

    private double Em(int units) => (double)units / _face.UnitsPerEm;
}
