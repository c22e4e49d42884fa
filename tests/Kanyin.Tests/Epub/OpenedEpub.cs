using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Epub;
using Kanyin.Tests.Pdf;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Tests.Epub;

/// <summary>An edition written to memory and opened again.</summary>
internal sealed class OpenedEpub
{
    public static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    private OpenedEpub(byte[] bytes)
    {
        Bytes = bytes;
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var source = entry.Open();
            using var copy = new MemoryStream();
            source.CopyTo(copy);
            _files.Add(entry.FullName, copy.ToArray());
        }
    }

    public byte[] Bytes { get; }

    public IReadOnlyCollection<string> Names => _files.Keys;

    public static OpenedEpub Of(Book book, TypesetBook? typeset = null, DiagnosticBag? findings = null)
    {
        using var output = new MemoryStream();
        EpubEdition.Write(book, typeset ?? SampleBook.Typeset, HandSet.Fonts, output, findings ?? new DiagnosticBag());
        return new OpenedEpub(output.ToArray());
    }

    public byte[] File(string name) => _files["EPUB/" + name];

    public XElement Xml(string name)
    {
        using var reader = XmlReader.Create(new MemoryStream(File(name)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The inner markup of a document's section, without namespaces, for comparing with a literal.</summary>
    public string Markup(string name)
    {
        var section = Xml(name).Descendants(Html + "section").First();
        var text = string.Concat(section.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting)));
        return text.Replace(" xmlns=\"http://www.w3.org/1999/xhtml\"", "", StringComparison.Ordinal).Replace(" xmlns:epub=\"http://www.idpf.org/2007/ops\"", "", StringComparison.Ordinal).Trim();
    }
}
