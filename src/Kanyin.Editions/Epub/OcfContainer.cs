using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Kanyin.Editions.Epub;

/// <summary>
/// The ZIP file of EPUB OCF 4.2. ZipArchive writes the platform into each header, so its bytes differ between
/// machines; this writes every field itself: no extra fields, one date, entries in the order they are given.
/// </summary>
internal sealed class OcfContainer
{
    private const int LocalHeaderSignature = 0x04034b50;
    private const int CentralHeaderSignature = 0x02014b50;
    private const int EndSignature = 0x06054b50;
    private const int LocalHeaderSize = 30;
    private const int CentralHeaderSize = 46;
    private const int EndSize = 22;
    private const ushort VersionNeeded = 20;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;

    private static readonly uint[] _crcTable = CrcTable();

    private readonly Stream _output;
    private readonly ushort _date;
    private readonly List<Entry> _entries = [];
    private long _offset;

    /// <param name="date">The date of every entry; ZIP knows the years 1980 to 2107.</param>
    private OcfContainer(Stream output, DateOnly? date)
    {
        _output = output;
        var day = date is { Year: >= 1980 and <= 2107 } d ? d : new DateOnly(1980, 1, 1);
        _date = (ushort)(((day.Year - 1980) << 9) | (day.Month << 5) | day.Day);
    }

    /// <summary>Writes the container: mimetype first and stored (OCF 4.3), then container.xml, the package and its files.</summary>
    public static void Write(Stream output, DateOnly? date, string packagePath, IEnumerable<EpubFile> files, bool hasFonts = false)
    {
        var container = new OcfContainer(output, date);
        container.Add("mimetype", "application/epub+zip"u8, mayDeflate: false);
        container.Add("META-INF/container.xml", Encoding.UTF8.GetBytes(ContainerXml(packagePath)), mayDeflate: true);
        if (hasFonts)
        {
            container.Add("META-INF/com.apple.ibooks.display-options.xml", Encoding.UTF8.GetBytes(DisplayOptions), mayDeflate: true);
        }

        foreach (var file in files)
        {
            container.Add($"EPUB/{file.Path}", file.Data, mayDeflate: true);
        }

        container.WriteDirectory();
    }

    /// <summary>Apple Books shows the book's own fonts only when it is told that it has any.</summary>
    private const string DisplayOptions = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<display_options><platform name=\"*\"><option name=\"specified-fonts\">true</option></platform></display_options>\n";

    private static string ContainerXml(string packagePath) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="{packagePath}" media-type="application/oebps-package+xml"/></rootfiles></container>

        """.ReplaceLineEndings("\n");

    private void Add(string name, ReadOnlySpan<byte> data, bool mayDeflate)
    {
        var deflated = mayDeflate ? Deflate(data) : null;
        var isDeflated = deflated is not null && deflated.Length < data.Length;
        var body = isDeflated ? deflated : data;
        var entry = new Entry(Encoding.ASCII.GetBytes(name), isDeflated ? Deflated : Stored, Crc(data), checked((uint)body.Length), checked((uint)data.Length), checked((uint)_offset));
        Span<byte> header = stackalloc byte[LocalHeaderSize];
        BinaryPrimitives.WriteInt32LittleEndian(header, LocalHeaderSignature);
        WriteFacts(header[4..], entry);
        Write(header);
        Write(entry.Name);
        Write(body);
        _entries.Add(entry);
    }

    private void WriteDirectory()
    {
        var start = _offset;
        Span<byte> header = stackalloc byte[CentralHeaderSize];
        foreach (var entry in _entries)
        {
            header.Clear();
            BinaryPrimitives.WriteInt32LittleEndian(header, CentralHeaderSignature);
            BinaryPrimitives.WriteUInt16LittleEndian(header[4..], VersionNeeded);
            WriteFacts(header[6..], entry);
            BinaryPrimitives.WriteUInt32LittleEndian(header[42..], entry.Offset);
            Write(header);
            Write(entry.Name);
        }

        var size = _offset - start;
        Span<byte> end = stackalloc byte[EndSize];
        end.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], checked((ushort)_entries.Count));
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], checked((ushort)_entries.Count));
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], checked((uint)size));
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], checked((uint)start));
        Write(end);
    }

    /// <summary>The 26 bytes that the local and the central header share.</summary>
    private void WriteFacts(Span<byte> at, Entry entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, VersionNeeded);
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], 0); // flags: none; names are ASCII
        BinaryPrimitives.WriteUInt16LittleEndian(at[4..], entry.Method);
        BinaryPrimitives.WriteUInt16LittleEndian(at[6..], 0); // midnight
        BinaryPrimitives.WriteUInt16LittleEndian(at[8..], _date);
        BinaryPrimitives.WriteUInt32LittleEndian(at[10..], entry.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(at[14..], entry.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(at[18..], entry.FullLength);
        BinaryPrimitives.WriteUInt16LittleEndian(at[22..], (ushort)entry.Name.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(at[24..], 0); // extra field: none
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _offset += bytes.Length;
    }

    private static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var buffer = new MemoryStream();
        using (var deflate = new DeflateStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(data);
        }

        return buffer.ToArray();
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc = (crc >> 8) ^ _crcTable[(byte)(crc ^ value)];
        }

        return ~crc;
    }

    private static uint[] CrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320; // the reversed CRC-32 polynomial
            }

            table[i] = value;
        }

        return table;
    }

    private sealed record Entry(byte[] Name, ushort Method, uint Crc, uint Length, uint FullLength, uint Offset);
}
