using System.Buffers.Binary;
using System.IO.Compression;

namespace Kanyin.Typesetting.Fonts;

/// <summary>Reads the tables of a TrueType file and unpacks WOFF 1 (W3C WOFF File Format 1.0).</summary>
internal static class SfntReader
{
    private const uint WoffSignature = 0x774F4646;

    /// <summary>How many bytes the file has as an sfnt file: unpacked, if it is WOFF.</summary>
    public static int LengthOfSfnt(ReadOnlySpan<byte> file) => IsWoff(file) ? (int)U32(file, 16) : file.Length;

    /// <summary>Writes the file as an sfnt file. Throws <see cref="InvalidDataException"/> for a damaged one.</summary>
    /// <param name="sfnt">Zeros, as many as <see cref="LengthOfSfnt"/> says.</param>
    public static void CopySfnt(ReadOnlySpan<byte> file, Span<byte> sfnt)
    {
        if (!IsWoff(file))
        {
            file.CopyTo(sfnt);
            return;
        }

        try
        {
            Unpack(file, sfnt);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or EndOfStreamException)
        {
            throw new InvalidDataException("The WOFF file is damaged.", e);
        }
    }

    /// <summary>A table's bytes, or empty when the font has none of that name.</summary>
    public static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> sfnt, string tag)
    {
        var count = U16(sfnt, 4);
        for (var i = 0; i < count; i++)
        {
            var record = 12 + (16 * i);
            if (sfnt[record] == tag[0] && sfnt[record + 1] == tag[1] && sfnt[record + 2] == tag[2] && sfnt[record + 3] == tag[3])
            {
                return sfnt.Slice((int)U32(sfnt, record + 8), (int)U32(sfnt, record + 12));
            }
        }

        return default;
    }

    public static ushort U16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data[at..]);

    public static short I16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadInt16BigEndian(data[at..]);

    public static uint U32(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt32BigEndian(data[at..]);

    private static bool IsWoff(ReadOnlySpan<byte> file) => file.Length > 44 && U32(file, 0) == WoffSignature;

    private static void Unpack(ReadOnlySpan<byte> woff, Span<byte> sfnt)
    {
        var count = U16(woff, 12);
        woff.Slice(4, 4).CopyTo(sfnt);
        BinaryPrimitives.WriteUInt16BigEndian(sfnt[4..], count);
        var position = 12 + (16 * count);
        for (var i = 0; i < count; i++)
        {
            var entry = 44 + (20 * i);
            var offset = (int)U32(woff, entry + 4);
            var packed = (int)U32(woff, entry + 8);
            var length = (int)U32(woff, entry + 12);
            var record = 12 + (16 * i);
            woff.Slice(entry, 4).CopyTo(sfnt[record..]);
            woff.Slice(entry + 16, 4).CopyTo(sfnt[(record + 4)..]);
            BinaryPrimitives.WriteUInt32BigEndian(sfnt[(record + 8)..], (uint)position);
            BinaryPrimitives.WriteUInt32BigEndian(sfnt[(record + 12)..], (uint)length);
            if (packed == length)
            {
                woff.Slice(offset, length).CopyTo(sfnt[position..]);
            }
            else
            {
                using var zlib = new ZLibStream(new MemoryStream(woff.Slice(offset, packed).ToArray()), CompressionMode.Decompress);
                zlib.ReadExactly(sfnt.Slice(position, length));
            }

            position += (length + 3) & ~3;
        }
    }
}
