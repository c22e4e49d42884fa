using System.Buffers.Binary;
using System.Globalization;
using Kanyin.Editions.Proofs.Cos;
using static Kanyin.Editions.Proofs.Conformance.ConformanceKinds;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>ISO 19005-2 6.2.11 and ISO 14289-1 7.21: every font is embedded, and every code that is shown has a glyph, its width and a character.</summary>
internal static class FontClauses
{
    /// <summary>Thousandths of an em that widths may differ (ISO 19005-2 6.2.11.5).</summary>
    private const double WidthTolerance = 1;

    public static void Check(Inspection inspection, IReadOnlyList<ContentScan> contents)
    {
        var file = inspection.File;
        foreach (var (font, codes) in CodesByFont(file, contents))
        {
            if (file.Resolve(new CosReference(font)) is not CosDictionary dictionary || Descendant(font, dictionary, inspection) is not { } descendant)
            {
                continue;
            }

            CheckCharacters(font, dictionary, codes, inspection);
            if (Program(descendant, file) is not { } program)
            {
                inspection.Report(FontProgram, $"The font of object {font} has no TrueType program.");
                continue;
            }

            CheckGlyphs(font, descendant, program, codes, inspection);
        }
    }

    private static Dictionary<int, HashSet<int>> CodesByFont(CosFile file, IReadOnlyList<ContentScan> contents)
    {
        var result = new Dictionary<int, HashSet<int>>();
        foreach (var page in contents)
        {
            var fonts = file.Dictionary(page.Page.Resources, "Font");
            foreach (var (name, codes) in page.CodesShown)
            {
                var number = (fonts?.Entries.GetValueOrDefault(name) as CosReference)?.Number ?? 0;
                if (!result.TryGetValue(number, out var all))
                {
                    result.Add(number, all = []);
                }

                all.UnionWith(codes);
            }
        }

        return result;
    }

    // Our files have Type 0 fonts with TrueType outlines and two-byte codes, and nothing else.
    private static CosDictionary? Descendant(int number, CosDictionary font, Inspection inspection)
    {
        var file = inspection.File;
        var descendant = file.Items(font.Entries.GetValueOrDefault("DescendantFonts")) is [var only] ? file.Resolve(only) as CosDictionary : null;
        var isSound = file.Name(font, "Subtype") == "Type0" && file.Name(font, "Encoding") == "Identity-H" && descendant is not null
            && file.Name(descendant, "Subtype") == "CIDFontType2"
            && file.Name(descendant, "BaseFont") == file.Name(font, "BaseFont")
            && (file.Name(descendant, "CIDToGIDMap") == "Identity" || file.Get(descendant, "CIDToGIDMap") is CosStream);
        inspection.Require(isSound, FontDictionary, $"The font of object {number} is no Type 0 font over a CIDFontType2 with a CIDToGIDMap.");
        return isSound ? descendant : null;
    }

    private static void CheckCharacters(int number, CosDictionary font, HashSet<int> codes, Inspection inspection)
    {
        if (inspection.File.Get(font, "ToUnicode") is not CosStream stream)
        {
            inspection.Report(Unicode, $"The font of object {number} has no ToUnicode.");
            return;
        }

        var characters = Characters(inspection.File.Decode(stream));
        foreach (var code in codes.Order())
        {
            // 6.2.11.7.2 forbids three values by name.
            var text = characters.GetValueOrDefault(code) ?? "";
            inspection.Require(text.Length > 0 && text.AsSpan().IndexOfAny('\0', '\uFEFF', '\uFFFE') < 0, Unicode, $"Code {Hex(code)} of the font of object {number} stands for no character, or for one that is forbidden.");
        }
    }

    // Reads bfchar sections, the only ones that we write.
    private static Dictionary<int, string> Characters(byte[] map)
    {
        var result = new Dictionary<int, string>();
        var reader = new CosReader(map);
        var strings = new List<CosString>();
        while (reader.Next() is { } value)
        {
            if (value is CosString text)
            {
                strings.Add(text);
            }
            else if (value is CosWord { Value: "beginbfchar" })
            {
                strings.Clear();
            }
            else if (value is CosWord { Value: "endbfchar" })
            {
                foreach (var pair in strings.Chunk(2).Where(p => p is [{ Bytes.Length: 2 }, _]))
                {
                    result[BinaryPrimitives.ReadUInt16BigEndian(pair[0].Bytes)] = System.Text.Encoding.BigEndianUnicode.GetString(pair[1].Bytes);
                }
            }
        }

        return result;
    }

    private static TrueTypeProgram? Program(CosDictionary descendant, CosFile file) =>
        file.Dictionary(descendant, "FontDescriptor") is { } descriptor && file.Get(descriptor, "FontFile2") is CosStream stream ? TrueTypeProgram.Read(file.Decode(stream)) : null;

    private static void CheckGlyphs(int number, CosDictionary descendant, TrueTypeProgram program, HashSet<int> codes, Inspection inspection)
    {
        var file = inspection.File;
        var map = file.Get(descendant, "CIDToGIDMap") is CosStream stream ? file.Decode(stream) : null;
        var (common, widths) = WidthsOf(descendant, file);
        foreach (var code in codes.Order())
        {
            var glyph = map is null ? code : (2 * code) + 1 < map.Length ? BinaryPrimitives.ReadUInt16BigEndian(map.AsSpan(2 * code)) : 0;
            if (glyph == 0 || glyph >= program.GlyphCount)
            {
                inspection.Report(NotDefined, $"Code {Hex(code)} of the font of object {number} shows glyph {glyph}, which the program lacks or which is .notdef.");
                continue;
            }

            var said = widths.GetValueOrDefault(code, common);
            inspection.Require(Math.Abs(said - program.WidthOf(glyph)) <= WidthTolerance, Widths, string.Create(CultureInfo.InvariantCulture, $"Code {Hex(code)} of the font of object {number} is {said} wide in the PDF and {program.WidthOf(glyph):0.##} in the program."));
        }
    }

    // ISO 32000-1 9.7.4.3: “first [widths]” or “first last width”.
    private static (double Common, Dictionary<int, double> Widths) WidthsOf(CosDictionary descendant, CosFile file)
    {
        var widths = new Dictionary<int, double>();
        var items = file.Items(descendant.Entries.GetValueOrDefault("W"));
        for (var i = 0; i + 1 < items.Count; i += 2)
        {
            var first = (items[i] as CosNumber)?.Int ?? 0;
            if (file.Resolve(items[i + 1]) is CosArray list)
            {
                for (var k = 0; k < list.Items.Count; k++)
                {
                    widths[first + k] = (list.Items[k] as CosNumber)?.Value ?? 0;
                }
            }
            else if (i + 2 < items.Count && items[i + 1] is CosNumber last && items[i + 2] is CosNumber width)
            {
                for (var code = first; code <= Math.Min(last.Int, ushort.MaxValue); code++)
                {
                    widths[code] = width.Value;
                }

                i++;
            }
        }

        return ((file.Get(descendant, "DW") as CosNumber)?.Value ?? 1000, widths);
    }

    private static string Hex(int code) => code.ToString("X4", CultureInfo.InvariantCulture);
}
