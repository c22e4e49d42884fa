using System.Buffers.Binary;
using System.IO.Compression;

namespace Kanyin.Editions.Epub;

/// <summary>Packs a TrueType font, table by table (W3C WOFF File Format 1.0): Kobo and older readers do not know WOFF 2.</summary>
internal static class Woff
{
    private const uint Signature = 0x774F4646;
    private const int HeaderSize = 44;
    private const int EntrySize = 20;
    private const int SfntHeaderSize = 12;
    private const int SfntEntrySize = 16;

    public static byte[] Pack(ReadOnlySpan<byte> sfnt)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(sfnt[4..]);
        var directory = new byte[HeaderSize + (EntrySize * count)];
        using var tables = new MemoryStream();
        var unpackedSize = SfntHeaderSize + (SfntEntrySize * count);
        for (var i = 0; i < count; i++)
        {
            var record = sfnt.Slice(SfntHeaderSize + (SfntEntrySize * i), SfntEntrySize);
            var length = BinaryPrimitives.ReadInt32BigEndian(record[12..]);
            var table = sfnt.Slice(BinaryPrimitives.ReadInt32BigEndian(record[8..]), length);
            var packed = Smaller(table);
            var entry = directory.AsSpan(HeaderSize + (EntrySize * i));
            record[..4].CopyTo(entry); // tag
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], directory.Length + (int)tables.Length);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], packed.Length);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], length);
            record[4..8].CopyTo(entry[16..]); // checksum
            tables.Write(packed);
            tables.SetLength(tables.Length + Padding(packed.Length));
            tables.Position = tables.Length;
            unpackedSize += length + Padding(length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(directory, Signature);
        sfnt[..4].CopyTo(directory.AsSpan(4)); // flavour
        BinaryPrimitives.WriteInt32BigEndian(directory.AsSpan(8), directory.Length + (int)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(12), count);
        BinaryPrimitives.WriteInt32BigEndian(directory.AsSpan(16), unpackedSize);
        return [.. directory, .. tables.ToArray()];
    }

    private static byte[] Smaller(ReadOnlySpan<byte> table)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(table);
        }

        return packed.Length < table.Length ? packed.ToArray() : table.ToArray();
    }

    private static int Padding(int length) => -length & 3;
}
