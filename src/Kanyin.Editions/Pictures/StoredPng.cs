using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Pictures;

/// <summary>The pixels of a PNG file that a PDF can hold just as they are coded (ISO/IEC 15948, ISO 32000-1 7.4.4.4).</summary>
/// <param name="Bits">Bits a sample: 1, 2, 4 or 8.</param>
/// <param name="Components">1 grey or indexed, 3 colour.</param>
/// <param name="Colours">What the indices mean, 3 bytes each, RGB; null when the samples are not indices.</param>
/// <param name="Data">The rows, filtered and packed by zlib.</param>
public sealed record StoredPng(int Width, int Height, int Bits, int Components, byte[]? Colours, byte[] Data)
{
    private const int LongestProfile = 4 << 20;

    /// <summary>What the file says its samples mean, or null for sRGB (11.3.3.3).</summary>
    public byte[]? Profile { get; init; }

    /// <summary>
    /// Null unless the file is whole, its pixels are opaque, sRGB or samples with a profile, of at most 8 bits a sample, not interlaced, and packed
    /// well enough to be kept.
    /// </summary>
    public static StoredPng? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Png.Signature))
        {
            return null;
        }

        StoredPng? png = null;
        bool isSrgb = false, isMeasured = false;
        using var data = new MemoryStream();
        for (var at = Png.Signature.Length; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (length < 0 || length > file.Length - at - 12)
            {
                return null;
            }

            var body = file.Slice(at + 8, length);
            switch (Encoding.ASCII.GetString(file.Slice(at + 4, 4)))
            {
                case "IHDR":
                    png = Header(body);
                    break;
                case "PLTE" when png is { Colours: not null }:
                    png = png with { Colours = body.ToArray() };
                    break;
                case "IDAT":
                    data.Write(body);
                    break;
                case "sRGB":
                    isSrgb = true;
                    break;
                case "gAMA" or "cHRM":
                    isMeasured = true; // of no account beside sRGB (11.3.3.5)
                    break;
                case "iCCP" when png is { Colours: null } && ProfileIn(body) is { } profile && IccProfile.Fits(profile, png.Components):
                    png = png with { Profile = profile };
                    break;
                case "iCCP" or "cICP" or "tRNS" or "eXIf":
                    return null; // other colours, clear pixels, perhaps a turn
                case "IEND":
                    png = png is null || (isMeasured && !isSrgb && png.Profile is null) ? null : png with { Data = data.ToArray() };
                    return png?.IsSound() == true ? png : null;
                default:
                    break;
            }

            at += 12 + length;
        }

        return null;
    }

    /// <summary>A name, a zero, the method, then the profile packed by zlib.</summary>
    private static byte[]? ProfileIn(ReadOnlySpan<byte> chunk)
    {
        var end = chunk.IndexOf((byte)0);
        if (end < 0 || end + 2 > chunk.Length)
        {
            return null;
        }

        try
        {
            using var packed = new ZLibStream(new MemoryStream(chunk[(end + 2)..].ToArray()), CompressionMode.Decompress);
            var profile = new byte[LongestProfile];
            return profile[..packed.ReadAtLeast(profile, LongestProfile, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static StoredPng? Header(ReadOnlySpan<byte> header)
    {
        if (header.Length != 13 || header[10..] is not [0, 0, 0]) // the last is for interlacing
        {
            return null;
        }

        int width = BinaryPrimitives.ReadInt32BigEndian(header), height = BinaryPrimitives.ReadInt32BigEndian(header[4..]), bits = header[8];
        if (width <= 0 || height <= 0 || (long)width * height > Picture.MaximumPixels || bits is not (1 or 2 or 4 or 8))
        {
            return null;
        }

        return header[9] switch
        {
            0 => new StoredPng(width, height, bits, 1, null, []),
            2 when bits == 8 => new StoredPng(width, height, bits, 3, null, []),
            3 => new StoredPng(width, height, bits, 1, [], []),
            _ => null,
        };
    }

    // A reader of the PDF would show a damaged picture as a blank or not at all. What is packed to no less than half
    // its size is a photograph or was hardly packed; coding it anew may save much.
    private bool IsSound()
    {
        var row = new byte[((((long)Width * Components * Bits) + 7) / 8) + 1];
        if ((Colours is { } colours && (colours.Length == 0 || colours.Length > 3 << Bits || colours.Length % 3 != 0)) || Data.Length > (long)row.Length * Height / 2)
        {
            return false;
        }

        try
        {
            using var rows = new ZLibStream(new MemoryStream(Data), CompressionMode.Decompress);
            for (var y = 0; y < Height; y++)
            {
                rows.ReadExactly(row);
                if (row[0] > 4) // there is no such filter
                {
                    return false;
                }
            }

            return rows.ReadByte() < 0;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return false;
        }
    }
}
