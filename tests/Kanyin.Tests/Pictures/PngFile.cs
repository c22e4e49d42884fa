using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Kanyin.Tests.Pictures;

/// <summary>PNG files of every kind, made by hand.</summary>
internal static class PngFile
{
    /// <summary>A file with one patterned picture of 53 × 60 pixels.</summary>
    public static byte[] Patterned(int bits, int type, int interlace = 0, params (string Type, byte[] Data)[] extra)
    {
        var rowBytes = ((53 * bits * (type switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 })) + 7) / 8;
        var rows = Enumerable.Range(0, 60).SelectMany(y => (byte[])[0, .. Enumerable.Range(0, rowBytes).Select(x => (byte)(x / 3 * 37 * (1 + (y / 15))))]);
        (string, byte[])[] palette = type == 3 ? [("PLTE", [.. Enumerable.Range(0, 3 << bits).Select(i => (byte)(255 - (i * 5)))])] : [];
        return Of([("IHDR", Header(53, 60, bits, type, interlace)), .. extra, .. palette, ("IDAT", Packed([.. rows], CompressionLevel.Optimal)), ("IEND", [])]);
    }

    public static byte[] Of(params (string Type, byte[] Data)[] chunks) =>
        [0x89, .. "PNG"u8, 13, 10, 26, 10, .. chunks.SelectMany(c => (byte[])[.. Number((uint)c.Data.Length), .. Encoding.ASCII.GetBytes(c.Type), .. c.Data, .. Number(Crc([.. Encoding.ASCII.GetBytes(c.Type), .. c.Data]))])];

    public static byte[] Header(int width, int height, int bits, int type, int interlace = 0) =>
        [.. Number((uint)width), .. Number((uint)height), (byte)bits, (byte)type, 0, 0, (byte)interlace];

    public static byte[] Packed(byte[] rows, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var flate = new ZLibStream(packed, level, leaveOpen: true))
        {
            flate.Write(rows);
        }

        return packed.ToArray();
    }

    public static byte[] Unpacked(byte[] packed)
    {
        using var flate = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        flate.CopyTo(rows);
        return rows.ToArray();
    }

    private static byte[] Number(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var k = 0; k < 8; k++)
            {
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
