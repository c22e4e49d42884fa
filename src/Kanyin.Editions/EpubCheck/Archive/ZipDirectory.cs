using System.Buffers.Binary;
using System.Text;

namespace Kanyin.Editions.EpubCheck.Archive;

/// <summary>
/// The central directory of a ZIP file. Read by ourselves, because the framework's archive tells neither the
/// first entry's header, nor bad names, nor entries that share bytes.
/// </summary>
internal static class ZipDirectory
{
    /// <summary>Entries. Real books have a few thousand at most.</summary>
    public const int MaximumEntries = 65_535;

    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int MaximumComment = 65_535;
    private const long MaximumDirectory = 64L << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="InvalidDataException">There is no directory, or it contradicts the file.</exception>
    public static List<ZipMember> Read(Stream file)
    {
        var (start, length, count) = Find(file);
        if (count > MaximumEntries)
        {
            throw new InvalidDataException("The archive has too many entries.");
        }

        if (start < 0 || length < 0 || length > MaximumDirectory || start > file.Length - length)
        {
            throw new InvalidDataException("The archive's directory lies outside the file: it was cut short.");
        }

        var directory = new byte[length];
        file.Position = start;
        file.ReadExactly(directory);
        var members = new List<ZipMember>();
        var rest = directory.AsSpan();
        while (rest.Length >= EntryLength && BinaryPrimitives.ReadUInt32LittleEndian(rest) == 0x02014B50)
        {
            members.Add(Entry(rest, out var used));
            rest = rest[used..];
        }

        return members.Count == count ? members : throw new InvalidDataException($"The archive's directory has {members.Count} entries where {count} are declared.");
    }

    private static (long Start, long Length, long Count) Find(Stream file)
    {
        var tail = new byte[Math.Min(file.Length, EndLength + MaximumComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) == 0x06054B50 && BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) <= end.Length - EndLength)
            {
                var (count, length, start) = (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
                return count == ushort.MaxValue || length == uint.MaxValue || start == uint.MaxValue
                    ? FindZip64(file, file.Length - tail.Length + at) ?? (start, length, count)
                    : (start, length, count);
            }
        }

        throw new InvalidDataException("This is no ZIP archive, or its end is missing.");
    }

    /// <summary>APPNOTE 4.3.14 and 4.3.15: the locator stands just before the end record.</summary>
    private static (long Start, long Length, long Count)? FindZip64(Stream file, long end)
    {
        Span<byte> locator = stackalloc byte[20];
        if (end < locator.Length)
        {
            return null;
        }

        file.Position = end - locator.Length;
        file.ReadExactly(locator);
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != 0x07064B50 || at < 0 || at > file.Length - 56)
        {
            return null;
        }

        Span<byte> record = stackalloc byte[56];
        file.Position = at;
        file.ReadExactly(record);
        return BinaryPrimitives.ReadUInt32LittleEndian(record) != 0x06064B50
            ? throw new InvalidDataException("The archive's ZIP64 directory is broken.")
            : (BinaryPrimitives.ReadInt64LittleEndian(record[48..]), BinaryPrimitives.ReadInt64LittleEndian(record[40..]), BinaryPrimitives.ReadInt64LittleEndian(record[32..]));
    }

    private static ZipMember Entry(ReadOnlySpan<byte> entry, out int used)
    {
        int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
        uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
        var (nameLength, extraLength, commentLength) = (Short(entry, 28), Short(entry, 30), Short(entry, 32));
        used = EntryLength + nameLength + extraLength + commentLength;
        if (used > entry.Length)
        {
            throw new InvalidDataException("The archive's directory is cut short.");
        }

        var (packed, length, offset) = ((long)Long(entry, 20), (long)Long(entry, 24), (long)Long(entry, 42));
        Widen(entry.Slice(EntryLength + nameLength, extraLength), ref length, ref packed, ref offset);
        var (name, isValid) = Name(entry.Slice(EntryLength, nameLength));
        return new ZipMember(name, isValid, (ushort)Short(entry, 8), (ushort)Short(entry, 10), Long(entry, 16), packed, length, offset, Long(entry, 38));
    }

    /// <summary>APPNOTE 4.5.3: what is all ones stands in the extra field, in this order.</summary>
    private static void Widen(ReadOnlySpan<byte> extra, ref long length, ref long packed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            var (id, size) = (BinaryPrimitives.ReadUInt16LittleEndian(extra), Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4));
            var body = extra.Slice(4, size);
            if (id == 1)
            {
                length = Wide(length, ref body);
                packed = Wide(packed, ref body);
                offset = Wide(offset, ref body);
                return;
            }

            extra = extra[(4 + size)..];
        }
    }

    private static long Wide(long narrow, ref ReadOnlySpan<byte> body)
    {
        if (narrow != uint.MaxValue || body.Length < 8)
        {
            return narrow;
        }

        var wide = BinaryPrimitives.ReadInt64LittleEndian(body);
        body = body[8..];
        return wide;
    }

    private static (string Name, bool IsValid) Name(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return (Utf8.GetString(bytes), true);
        }
        catch (DecoderFallbackException)
        {
            return (Encoding.Latin1.GetString(bytes), false);
        }
    }
}
