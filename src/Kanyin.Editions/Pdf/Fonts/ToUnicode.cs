using Kanyin.Editions.Pdf.Objects;

namespace Kanyin.Editions.Pdf.Fonts;

/// <summary>The CMap that gives characters back for codes (ISO 32000-1 9.10.3).</summary>
internal static class ToUnicode
{
    // Adobe Technical Note 5411: at most 100 entries a section.
    private const int EntriesPerSection = 100;

    public static byte[] Of(EmbeddedFont font)
    {
        var cmap = new PdfBuffer();
        cmap.AppendLiteral("""
            /CIDInit/ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000><FFFF>
            endcodespacerange

            """);
        foreach (var section in Enumerable.Range(1, font.CodeCount - 1).Chunk(EntriesPerSection))
        {
            cmap.Append($"{section.Length} beginbfchar\n");
            foreach (var code in section)
            {
                cmap.AppendLiteral($"<{code:X4}><{Hex(font.TextOf(code))}>\n");
            }

            cmap.Append($"endbfchar\n");
        }

        cmap.AppendLiteral("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
        return cmap.Written.ToArray();
    }

    // Glyphs without a character of their own lie under ActualText. For readers that ignore it they must still map to
    // something (ISO 19005-2 6.2.11.7.2): the zero width space shows least. The same clause forbids three code points.
    private static string Hex(string text)
    {
        var allowed = string.Concat(text.Where(c => c is not ('\0' or '\uFEFF' or '\uFFFE')));
        return allowed.Length == 0 ? "200B" : Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes(allowed));
    }
}
