using System.IO.Compression;

namespace Kanyin.Editions.Proofs.Cos;

/// <summary>
/// The objects of a PDF file by number. It reads what PDF/A allows of the file's structure (ISO 19005-2 6.1): a
/// cross-reference table or stream, object streams, Flate data with or without predictors.
/// </summary>
internal sealed class CosFile
{
    private CosFile(byte[] header, SortedDictionary<int, CosValue> objects, CosDictionary trailer) =>
        (Header, Objects, Trailer) = (header, objects, trailer);

    /// <summary>The file's first bytes, as far as they matter.</summary>
    public byte[] Header { get; set; }

    public SortedDictionary<int, CosValue> Objects { get; }

    public CosDictionary Trailer { get; }

    /// <summary>Throws <see cref="InvalidDataException"/> when the bytes are no PDF file.</summary>
    public static CosFile Read(byte[] bytes)
    {
        var at = bytes.AsSpan().LastIndexOf("startxref"u8);
        if (at < 0 || new CosReader(bytes, at + "startxref".Length).Next() is not CosNumber { Int: >= 0 } start || start.Int >= bytes.Length)
        {
            throw new InvalidDataException("The file has no cross-references.");
        }

        var objects = new SortedDictionary<int, CosValue>();
        var (places, trailer) = CrossReferences(bytes, start.Int);
        foreach (var (number, offset) in places)
        {
            objects[number] = Indirect(bytes, offset, number);
        }

        foreach (var container in objects.Values.OfType<CosStream>().Where(s => s.Entries.GetValueOrDefault("Type") is CosName { Value: "ObjStm" }).ToList())
        {
            Unpack(container, objects);
        }

        foreach (var number in objects.Where(o => o.Value is CosStream s && s.Entries.GetValueOrDefault("Type") is CosName { Value: "ObjStm" or "XRef" }).Select(o => o.Key).ToList())
        {
            objects.Remove(number); // how the file was packed, no part of what it says
        }

        return new CosFile(bytes[..Math.Min(bytes.Length, 20)], objects, trailer);
    }

    /// <summary>What a reference leads to; the value itself when it is none.</summary>
    public CosValue? Resolve(CosValue? value) => value is CosReference { Number: var number } ? Objects.GetValueOrDefault(number) : value;

    public CosValue? Get(CosDictionary dictionary, string key) => Resolve(dictionary.Entries.GetValueOrDefault(key));

    public CosDictionary? Dictionary(CosDictionary? parent, string key) => parent is null ? null : Get(parent, key) as CosDictionary;

    public string? Name(CosDictionary? parent, string key) => parent is null ? null : (Get(parent, key) as CosName)?.Value;

    public IReadOnlyList<CosValue> Items(CosValue? value) => Resolve(value) is CosArray array ? array.Items : [];

    /// <summary>A stream's data without its Flate filter. Throws <see cref="InvalidDataException"/> for other filters and for damage.</summary>
    public byte[] Decode(CosStream stream) => Decoded(stream, this);

    private static byte[] Decoded(CosStream stream, CosFile? file)
    {
        CosValue? Get(CosDictionary dictionary, string key) => file is null ? dictionary.Entries.GetValueOrDefault(key) : file.Get(dictionary, key);
        var filter = Get(stream, "Filter") is CosArray { Items: [var only] } ? only : Get(stream, "Filter");
        if (filter is null)
        {
            return stream.Data;
        }

        if (filter is not CosName { Value: "FlateDecode" })
        {
            throw new InvalidDataException("A stream has a filter that is not read here.");
        }

        using var flate = new ZLibStream(new MemoryStream(stream.Data), CompressionMode.Decompress);
        using var plain = new MemoryStream(stream.Data.Length * 4);
        flate.CopyTo(plain);
        var parameters = Get(stream, "DecodeParms") as CosDictionary;
        return parameters?.Entries.GetValueOrDefault("Predictor") is CosNumber { Int: >= 10 }
            ? Unfiltered(plain.ToArray(), (parameters.Entries.GetValueOrDefault("Columns") as CosNumber)?.Int ?? 1)
            : plain.ToArray();
    }

    // 7.4.4.4: only the rows of cross-references are read, which differ from the row above (filter 2) or stand as they are (0).
    private static byte[] Unfiltered(byte[] rows, int columns)
    {
        var result = new byte[rows.Length / (columns + 1) * columns];
        for (var row = 0; row < rows.Length / (columns + 1); row++)
        {
            var from = rows.AsSpan((row * (columns + 1)) + 1, columns);
            for (var i = 0; i < columns; i++)
            {
                var above = row > 0 && rows[row * (columns + 1)] == 2 ? result[((row - 1) * columns) + i] : 0;
                result[(row * columns) + i] = (byte)(from[i] + above);
            }
        }

        return result;
    }

    private static (List<(int Number, int Offset)> Places, CosDictionary Trailer) CrossReferences(byte[] bytes, int start)
    {
        var reader = new CosReader(bytes, start);
        if (reader.Next() is CosWord { Value: "xref" })
        {
            return Table(reader);
        }

        var stream = Indirect(bytes, start, null) as CosStream ?? throw new InvalidDataException("The cross-references are damaged.");
        var rows = Decoded(stream, null);
        var widths = ((CosArray)stream.Entries["W"]).Items.Select(w => ((CosNumber)w).Int).ToArray();
        var places = new List<(int, int)>();
        for (int i = 0, at = 0; at + widths.Sum() <= rows.Length; i++, at += widths.Sum())
        {
            if (rows[at] == 1)
            {
                places.Add((i, rows.AsSpan(at + widths[0], widths[1]).ToArray().Aggregate(0, (where, b) => checked((where << 8) + b))));
            }
        }

        return (places, new CosDictionary(stream.Entries));
    }

    // 7.5.4: sections of “first count” and that many rows of offset, generation, n or f.
    private static (List<(int, int)>, CosDictionary) Table(CosReader reader)
    {
        var places = new List<(int, int)>();
        while (reader.Next() is CosNumber first && reader.Next() is CosNumber count)
        {
            for (var i = 0; i < count.Int; i++)
            {
                var offset = reader.Next() as CosNumber;
                reader.Next();
                if (offset is not null && reader.Next() is CosWord { Value: "n" })
                {
                    places.Add((first.Int + i, offset.Int));
                }
            }
        }

        return (places, reader.Object() as CosDictionary ?? throw new InvalidDataException("The file has no trailer."));
    }

    private static CosValue Indirect(byte[] bytes, int offset, int? number)
    {
        var reader = new CosReader(bytes, offset);
        if (reader.Next() is not CosNumber own || (number ?? own.Int) != own.Int || reader.Next() is not CosNumber || reader.Next() is not CosWord { Value: "obj" })
        {
            throw new InvalidDataException($"There is no object at byte {offset}.");
        }

        var value = reader.Object();
        var here = reader.Position;
        if (value is not CosDictionary dictionary || reader.Next() is not CosWord { Value: "stream" })
        {
            return value;
        }

        var start = bytes.AsSpan(here).IndexOf("stream"u8) + here + "stream".Length;
        start += bytes[start] == '\r' ? 2 : 1;
        var length = dictionary.Entries.GetValueOrDefault("Length") is CosNumber n ? n.Int : -1;
        if (length < 0 || start + length > bytes.Length || new CosReader(bytes, start + length).Next() is not CosWord { Value: "endstream" })
        {
            throw new InvalidDataException($"The stream at byte {offset} is not as long as it says.");
        }

        return new CosStream(dictionary.Entries, bytes[start..(start + length)]);
    }

    private static void Unpack(CosStream container, SortedDictionary<int, CosValue> objects)
    {
        var data = Decoded(container, null);
        var index = new CosReader(data);
        var first = ((CosNumber)container.Entries["First"]).Int;
        for (var left = ((CosNumber)container.Entries["N"]).Int; left > 0; left--)
        {
            var number = index.Next() as CosNumber;
            var offset = index.Next() as CosNumber ?? throw new InvalidDataException("An object stream is damaged.");
            objects[number!.Int] = new CosReader(data, first + offset.Int).Object();
        }
    }
}
