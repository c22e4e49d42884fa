using System.Buffers.Binary;
using System.Text;

namespace Kanyin.Typesetting.Fonts;

/// <summary>
/// The test face of typography.md section 9: Han and marks 1em (⸺ 2em), ASCII, short dashes and ① … ⑳ .5em, a space .25em. It draws nothing.
/// A glyph's id is its code point, so positions can be read without tables.
/// </summary>
public static class TestFace
{
    private const int Glyphs = 0xFFFE;

    public static FontFace Create() => new("KanyinTest", FontData.Of(Sfnt()));

    private static ushort Advance(int c) => c switch
    {
        ' ' or 0xA0 => 250,
        0x2E3A => 2000,
        0x2010 or 0x2013 => 500,
        < 0x2000 or (>= 0x2460 and <= 0x24FF) => 500,
        _ => 1000,
    };

    private static byte[] Sfnt()
    {
        var hmtx = new byte[Glyphs * 4];
        for (var g = 0; g < Glyphs; g++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(g * 4), Advance(g));
        }

        (string Tag, byte[] Data)[] tables =
        [
            ("OS/2", Words(3, 500, 400, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32, 0xFFFD, 0, 880, -120, 0, 880, 120, 0, 0, 0, 0, 500, 700, 0, 32, 0)),
            ("cmap", Words(0, 1, 3, 10, 0, 12, 12, 0, 0, 28, 0, 0, 0, 1, 0, 0x20, 0, Glyphs - 1, 0, 0x20)),
            ("glyf", []),
            ("head", Words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, -120, 1000, 880, 0, 8, 2, 0, 0)),
            ("hhea", Words(1, 0, 880, -120, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, Glyphs)),
            ("hmtx", hmtx),
            ("loca", new byte[(Glyphs + 1) * 2]),
            ("maxp", Words(1, 0, Glyphs, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)),
            ("post", Words(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
        ];
        return Assemble(tables);
    }

    private static byte[] Words(params int[] words)
    {
        var data = new byte[words.Length * 2];
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(data.AsSpan(i * 2), unchecked((short)words[i]));
        }

        return data;
    }

    private static byte[] Assemble((string Tag, byte[] Data)[] tables)
    {
        var position = 12 + (16 * tables.Length);
        var sfnt = new byte[position + tables.Sum(t => (t.Data.Length + 3) & ~3)];
        BinaryPrimitives.WriteUInt32BigEndian(sfnt, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(sfnt.AsSpan(4), (ushort)tables.Length);
        for (var i = 0; i < tables.Length; i++)
        {
            var record = sfnt.AsSpan(12 + (16 * i));
            Encoding.ASCII.GetBytes(tables[i].Tag, record);
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)position);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)tables[i].Data.Length);
            tables[i].Data.CopyTo(sfnt, position);
            position += (tables[i].Data.Length + 3) & ~3;
        }

        return sfnt;
    }
}
