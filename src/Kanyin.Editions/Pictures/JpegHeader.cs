using System.Buffers.Binary;

namespace Kanyin.Editions.Pictures;

/// <summary>What a PDF must know of a JPEG file that it holds as it is (ITU-T T.81, EXIF).</summary>
/// <param name="Components">1 grey, 3 colour, 4 CMYK.</param>
public sealed record JpegHeader(int Width, int Height, int Components, Orientation Turn)
{
    /// <summary>In several scans, each of them finer.</summary>
    public bool IsProgressive { get; init; }

    /// <summary>What the file says its colours mean, or null for sRGB (ICC.1:2010 B.4).</summary>
    public byte[]? Profile { get; init; }

    /// <summary>Null unless the file is baseline, extended or progressive Huffman with 8 bits a sample, which is what readers decode.</summary>
    public static JpegHeader? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
        {
            return null;
        }

        var turn = Orientation.Upright;
        using var profile = new MemoryStream();
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xFF) // fill byte
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
            {
                return null;
            }

            var segment = file.Slice(at + 4, length - 2);
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    return Frame(segment, turn) is { } frame ? frame with { Profile = IccProfile.Fits(profile.ToArray(), frame.Components) ? profile.ToArray() : null, IsProgressive = marker == 0xC2 } : null;
                case 0xE2 when segment.StartsWith("ICC_PROFILE\0"u8) && segment.Length > 14:
                    profile.Write(segment[14..]); // a part; the parts stand in order
                    break;
                case 0xE1 when segment.StartsWith("Exif\0\0"u8):
                    turn = ReadTurn(segment[6..]);
                    break;
                case 0xC3 or (>= 0xC5 and <= 0xC7) or (>= 0xC9 and <= 0xCB) or (>= 0xCD and <= 0xCF) or 0xDA:
                    return null; // lossless, hierarchical or arithmetic, or a scan without a frame
                default:
                    break;
            }

            at += 2 + length;
        }

        return null;
    }

    private static JpegHeader? Frame(ReadOnlySpan<byte> segment, Orientation turn)
    {
        if (segment.Length < 6 || segment[0] != 8)
        {
            return null;
        }

        int height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        return width > 0 && height > 0 && segment[5] is 1 or 3 or 4
            ? new JpegHeader(width, height, segment[5], turn)
            : null;
    }

    // The TIFF structure's first directory, tag 0x0112.
    private static Orientation ReadTurn(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return Orientation.Upright;
        }

        var isLittle = tiff[0] == 'I';
        var directory = U32(tiff, 4, isLittle);
        if (directory > tiff.Length - 2)
        {
            return Orientation.Upright;
        }

        var count = U16(tiff, (int)directory, isLittle);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)directory + 2 + (12 * i);
            if (entry + 12 > tiff.Length)
            {
                break;
            }

            if (U16(tiff, entry, isLittle) == 0x0112 && U16(tiff, entry + 8, isLittle) is >= 1 and <= 8 and var value)
            {
                return (Orientation)value;
            }
        }

        return Orientation.Upright;
    }

    private static ushort U16(ReadOnlySpan<byte> data, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(data[at..]) : BinaryPrimitives.ReadUInt16BigEndian(data[at..]);

    private static uint U32(ReadOnlySpan<byte> data, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(data[at..]) : BinaryPrimitives.ReadUInt32BigEndian(data[at..]);
}
