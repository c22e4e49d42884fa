using System.Buffers.Binary;
using System.IO.Compression;

namespace Kanyin.Typesetting.Fonts;

/// <summary>Reads the tables of a TrueType file and unpacks WOFF 1 (W3C WOFF File Format 1.0).</summary>
internal static class SfntReader
{
    private const uint WoffSignature = 0x774F4646;

    /// <summary>The bytes as an sfnt file. Throws <see cref="InvalidDataException"/> for anything else than TrueType or WOFF 1.</summary>
    public static byte[] ToSfnt(byte[] file) => file.Length > 44 && U32(file, 0) == WoffSignature ? Unpack(file) : file;

    /// <summary>A table's bytes, or empty when the font has none of that name.</summary>
    public static ReadOnlySpan<byte> Table(byte[] sfnt, string tag)
    {
        var count = U16(sfnt, 4);
        for (var i = 0; i < count; i++)
        {
            var record = 12 + (16 * i);
            if (sfnt[record] == tag[0] && sfnt[record + 1] == tag[1] && sfnt[record + 2] == tag[2] && sfnt[record + 3] == tag[3])
            {
                return sfnt.AsSpan((int)U32(sfnt, record + 8), (int)U32(sfnt, record + 12));
            }
        }

        return default;
    }

    public static ushort U16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data[at..]);

    public static short I16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadInt16BigEndian(data[at..]);

    public static uint U32(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt32BigEndian(data[at..]);

    private static byte[] Unpack(byte[] woff)
    {
        var count = U16(woff, 12);
        var sfnt = new byte[U32(woff, 16)];
        woff.AsSpan(4, 4).CopyTo(sfnt);
        BinaryPrimitives.WriteUInt16BigEndian(sfnt.AsSpan(4), count);
        var position = 12 + (16 * count);
        for (var i = 0; i < count; i++)
        {
            var entry = 44 + (20 * i);
            var offset = (int)U32(woff, entry + 4);
            var packed = (int)U32(woff, entry + 8);
            var length = (int)U32(woff, entry + 12);
            var record = 12 + (16 * i);
            woff.AsSpan(entry, 4).CopyTo(sfnt.AsSpan(record));
            woff.AsSpan(entry + 16, 4).CopyTo(sfnt.AsSpan(record + 4));
            BinaryPrimitives.WriteUInt32BigEndian(sfnt.AsSpan(record + 8), (uint)position);
            BinaryPrimitives.WriteUInt32BigEndian(sfnt.AsSpan(record + 12), (uint)length);
            if (packed == length)
            {
                woff.AsSpan(offset, length).CopyTo(sfnt.AsSpan(position));
            }
            else
            {
                using var zlib = new ZLibStream(new MemoryStream(woff, offset, packed), CompressionMode.Decompress);
                zlib.ReadExactly(sfnt.AsSpan(position, length));
            }

            position += (length + 3) & ~3;
        }

        return sfnt;
    }
}
