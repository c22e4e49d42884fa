using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kanyin.Preview;

/// <summary>A file of an EPUB.</summary>
internal sealed record EpubEntry(string MediaType, byte[] Data);

/// <summary>A document of the reading order.</summary>
/// <param name="Hash">Of the document and of the style sheet.</param>
internal sealed record EpubDocument(string Path, string Title, string Hash);

/// <summary>An EPUB taken apart in memory: what a browser may ask of it, and nothing else.</summary>
/// <param name="Files">By their paths in the folder of the package.</param>
/// <param name="Documents">In reading order.</param>
/// <param name="Pages">Where each printed page begins, by its label: text/c03.xhtml#page-12.</param>
internal sealed partial record EpubContents(IReadOnlyDictionary<string, EpubEntry> Files, ImmutableArray<EpubDocument> Documents, IReadOnlyDictionary<string, string> Pages)
{
    private const string Folder = "EPUB/", Package = "EPUB/package.opf";

    private static readonly XNamespace Opf = "http://www.idpf.org/2007/opf";

    public static readonly EpubContents None = new(new Dictionary<string, EpubEntry>(), [], new Dictionary<string, string>());

    public static EpubContents Read(Stream epub)
    {
        using var zip = new ZipArchive(epub, ZipArchiveMode.Read);
        var package = XDocument.Load(new MemoryStream(Bytes(zip.GetEntry(Package)!)));
        var items = package.Descendants(Opf + "item").ToDictionary(i => i.Attribute("id")!.Value, i => (Path: i.Attribute("href")!.Value, Type: i.Attribute("media-type")!.Value), StringComparer.Ordinal);
        var files = items.Values.ToDictionary(i => i.Path, i => new EpubEntry(i.Type, Bytes(zip.GetEntry(Folder + i.Path)!)), StringComparer.Ordinal);
        var style = files.Where(f => f.Value.MediaType == "text/css").SelectMany(f => f.Value.Data).ToArray();
        var documents = ImmutableArray.CreateBuilder<EpubDocument>();
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reference in package.Descendants(Opf + "itemref"))
        {
            var path = items[reference.Attribute("idref")!.Value].Path;
            var data = files[path].Data;
            var text = Encoding.UTF8.GetString(data);
            documents.Add(new EpubDocument(path, System.Net.WebUtility.HtmlDecode(TitleElement.Match(text).Groups[1].Value), Convert.ToHexStringLower(SHA256.HashData([.. data, .. style]))[..16]));
            foreach (Match match in PageMark.Matches(text))
            {
                pages.TryAdd(match.Groups[2].Value, $"{path}#{match.Groups[1].Value}");
            }
        }

        return new EpubContents(files, documents.ToImmutable(), pages);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex TitleElement { get; }

    [GeneratedRegex("id=\"(page-([^\"]+))\"")]
    private static partial Regex PageMark { get; }
}
