using System.Buffers.Binary;
using System.Text;
using Kanyin.Editions.Pdf.Objects;

namespace Kanyin.Editions.Pdf;

/// <summary>
/// What the colours of the file mean (ISO 32000-1 14.11.5, ISO 19005-2 6.2.3): sRGB, as an ICC profile made here, so
/// that its bytes are ours and always the same.
/// </summary>
internal static class OutputIntent
{
    private const string Condition = "sRGB IEC61966-2.1";

    // ICC.1:2004-10 7.2: PCS illuminant D50, in 16.16 fixed point like all numbers here.
    private static readonly int[] _d50 = [0xF6D6, 0x10000, 0xD32D];

    // The primaries of IEC 61966-2-1, adapted from D65 to D50 (Bradford).
    private static readonly int[] _red = [0x6FA2, 0x38F5, 0x0390], _green = [0x6299, 0xB785, 0x18DA], _blue = [0x24A0, 0x0F84, 0xB6CF];
    private static readonly int[] _adaptation = [0x10C42, 0x5DE, -0xCDB, 0x793, 0xFD90, -0x45F, -0x25E, 0x3DC, 0xC06E];

    // IEC 61966-2-1: ((x + .055) / 1.055) ^ 2.4 from .04045 up, x / 12.92 below.
    private static readonly int[] _curve = [0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B];

    public static PdfRef Write(PdfFile file)
    {
        var profile = file.Stream($"/N 3/Filter/FlateDecode", PdfFile.Flate(Profile()));
        return file.Object($"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{Condition}/Info{Condition}/DestOutputProfile {profile}>>");
    }

    /// <summary>A matrix and curve display profile of version 4.2 (ICC.1:2004-10 8.3.3).</summary>
    public static byte[] Profile()
    {
        var curve = Tag("para", [0, 3, 0, 0], _curve);
        (string Name, byte[] Data)[] tags =
        [
            ("desc", Words("sRGB")), ("cprt", Words("No copyright, use freely.")), ("wtpt", Tag("XYZ ", [], _d50)), ("chad", Tag("sf32", [], _adaptation)),
            ("rXYZ", Tag("XYZ ", [], _red)), ("gXYZ", Tag("XYZ ", [], _green)), ("bXYZ", Tag("XYZ ", [], _blue)), ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var data = new List<byte>();
        var table = new List<byte>(Fixed(tags.Length));
        var places = new Dictionary<byte[], int>();
        var first = 128 + 4 + (12 * tags.Length);
        foreach (var (name, bytes) in tags)
        {
            if (places.TryAdd(bytes, first + data.Count))
            {
                data.AddRange(bytes);
            }

            table.AddRange([.. Encoding.ASCII.GetBytes(name), .. Fixed(places[bytes], bytes.Length)]);
        }

        return [.. Header(first + data.Count), .. table, .. data];
    }

    // 7.2: version, class, colour space, connection space, a fixed date, signature, illuminant; all else 0.
    private static byte[] Header(int size)
    {
        var header = new byte[128];
        Fixed(size).CopyTo(header, 0);
        Fixed(0x04200000).CopyTo(header, 8);
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        ((ReadOnlySpan<byte>)[0x07, 0xD0, 0, 1, 0, 1]).CopyTo(header.AsSpan(24));
        "acsp"u8.CopyTo(header.AsSpan(36));
        Fixed(_d50).CopyTo(header, 68);
        return header;
    }

    // 10.13: one record, in the language of the United States.
    private static byte[] Words(string text)
    {
        var utf16 = Encoding.BigEndianUnicode.GetBytes(text);
        byte[] tag = [.. Tag("mluc", [], [1, 12]), .. "enUS"u8, .. Fixed(utf16.Length, 28), .. utf16];
        return [.. tag, .. new byte[-tag.Length & 3]];
    }

    private static byte[] Tag(string type, byte[] before, int[] numbers) => [.. Encoding.ASCII.GetBytes(type), 0, 0, 0, 0, .. before, .. Fixed(numbers)];

    private static byte[] Fixed(params int[] numbers)
    {
        var bytes = new byte[4 * numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), numbers[i]);
        }

        return bytes;
    }
}
