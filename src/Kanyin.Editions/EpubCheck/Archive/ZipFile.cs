using System.Buffers.Binary;
using System.IO.Compression;

namespace Kanyin.Editions.EpubCheck.Archive;

/// <summary>A ZIP file whose entries are read into memory one at a time, within limits that no real book meets.</summary>
internal sealed class ZipFile
{
    /// <summary>Bytes of one entry after decompression.</summary>
    public const long MaximumEntry = 256L << 20;

    /// <summary>Bytes of all entries after decompression.</summary>
    public const long MaximumTotal = 1L << 30;

    /// <summary>Deflate gives at most 1032 to 1; text of a book gives 5 to 20. Below the floor, blank pictures may.</summary>
    private const int MaximumRatio = 200;
    private const long RatioFloor = 4L << 20;

    private readonly Stream _file;
    private long _read;

    /// <exception cref="InvalidDataException">It is no ZIP file.</exception>
    public ZipFile(Stream file)
    {
        _file = file;
        Members = ZipDirectory.Read(file);
    }

    public IReadOnlyList<ZipMember> Members { get; }

    /// <summary>The first 58 bytes or fewer: header and content of the entry that has to be mimetype (OCF 4.3).</summary>
    public byte[] Head()
    {
        var head = new byte[58];
        _file.Position = 0;
        return head[.._file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Names of entries whose bytes overlap another's, as in bombs that use the same bytes many times.</summary>
    public IEnumerable<ZipMember> Overlapping()
    {
        var end = 0L;
        foreach (var member in Members.OrderBy(m => m.HeaderOffset))
        {
            if (member.HeaderOffset < end)
            {
                yield return member;
            }

            end = Math.Max(end, member.HeaderOffset + 30 + member.Packed);
        }
    }

    /// <exception cref="InvalidDataException">It cannot be read, or only beyond the limits; the message says why.</exception>
    public byte[] Read(ZipMember member)
    {
        if (member.IsEnciphered)
        {
            throw new InvalidDataException("The entry is enciphered.");
        }

        if (member.Length is < 0 or > MaximumEntry || (member.Length > RatioFloor && member.Length / MaximumRatio > member.Packed))
        {
            throw new InvalidDataException($"The entry swells from {member.Packed} to {member.Length} bytes, as in a ZIP bomb.");
        }

        _read += member.Length;
        if (_read > MaximumTotal)
        {
            throw new InvalidDataException("All entries together are larger than 1 GiB.");
        }

        var packed = Packed(member);
        var bytes = member.Method switch
        {
            ZipMember.Stored => packed,
            ZipMember.Deflated => Inflate(packed, member.Length),
            _ => throw new InvalidDataException($"The entry is compressed by method {member.Method}; only 0 (stored) and 8 (Deflate) are allowed."),
        };
        return bytes.Length == member.Length ? bytes : throw new InvalidDataException("The entry's length is not the declared one.");
    }

    private byte[] Packed(ZipMember member)
    {
        Span<byte> header = stackalloc byte[30];
        if (member.HeaderOffset < 0 || member.HeaderOffset > _file.Length - header.Length)
        {
            throw new InvalidDataException("The entry lies outside the file.");
        }

        _file.Position = member.HeaderOffset;
        _file.ReadExactly(header);
        var start = member.HeaderOffset + header.Length + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x04034B50 || member.Packed < 0 || member.Packed > _file.Length - start)
        {
            throw new InvalidDataException("The entry's header is broken, or the entry is cut short.");
        }

        var packed = new byte[member.Packed];
        _file.Position = start;
        _file.ReadExactly(packed);
        return packed;
    }

    /// <summary>Stops one byte past the declared length, whatever the stream would still give.</summary>
    private static byte[] Inflate(byte[] packed, long length)
    {
        var bytes = new byte[length];
        using var deflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        var read = deflate.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read < length ? bytes[..read]
            : deflate.ReadByte() >= 0 ? throw new InvalidDataException("The entry is longer than it declares.")
            : bytes;
    }
}
