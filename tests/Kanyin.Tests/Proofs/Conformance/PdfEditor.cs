using System.Globalization;
using System.Text;
using Kanyin.Editions.Proofs.Cos;

namespace Kanyin.Tests.Proofs.Conformance;

/// <summary>Opens a PDF's objects to be changed, and writes them again, each for itself and uncompressed.</summary>
internal sealed class PdfEditor(byte[] pdf)
{
    public CosFile File { get; } = CosFile.Read(pdf);

    public Dictionary<string, CosValue> Trailer => File.Trailer.Entries;

    public Dictionary<string, CosValue> Catalog => In(Trailer, "Root");

    public Dictionary<string, CosValue> Tree => In(Catalog, "StructTreeRoot");

    /// <summary>The first structure element of a type, or one further on.</summary>
    public Dictionary<string, CosValue> Tag(string type, int index = 0) => All("S", type).ElementAt(index);

    /// <summary>The first object whose entry is a name.</summary>
    public Dictionary<string, CosValue> First(string key, string name) => All(key, name).First();

    public IEnumerable<Dictionary<string, CosValue>> All(string key, string name) =>
        File.Objects.Values.OfType<CosDictionary>().Select(d => d.Entries).Where(e => e.GetValueOrDefault(key) is CosName n && n.Value == name);

    /// <summary>What an entry holds or leads to.</summary>
    public Dictionary<string, CosValue> In(Dictionary<string, CosValue> parent, string key) => ((CosDictionary)File.Resolve(parent[key])!).Entries;

    public List<CosValue> List(Dictionary<string, CosValue> parent, string key) => ((CosArray)File.Resolve(parent[key])!).Items;

    public int NumberOf(Dictionary<string, CosValue> entries) => File.Objects.Single(o => o.Value is CosDictionary d && ReferenceEquals(d.Entries, entries)).Key;

    /// <summary>Changes a stream's data, seen as one char a byte.</summary>
    public void Change(Dictionary<string, CosValue> parent, string key, Func<string, string> change)
    {
        var reference = (CosReference)parent[key];
        var stream = (CosStream)File.Objects[reference.Number];
        var before = Encoding.Latin1.GetString(File.Decode(stream));
        var after = change(before);
        Xunit.Assert.NotEqual(before, after);
        var entries = stream.Entries.Where(e => e.Key is not ("Filter" or "DecodeParms")).ToDictionary(StringComparer.Ordinal);
        File.Objects[reference.Number] = new CosStream(entries, Encoding.Latin1.GetBytes(after));
    }

    /// <summary>Changes the contents of the first stream of a subtype.</summary>
    public void ChangePart(string subtype, Func<string, string> change)
    {
        var number = File.Objects.First(o => o.Value is CosStream s && s.Entries.GetValueOrDefault("Subtype") is CosName n && "/" + n.Value == subtype).Key;
        Change(new() { ["It"] = new CosReference(number) }, "It", change);
    }

    /// <summary>Changes the contents of the first page that has the words of the content stream.</summary>
    public void ChangePage(string words, Func<string, string> change)
    {
        var page = All("Type", "Page").First(p => Encoding.Latin1.GetString(File.Decode((CosStream)File.Resolve(p["Contents"])!)).Contains(words, StringComparison.Ordinal));
        Change(page, "Contents", change);
    }

    public void ChangeMetadata(string from, string to) => Change(Catalog, "Metadata", t => t.Replace(from, to, StringComparison.Ordinal));

    public byte[] ToBytes()
    {
        using var output = new MemoryStream();
        output.Write(File.Header.AsSpan(0, File.Header.AsSpan(9).IndexOf((byte)'\n') + 10));
        var offsets = new SortedDictionary<int, long>();
        foreach (var (number, value) in File.Objects)
        {
            offsets.Add(number, output.Position);
            Write(output, $"{number} 0 obj\n");
            Write(value, output);
            Write(output, "\nendobj\n");
        }

        var start = output.Position;
        Write(output, "xref\n");
        foreach (var (number, offset) in offsets)
        {
            Write(output, $"{number} 1\n{offset:D10} 00000 n \n");
        }

        string[] packing = ["Type", "W", "Index", "Filter", "DecodeParms", "Length"];
        Write(output, "trailer\n");
        Write(new CosDictionary(Trailer.Where(e => !packing.Contains(e.Key)).ToDictionary(StringComparer.Ordinal)), output);
        Write(output, $"\nstartxref\n{start}\n%%EOF\n");
        return output.ToArray();
    }

    /// <summary>Reads a value from PDF syntax.</summary>
    public static CosValue Value(string syntax) => new CosReader(Encoding.Latin1.GetBytes(syntax)).Object();

    private static void Write(CosValue value, Stream output)
    {
        switch (value)
        {
            case CosNull: Write(output, "null"); break;
            case CosBoolean b: Write(output, b.Value ? "true" : "false"); break;
            case CosNumber n: Write(output, n.Value.ToString("0.######", CultureInfo.InvariantCulture)); break;
            case CosString s: Write(output, "<" + Convert.ToHexString(s.Bytes) + ">"); break;
            case CosName n: Write(output, "/" + n.Value.Replace("#", "#23", StringComparison.Ordinal).Replace(" ", "#20", StringComparison.Ordinal).Replace("/", "#2F", StringComparison.Ordinal)); break;
            case CosReference r: Write(output, $"{r.Number} 0 R"); break;
            case CosArray a:
                Write(output, "[");
                a.Items.ForEach(i => { Write(i, output); Write(output, " "); });
                Write(output, "]");
                break;
            case CosDictionary d:
                Write(output, "<<");
                foreach (var (key, entry) in d.Entries)
                {
                    Write(new CosName(key), output);
                    Write(output, " ");
                    Write(key == "Length" && d is CosStream s ? new CosNumber(s.Data.Length) : entry, output);
                }

                Write(output, d is CosStream && !d.Entries.ContainsKey("Length") ? "/Length 0" : "");
                Write(output, ">>");
                if (d is CosStream { Data: var data })
                {
                    Write(output, "stream\n");
                    output.Write(data);
                    Write(output, "\nendstream");
                }

                break;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Write(Stream output, FormattableString text) => Write(output, FormattableString.Invariant(text));

    private static void Write(Stream output, string text) => output.Write(Encoding.Latin1.GetBytes(text));
}
