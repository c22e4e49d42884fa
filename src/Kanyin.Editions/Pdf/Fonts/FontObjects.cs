using System.Buffers.Binary;
using System.Security.Cryptography;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Fonts;

namespace Kanyin.Editions.Pdf.Fonts;

/// <summary>The streams of a font, ready to be written: they take time, so they are made beside the pages.</summary>
/// <param name="Program">The TrueType subset, compressed.</param>
/// <param name="ProgramLength">Its length before compression.</param>
/// <param name="Tag">Six letters that name the subset (9.6.4), from its content.</param>
/// <param name="CodeToGlyph">CIDToGIDMap, compressed, or null for the identity.</param>
internal sealed record FontObjects(byte[] Program, int ProgramLength, string Tag, byte[] ToUnicode, byte[]? CodeToGlyph)
{
    public static FontObjects Make(EmbeddedFont font)
    {
        var glyphs = Enumerable.Range(0, font.GlyphCount).Select(font.GlyphOf).ToArray();
        var program = FontSubset.Of(font.Face, glyphs);
        return new FontObjects(
            PdfFile.Flate(program), program.Length, TagOf(program), PdfFile.Flate(Fonts.ToUnicode.Of(font)), CodeToGlyphMap(font, glyphs));
    }

    /// <summary>Writes a Type 0 font with one CIDFontType2 descendant (9.7) as the object <paramref name="reference"/>.</summary>
    public void Write(PdfFile file, PdfRef reference, EmbeddedFont font)
    {
        var face = font.Face;
        var program = file.Stream($"/Length1 {ProgramLength}/Filter/FlateDecode", Program);
        var toUnicode = file.Stream($"/Filter/FlateDecode", ToUnicode);
        var name = new PdfName($"{Tag}+{face.Name}");
        var map = new PdfBuffer();
        if (CodeToGlyph is null)
        {
            map.AppendFormatted(new PdfName("Identity"));
        }
        else
        {
            map.AppendFormatted(file.Stream($"/Filter/FlateDecode", CodeToGlyph));
        }

        var (xMin, yMin, xMax, yMax) = face.Bounds;
        PdfBuffer metrics = $"/FontBBox[{Units(xMin)} {Units(yMin)} {Units(xMax)} {Units(yMax)}]/ItalicAngle {face.ItalicAngle}/Ascent {Units(face.Ascent)}/Descent {Units(face.Descent)}/CapHeight {Units(face.CapHeight)}";
        var descriptor = file.Object($"<</Type/FontDescriptor/FontName{name}/Flags {Flags(face)}{metrics}/StemV {StemWidth(face)}/FontFile2 {program}>>");
        var descendant = file.Object($"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor}/CIDToGIDMap {map}{Widths(font.Widths)}>>");
        file.Object(reference, $"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H/DescendantFonts[{descendant}]/ToUnicode {toUnicode}>>");
    }

    private static double Units(double em) => Math.Round(em * 1000);

    // 9.8.2: FixedPitch 1, Symbolic 4 (codes are not of a standard encoding), Italic 64.
    private static int Flags(FontFace face) => 4 + (face.IsFixedPitch ? 1 : 0) + (face.ItalicAngle is 0 ? 0 : 64);

    // No table says it; the usual estimate from the weight class, only used when a viewer must substitute the font.
    private static double StemWidth(FontFace face) => Math.Round(50 + (face.Weight * face.Weight / 4225.0));

    // 9.7.4.3: DW for the commonest width, the others as "first [widths]".
    private static PdfBuffer Widths(double[] widths)
    {
        var common = widths.GroupBy(w => w).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
        PdfBuffer result = $"/DW {common}/W[";
        var isListing = false;
        for (var code = 0; code < widths.Length; code++)
        {
            var isListed = !widths[code].Equals(common);
            if (isListed)
            {
                result.Append(isListing ? PdfBuffer.Of($" {widths[code]}") : $" {code}[{widths[code]}");
            }
            else if (isListing)
            {
                result.AppendLiteral("]");
            }

            isListing = isListed;
        }

        result.AppendLiteral(isListing ? "]]" : "]");
        return result;
    }

    private static byte[]? CodeToGlyphMap(EmbeddedFont font, ushort[] glyphs)
    {
        if (font.CodeCount == font.GlyphCount)
        {
            return null;
        }

        var map = new byte[font.CodeCount * 2];
        for (var code = 0; code < font.CodeCount; code++)
        {
            var glyph = code < font.GlyphCount ? code : Array.IndexOf(glyphs, font.GlyphOf(code));
            BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(code * 2), (ushort)glyph);
        }

        return PdfFile.Flate(map);
    }

    private static string TagOf(byte[] program) => string.Concat(SHA256.HashData(program).Take(6).Select(b => (char)('A' + (b % 26))));
}
