using System.Collections.Immutable;
using System.Text;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>A few figures or marks that need no shaping: folios, list numbers, page numbers in the contents.</summary>
internal static class PlainRun
{
    public static GlyphRun Of(string text, TextStyle style, FontBook fonts, StructureElement? owner)
    {
        var face = FaceOf(text, style, fonts);
        var size = style.Size * face.Scale;
        var glyphs = ImmutableArray.CreateBuilder<Glyph>();
        var x = 0.0;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = face.GlyphOf(rune.Value);
            glyphs.Add(new Glyph(glyph, x, 0, at, rune.Utf16SequenceLength));
            x += face.Advance(glyph) * size;
            at += rune.Utf16SequenceLength;
        }

        return new GlyphRun(0, 0, owner, face, size, 1, style.Colour, text, glyphs.DrainToImmutable());
    }

    public static double WidthOf(string text, TextStyle style, FontBook fonts)
    {
        var face = FaceOf(text, style, fonts);
        return text.EnumerateRunes().Sum(r => face.Advance(face.GlyphOf(r.Value))) * style.Size * face.Scale;
    }

    private static FontFace FaceOf(string text, TextStyle style, FontBook fonts)
    {
        var face = fonts.Latin(style.Family, style.IsBold, style.IsItalic);
        return text.Length == 0 ? face : fonts.WithCharacter(face, Rune.GetRuneAt(text, 0).Value) ?? face;
    }
}
