using System.Text;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf.Fonts;

/// <summary>Some glyphs of a run that stand for some of its characters together: those from First to before End.</summary>
/// <param name="text">The characters; empty when the glyphs stand for nothing.</param>
internal readonly ref struct Cluster(int first, int end, ReadOnlySpan<char> text)
{
    public int First { get; } = first;
    public int End { get; } = end;
    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>
    /// Some glyph is left without a character, or a character has no meaning outside some private use (ISO 19005-2
    /// 6.2.11.7.3), so the cluster's text must be given beside it.
    /// </summary>
    public bool NeedsActualText => TextOf(End - 1).IsEmpty || Text.IndexOfAnyInRange('\uE000', '\uF8FF') >= 0 || Text.IndexOfAnyInRange('\uDB80', '\uDBFF') >= 0;

    /// <summary>The cluster that begins with the run's glyph <paramref name="first"/>.</summary>
    public static Cluster At(GlyphRun run, int first)
    {
        var end = first + 1;
        while (end < run.Glyphs.Length && run.Glyphs[end].Length == 0)
        {
            end++;
        }

        return new Cluster(first, end, run.Text.AsSpan(run.Glyphs[first].Start, run.Glyphs[first].Length));
    }

    /// <summary>
    /// A glyph's share of the text: one code point each, the last takes the rest. Any split gives the whole text back,
    /// and this one is right for letters with marks.
    /// </summary>
    public ReadOnlySpan<char> TextOf(int glyph)
    {
        var rest = Text;
        for (var i = First; i < glyph && !rest.IsEmpty; i++)
        {
            rest = rest[CodePointLength(rest)..];
        }

        return glyph == End - 1 || rest.IsEmpty ? rest : rest[..CodePointLength(rest)];
    }

    private static int CodePointLength(ReadOnlySpan<char> text)
    {
        Rune.DecodeFromUtf16(text, out _, out var length);
        return length;
    }
}
