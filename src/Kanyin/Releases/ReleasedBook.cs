using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml.Linq;

namespace Kanyin.Releases;

/// <summary>A book of a release: what its EPUB says of it, and its files.</summary>
/// <param name="Name">With which its files begin, before the version.</param>
/// <param name="Date">YYYY-MM-DD, or null.</param>
/// <param name="Contents">Of the EPUB's navigation.</param>
/// <param name="Pages">Pictures of the first pages; the first is the cover.</param>
internal sealed record ReleasedBook(
    string Name,
    string Title,
    string? Subtitle,
    ImmutableArray<string> Authors,
    string? Date,
    string? Description,
    ImmutableArray<ReleasedBook.Entry> Contents,
    ImmutableArray<ReleasedFile> Files,
    ImmutableArray<ReleasedFile> Pages)
{
    private static readonly XNamespace _opf = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace _dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace _html = "http://www.w3.org/1999/xhtml";

    public sealed record Entry(string Title, ImmutableArray<Entry> Entries);

    /// <param name="epub">The one for all readers, at the path NAME-VERSION.epub.</param>
    public static ReleasedBook Read(string epub, string version, IReadOnlyList<ReleasedFile> files)
    {
        using var zip = ZipFile.OpenRead(epub);
        var stem = Path.GetFileNameWithoutExtension(epub);
        var package = Load(zip, "EPUB/package.opf");
        var titles = package.Descendants(_dc + "title").Select(t => t.Value).ToList();
        return new ReleasedBook(
            stem[..^(version.Length + 1)],
            titles[0],
            titles.ElementAtOrDefault(1),
            [.. package.Descendants(_dc + "creator").Select(c => c.Value)],
            package.Descendants(_dc + "date").FirstOrDefault()?.Value,
            package.Descendants(_dc + "description").FirstOrDefault()?.Value,
            Entries(Load(zip, "EPUB/nav.xhtml").Descendants(_html + "nav").First()),
            [.. files.Where(f => f.Name.StartsWith(stem, StringComparison.Ordinal))],
            [.. files.Where(f => f.Name.StartsWith(stem + "-page-", StringComparison.Ordinal)).OrderBy(f => f.Name, StringComparer.Ordinal)]);
    }

    /// <summary>The file whose name goes on like this after name and version; null when there is none.</summary>
    public ReleasedFile? File(string version, string end) => Files.FirstOrDefault(f => f.Name == $"{Name}-{version}{end}");

    private static ImmutableArray<Entry> Entries(XElement list) =>
        [.. list.Elements(_html + "ol").Elements(_html + "li").Select(item => new Entry(item.Element(_html + "a")!.Value, Entries(item)))];

    private static XElement Load(ZipArchive zip, string path)
    {
        using var stream = (zip.GetEntry(path) ?? throw new RefusedException($"A released EPUB has no {path}.")).Open();
        return XElement.Load(stream);
    }
}
