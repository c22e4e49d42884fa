using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Kanyin.Editions.Epub;

namespace Kanyin.Editions.Proofs;

/// <summary>An EPUB read back: the words, ids and links of its documents in reading order. It trusts nothing about the file.</summary>
/// <param name="Spine">By path inside the archive, in reading order.</param>
/// <param name="Contents">The labels of the navigation document, without white space.</param>
/// <param name="Files">Every path in the archive.</param>
internal sealed record EpubText(ImmutableArray<EpubText.Document> Spine, ImmutableArray<string> Contents, ImmutableHashSet<string> Files)
{
    private const int MaximumEntries = 50_000;
    private const long MaximumEntryBytes = 64 << 20;

    private static readonly XNamespace _container = "urn:oasis:names:tc:opendocument:xmlns:container";
    private static readonly XNamespace _opf = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace _html = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace _ops = "http://www.idpf.org/2007/ops";

    /// <summary>One document of the spine.</summary>
    /// <param name="Body">Its words without white space, notes, note numbers and task boxes.</param>
    /// <param name="Notes">Note id and words, in order.</param>
    /// <param name="Links">The href of each link.</param>
    /// <param name="AbsentPictures">The words that stand for pictures; they are not in the body's.</param>
    public sealed record Document(string Path, string Body, ImmutableArray<(string Id, string Text)> Notes, ImmutableHashSet<string> Ids, ImmutableArray<string> Links, ImmutableArray<string> AbsentPictures)
    {
        /// <summary>How many pictures it shows.</summary>
        public int Pictures { get; init; }

        /// <summary>How many of the links are the author's, and not the way to a note and back.</summary>
        public int AuthorLinks { get; init; }
    }

    /// <exception cref="InvalidDataException">It is no EPUB, or larger than any book.</exception>
    /// <exception cref="InsufficientExecutionStackException">One of its documents is nested deeper than any text.</exception>
    /// <exception cref="XmlException">One of its documents is not well-formed.</exception>
    public static EpubText Read(Stream epub)
    {
        using var zip = new ZipArchive(epub, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MaximumEntries)
        {
            throw new InvalidDataException("The archive has too many entries.");
        }

        var packagePath = Load(zip, "META-INF/container.xml").Descendants(_container + "rootfile").Attributes("full-path").FirstOrDefault()?.Value
            ?? throw new InvalidDataException("META-INF/container.xml names no package document.");
        var package = Load(zip, packagePath);
        var items = package.Descendants(_opf + "item")
            .Where(i => i.Attribute("id") is not null && i.Attribute("href") is not null)
            .DistinctBy(i => i.Attribute("id")!.Value, StringComparer.Ordinal)
            .ToDictionary(i => i.Attribute("id")!.Value, StringComparer.Ordinal);
        var spine = package.Descendants(_opf + "itemref")
            .Select(r => items.GetValueOrDefault(r.Attribute("idref")?.Value ?? "") ?? throw new InvalidDataException("The spine names an item that is not in the manifest."))
            .Select(i => Resolve(packagePath, i.Attribute("href")!.Value));
        var nav = items.Values.FirstOrDefault(i => i.Attribute("properties")?.Value.Split(' ').Contains("nav") == true);
        return new EpubText(
            [.. spine.Select(path => Read(path, Load(zip, path)))],
            nav is null ? [] : Labels(Load(zip, Resolve(packagePath, nav.Attribute("href")!.Value))),
            [.. zip.Entries.Select(e => e.FullName)]);
    }

    /// <summary>The path that a reference from a file leads to, without its fragment.</summary>
    public static string Resolve(string fromPath, string reference)
    {
        var parts = fromPath.Split('/')[..^1].ToList();
        foreach (var part in Uri.UnescapeDataString(reference.Split('#')[0]).Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static Document Read(string path, XElement root)
    {
        var body = new StringBuilder();
        var notes = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var child in root.Elements(_html + "body"))
        {
            Collect(child, body);
        }

        foreach (var aside in root.Descendants(_html + "aside").Where(IsNote))
        {
            var words = new StringBuilder();
            aside.Nodes().ToList().ForEach(n => Collect(n, words));
            notes.Add((aside.Attribute("id")?.Value ?? "", BookText.Squeeze(words.ToString())));
        }

        return new Document(
            path,
            BookText.Squeeze(body.ToString()),
            notes.ToImmutable(),
            [.. root.Descendants().Attributes("id").Select(a => a.Value)],
            [.. root.Descendants(_html + "a").Attributes("href").Select(a => a.Value)],
            [.. root.Descendants().Where(IsAbsentPicture).Select(e => BookText.Squeeze(e.Value))])
        {
            Pictures = root.Descendants(_html + "img").Count(),
            AuthorLinks = root.Descendants(_html + "a").Count(a => a.Attribute("href") is not null && !IsOurs(a) && !IsAbsentPicture(a) && !a.Ancestors(_html + "nav").Any()),
        };
    }

    private static void Collect(XNode node, StringBuilder words)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (node is XText text)
        {
            words.Append(text.Value);
        }
        else if (node is XElement math && math.Name.NamespaceName == MathMl.Namespace)
        {
            words.Append(math.Attribute("alttext")?.Value);
        }
        else if (node is XElement drawing && drawing.Name == SvgFormulas.Name)
        {
            words.Append(drawing.Element(SvgFormulas.Title)?.Value);
        }
        else if (node is XElement element && !IsNote(element) && !IsAbsentPicture(element) && !IsOurs(element))
        {
            foreach (var child in element.Nodes())
            {
                Collect(child, words);
            }
        }
    }

    private static bool IsNote(XElement element) => element.Attribute("role")?.Value == "doc-footnote";

    private static bool IsAbsentPicture(XElement element) => element.Attribute("class")?.Value == "absent";

    /// <summary>What the edition adds to the author's words.</summary>
    private static bool IsOurs(XElement element) => element.Attribute("role")?.Value is "doc-noteref" or "doc-backlink" || element.Attribute("class")?.Value == "task-box";

    private static ImmutableArray<string> Labels(XElement nav) =>
        [.. nav.Descendants(_html + "nav").Where(n => n.Attribute(_ops + "type")?.Value == "toc").Descendants(_html + "a").Select(a => BookText.Squeeze(a.Value))];

    private static XElement Load(ZipArchive zip, string path)
    {
        var entry = zip.GetEntry(path) ?? throw new InvalidDataException($"{path} is missing.");
        if (entry.Length > MaximumEntryBytes)
        {
            throw new InvalidDataException($"{path} is too large.");
        }

        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = MaximumEntryBytes });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
