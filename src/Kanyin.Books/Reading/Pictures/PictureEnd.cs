using System.Buffers.Binary;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Pictures;

/// <summary>Finds pictures that were cut short, as by a broken download: their heads are good and their ends are missing.</summary>
internal static class PictureEnd
{
    /// <summary>Bytes. Cameras and editors put this much and less after a JPEG's end.</summary>
    private const int TailLength = 64 << 10;

    public static bool IsThere(Stream stream, PictureFormat format) => format switch
    {
        PictureFormat.Png => HasEndChunk(stream),
        PictureFormat.Jpeg => HasEndMarker(stream),
        _ => true,
    };

    /// <summary>PNG 5.3: length, type, data and check sum of each chunk; IEND is the last.</summary>
    private static bool HasEndChunk(Stream stream)
    {
        Span<byte> chunk = stackalloc byte[8];
        for (long at = 8; at + 12 <= stream.Length; at += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk))
        {
            stream.Position = at;
            stream.ReadExactly(chunk);
            if (chunk[4..].SequenceEqual("IEND"u8))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>ITU-T T.81 B.1.1.3: end of image. In coded data the two bytes never stand together.</summary>
    private static bool HasEndMarker(Stream stream)
    {
        stream.Position = System.Math.Max(0, stream.Length - TailLength);
        var tail = new byte[TailLength];
        return tail.AsSpan(0, stream.ReadAtLeast(tail, TailLength, throwOnEndOfStream: false)).IndexOf<byte>([0xFF, 0xD9]) >= 0;
    }
}
