using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;

namespace Kanyin.Editions.Proofs;

/// <summary>An EPUB read back: the words, ids and links of its documents in reading order. It trusts nothing about the file.</summary>
/// <param name="Spine">By path inside the archive, in reading order.</param>
/// <param name="Contents">The entries of the navigation document; their targets are paths in the archive.</param>
/// <param name="Pages">The label and the target of each entry of the page list.</param>
/// <param name="Files">Every path in the archive.</param>
/// <param name="Pictures">The files that the documents show, by path.</param>
internal sealed record EpubText(
    ImmutableArray<EpubText.Document> Spine,
    ImmutableArray<ContentsLine> Contents,
    ImmutableArray<(string Label, string Target)> Pages,
    ImmutableHashSet<string> Files,
    IReadOnlyDictionary<string, byte[]> Pictures)
{
    private const int MaximumEntries = 50_000;
    private const long MaximumEntryBytes = 64 << 20;

    private static readonly XNamespace _container = "urn:oasis:names:tc:opendocument:xmlns:container";
    private static readonly XNamespace _opf = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace _ops = "http://www.idpf.org/2007/ops";

    /// <summary>One document of the spine.</summary>
    /// <param name="Body">Its words without white space, notes, note numbers and task boxes.</param>
    /// <param name="Notes">Note id and words, in order.</param>
    /// <param name="Links">The href of each link.</param>
    /// <param name="AbsentPictures">The words that stand for pictures; they are not in the body's.</param>
    public sealed record Document(string Path, string Body, ImmutableArray<Note> Notes, ImmutableHashSet<string> Ids, ImmutableArray<string> Links, ImmutableArray<string> AbsentPictures)
    {
        /// <summary>The paths of the pictures it shows, outside its notes.</summary>
        public required ImmutableArray<string> Pictures { get; init; }

        /// <summary>The links that are the author's, and not the way to a note and back; outside its notes. A path in the archive, or an address.</summary>
        public required ImmutableArray<string> AuthorLinks { get; init; }

        /// <summary>The ids of the notes that are called, outside of notes.</summary>
        public required ImmutableArray<string> Calls { get; init; }

        /// <summary>Where each note leads back, by the note's id.</summary>
        public required ImmutableArray<(string Id, string Target)> WaysBack { get; init; }

        /// <summary>Rank and words of the headings, by id.</summary>
        public required IReadOnlyDictionary<string, (int Rank, string Words)> Headings { get; init; }

        /// <summary>Where printed pages begin: the mark's id, the page's label, and the words that follow.</summary>
        public required ImmutableArray<(string Id, string Label, string Words)> PageStarts { get; init; }

        /// <summary>The cells of each table, row by row.</summary>
        public required ImmutableArray<string> Tables { get; init; }
    }

    /// <summary>A note.</summary>
    /// <param name="Text">Without white space.</param>
    public sealed record Note(string Id, string Text, ImmutableArray<string> Links, ImmutableArray<string> Pictures);

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
        var navPath = nav is null ? null : Resolve(packagePath, nav.Attribute("href")!.Value);
        var contents = navPath is null ? null : Load(zip, navPath);
        ImmutableArray<Document> documents = [.. spine.Select(path => EpubDocument.Read(path, Load(zip, path)))];
        return new EpubText(
            documents,
            contents is null ? [] : Entries(contents, navPath!),
            contents is null ? [] : [.. Lists(contents, "page-list").Descendants(EpubDocument.Html + "a").Select(a => (BookText.Squeeze(a.Value), Target(navPath!, a.Attribute("href")?.Value ?? "")))],
            [.. zip.Entries.Select(e => e.FullName)],
            documents.SelectMany(d => d.Pictures.Concat(d.Notes.SelectMany(n => n.Pictures))).Distinct(StringComparer.Ordinal).Where(p => zip.GetEntry(p) is not null).ToDictionary(p => p, p => Bytes(zip, p), StringComparer.Ordinal));
    }

    /// <summary>Path and fragment in the archive; an address of the web stays as it is.</summary>
    public static string Target(string fromPath, string href)
    {
        if (IsOutside(href))
        {
            return href;
        }

        var hash = href.IndexOf('#', StringComparison.Ordinal);
        var path = hash == 0 ? fromPath : Resolve(fromPath, href);
        return hash < 0 ? path : $"{path}#{Uri.UnescapeDataString(href[(hash + 1)..])}";
    }

    public static bool IsOutside(string href) => href.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && href.AsSpan(0, colon).IndexOfAny("/#?") < 0;

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

    private static IEnumerable<XElement> Lists(XElement nav, string type) =>
        nav.Descendants(EpubDocument.Html + "nav").Where(n => n.Attribute(_ops + "type")?.Value == type);

    private static ImmutableArray<ContentsLine> Entries(XElement nav, string path)
    {
        var lines = ImmutableArray.CreateBuilder<ContentsLine>();
        foreach (var list in Lists(nav, "toc").Elements(EpubDocument.Html + "ol"))
        {
            Add(list, -1);
        }

        return lines.ToImmutable();

        void Add(XElement list, int parent)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            foreach (var item in list.Elements(EpubDocument.Html + "li"))
            {
                var own = parent;
                if (item.Element(EpubDocument.Html + "a") is { } link)
                {
                    own = lines.Count;
                    lines.Add(new ContentsLine(BookText.Squeeze(link.Value), parent, Target(path, link.Attribute("href")?.Value ?? "")));
                }

                foreach (var inner in item.Elements(EpubDocument.Html + "ol"))
                {
                    Add(inner, own);
                }
            }
        }
    }

    private static byte[] Bytes(ZipArchive zip, string path)
    {
        using var stream = Open(zip, path);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static Stream Open(ZipArchive zip, string path)
    {
        var entry = zip.GetEntry(path) ?? throw new InvalidDataException($"{path} is missing.");
        return entry.Length <= MaximumEntryBytes ? entry.Open() : throw new InvalidDataException($"{path} is too large.");
    }

    private static XElement Load(ZipArchive zip, string path)
    {
        using var stream = Open(zip, path);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = MaximumEntryBytes });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
