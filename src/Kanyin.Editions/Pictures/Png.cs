using System.Buffers.Binary;
using System.IO.Compression;

namespace Kanyin.Editions.Pictures;

/// <summary>Writes PNG files (ISO/IEC 15948) and the filtered rows that PDF shares with them.</summary>
public static class Png
{
    private static readonly uint[] _crcTable = CrcTable();

    /// <summary>
    /// A PNG file of a picture in any format that SkiaSharp decodes (WebP, BMP), or null when it cannot be decoded.
    /// The same pixels give the same bytes.
    /// </summary>
    public static byte[]? Convert(byte[] picture) => Raster.Decode(picture) is { } raster ? Write(raster) : null;

    /// <summary>A PNG file of the raster.</summary>
    public static byte[] Write(Raster raster)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, raster.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], raster.Height);
        header[8] = 8; // bits a sample
        header[9] = (byte)((raster.IsGrey ? 0 : 2) + (raster.Alpha is null ? 0 : 4)); // colour type
        Chunk(file, "IHDR"u8, header);

        var components = raster.Components + (raster.Alpha is null ? 0 : 1);
        using var data = new MemoryStream();
        using (var flate = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            flate.Write(FilterRows(Interleaved(raster), raster.Width * components, components));
        }

        Chunk(file, "IDAT"u8, data.GetBuffer().AsSpan(0, (int)data.Length));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Puts before each row the filter (0 to 4) that leaves the smallest sum of differences, and filters it.</summary>
    public static byte[] FilterRows(ReadOnlySpan<byte> samples, int rowBytes, int pixelBytes)
    {
        var rows = samples.Length / rowBytes;
        var result = new byte[rows * (rowBytes + 1)];
        var trial = new byte[rowBytes];
        ReadOnlySpan<byte> above = new byte[rowBytes];
        for (var y = 0; y < rows; y++)
        {
            var row = samples.Slice(y * rowBytes, rowBytes);
            var target = result.AsSpan(y * (rowBytes + 1), rowBytes + 1);
            var best = long.MaxValue;
            for (byte filter = 0; filter <= 4; filter++)
            {
                var cost = FilterRow(filter, row, above, pixelBytes, trial);
                if (cost < best)
                {
                    best = cost;
                    target[0] = filter;
                    trial.CopyTo(target[1..]);
                }
            }

            above = row;
        }

        return result;
    }

    // ISO/IEC 15948 9.2. Returns the sum of the results taken as signed. One loop a filter: they are the slowest part.
    private static long FilterRow(byte filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int pixelBytes, Span<byte> result)
    {
        above = above[..row.Length];
        result = result[..row.Length];
        switch (filter)
        {
            case 0:
                row.CopyTo(result);
                break;
            case 1:
                row[..pixelBytes].CopyTo(result);
                for (var i = pixelBytes; i < row.Length; i++)
                {
                    result[i] = (byte)(row[i] - row[i - pixelBytes]);
                }

                break;
            case 2:
                for (var i = 0; i < row.Length; i++)
                {
                    result[i] = (byte)(row[i] - above[i]);
                }

                break;
            case 3:
                for (var i = 0; i < row.Length; i++)
                {
                    result[i] = (byte)(row[i] - (((i < pixelBytes ? 0 : row[i - pixelBytes]) + above[i]) / 2));
                }

                break;
            default:
                for (var i = 0; i < row.Length; i++)
                {
                    result[i] = (byte)(row[i] - (i < pixelBytes ? above[i] : Paeth(row[i - pixelBytes], above[i], above[i - pixelBytes])));
                }

                break;
        }

        long cost = 0;
        foreach (var b in result)
        {
            cost += b < 128 ? b : 256 - b;
        }

        return cost;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        int a = Math.Abs(estimate - left), b = Math.Abs(estimate - up), c = Math.Abs(estimate - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
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
