using System.Buffers.Binary;

namespace Kanyin.Editions.Pictures;

/// <summary>Writes PNG files (ISO/IEC 15948).</summary>
public static class Png
{
    private static readonly uint[] _crcTable = CrcTable();

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>
    /// A PNG file of a picture in any format that SkiaSharp decodes (WebP, BMP), or null when it cannot be decoded.
    /// The same pixels give the same bytes.
    /// </summary>
    public static byte[]? Convert(byte[] picture) => Raster.Decode(picture) is { } raster ? Write(raster) : null;

    /// <summary>A PNG file of the raster.</summary>
    public static byte[] Write(Raster raster)
    {
        using var file = new MemoryStream();
        file.Write(Signature);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, raster.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], raster.Height);
        header[8] = 8; // bits a sample
        header[9] = (byte)((raster.IsGrey ? 0 : 2) + (raster.Alpha is null ? 0 : 4)); // colour type
        Chunk(file, "IHDR"u8, header);

        var components = raster.Components + (raster.Alpha is null ? 0 : 1);
        Chunk(file, "IDAT"u8, PackedRows.Of(Interleaved(raster), raster.Width * components, components));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Interleaved(Raster raster)
    {
        if (raster.Alpha is null)
        {
            return raster.Samples;
        }

        var components = raster.Components;
        var result = new byte[raster.Samples.Length + raster.Alpha.Length];
        for (var i = 0; i < raster.Alpha.Length; i++)
        {
            raster.Samples.AsSpan(i * components, components).CopyTo(result.AsSpan(i * (components + 1)));
            result[(i * (components + 1)) + components] = raster.Alpha[i];
        }

        return result;
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            crc = _crcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[] CrcTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
            {
                c = (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            }

            table[n] = c;
        }

        return table;
    }
}
