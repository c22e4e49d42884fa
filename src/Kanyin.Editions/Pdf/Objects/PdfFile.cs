using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Kanyin.Editions.Pdf.Objects;

/// <summary>
/// A PDF 1.7 file written forward only: streams at once, all other objects gathered in object streams (ISO 32000-1
/// 7.5.7), which are compressed meanwhile and follow, and a cross-reference stream (7.5.8) at the end. It knows nothing of books.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    // More would compress better, but a reader unpacks a whole stream to get at one object.
    private const int ObjectsPerStream = 200;

    private readonly Stream _output;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<Entry> _entries = [new(0, 0, 0)];
    private readonly List<PdfRef> _gathered = [];
    private readonly PdfBuffer _gatheredIndex = new();
    private readonly PdfBuffer _gatheredBodies = new();
    private readonly List<(PdfRef Reference, PdfBuffer Entries, Task<byte[]> Data)> _objectStreams = [];
    private long _position;

    public PdfFile(Stream output)
    {
        _output = output;
        Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n".Select(c => (byte)c).ToArray());
    }

    private readonly record struct Entry(byte Type, long Where, byte Index);

    public PdfRef Reserve()
    {
        _entries.Add(default);
        return new PdfRef(_entries.Count - 1);
    }

    public PdfRef Object(PdfBuffer body)
    {
        var reference = Reserve();
        Object(reference, body);
        return reference;
    }

    public void Object(PdfRef reference, PdfBuffer body)
    {
        _gatheredIndex.Append($"{reference.Number} {_gatheredBodies.Length} ");
        _gatheredBodies.Append(body).Byte((byte)'\n');
        _gathered.Add(reference);
        if (_gathered.Count == ObjectsPerStream)
        {
            PackGathered();
        }
    }

    /// <param name="entries">Dictionary entries besides Length, with Filter when the data are compressed.</param>
    public void Stream(PdfRef reference, PdfBuffer entries, ReadOnlySpan<byte> data)
    {
        _entries[reference.Number] = new Entry(1, _position, 0);
        PdfBuffer head = $"{reference.Number} 0 obj\n<<{entries}/Length {data.Length}>>stream\n";
        Write(head.Written);
        Write(data);
        Write("\nendstream\nendobj\n"u8);
    }

    public PdfRef Stream(PdfBuffer entries, ReadOnlySpan<byte> data)
    {
        var reference = Reserve();
        Stream(reference, entries, data);
        return reference;
    }

    /// <summary>The data compressed, for a stream with /Filter/FlateDecode. A higher level saves .3 % of a book and takes far longer.</summary>
    public static byte[] Flate(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            return [0x78, 0x9C, 0x03, 0, 0, 0, 0, 1]; // ZLibStream would write nothing at all, which is no zlib data (RFC 1950 2.2)
        }

        using var result = new MemoryStream((data.Length / 2) + 64);
        using (var flate = new ZLibStream(result, CompressionLevel.Optimal, leaveOpen: true))
        {
            flate.Write(data);
        }

        return result.ToArray();
    }

    /// <summary>Writes what is left, the cross-references and the trailer. The file's id is a hash of all before it.</summary>
    public void Finish(PdfRef catalog, PdfRef information)
    {
        PackGathered();
        foreach (var (container, head, data) in _objectStreams)
        {
            Stream(container, head, data.GetAwaiter().GetResult());
        }

        var reference = Reserve();
        var start = _position;
        _entries[reference.Number] = new Entry(1, start, 0);
        var whereBytes = 1;
        while (start >> (whereBytes * 8) != 0)
        {
            whereBytes++;
        }

        var id = Convert.ToHexString(_hash.GetCurrentHash().AsSpan(0, 16));
        PdfBuffer entries = $"/Type/XRef/Size {_entries.Count}/W[1 {whereBytes} 1]/Root {catalog}/Info {information}/ID[<";
        entries.AppendLiteral($"{id}><{id}>]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {whereBytes + 2}>>");
        Stream(reference, entries, Flate(CrossReferences(whereBytes)));
        PdfBuffer end = $"startxref\n";
        Write(end.Integer(start).Syntax("\n%%EOF\n"u8).Written);
    }

    public void Dispose() => _hash.Dispose();

    private void PackGathered()
    {
        if (_gathered.Count == 0)
        {
            return;
        }

        var container = Reserve();
        for (var i = 0; i < _gathered.Count; i++)
        {
            _entries[_gathered[i].Number] = new Entry(2, container.Number, (byte)i);
        }

        var first = _gatheredIndex.Length;
        var data = _gatheredIndex.Append(_gatheredBodies).Written.ToArray();
        _objectStreams.Add((container, $"/Type/ObjStm/N {_gathered.Count}/First {first}/Filter/FlateDecode", Task.Run(() => Flate(data))));
        _gathered.Clear();
        _gatheredIndex.Clear();
        _gatheredBodies.Clear();
    }

    // Rows are written as differences from the row above (PNG filter 2), which compress to almost nothing.
    private byte[] CrossReferences(int whereBytes)
    {
        var width = whereBytes + 2;
        var rows = new byte[_entries.Count * (width + 1)];
        Span<byte> row = stackalloc byte[10], above = stackalloc byte[10], where = stackalloc byte[8];
        above.Clear();
        for (var i = 0; i < _entries.Count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(where, _entries[i].Where);
            row[0] = _entries[i].Type;
            where[^whereBytes..].CopyTo(row[1..]);
            row[whereBytes + 1] = _entries[i].Index;
            var target = rows.AsSpan(i * (width + 1), width + 1);
            target[0] = 2;
            for (var k = 0; k < width; k++)
            {
                target[k + 1] = (byte)(row[k] - above[k]);
            }

            row.CopyTo(above);
        }

        return rows;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _hash.AppendData(bytes);
        _position += bytes.Length;
    }
}
