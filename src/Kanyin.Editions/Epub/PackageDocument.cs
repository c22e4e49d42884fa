using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>The package document (EPUB 3.3 5): what the book is called, which files it has, and in which order they are read.</summary>
internal static class PackageDocument
{
    public const string Path = "package.opf";

    private static readonly XNamespace _opf = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace _dc = "http://purl.org/dc/elements/1.1/";

    public static string IdentifierOf(BookMetadata metadata) => "urn:uuid:" + NameUuid.Of(metadata.Identifier).ToString("D", CultureInfo.InvariantCulture);

    /// <param name="files">Everything but the package document itself.</param>
    /// <param name="spine">The documents in reading order.</param>
    public static EpubFile Write(BookMetadata metadata, Accessibility accessibility, EpubFile ncx, ImmutableArray<EpubFile> files, ImmutableArray<EpubFile> spine, ImmutableArray<Landmark> landmarks, bool hasPages)
    {
        var root = new XElement(
            _opf + "package",
            new XAttribute("version", "3.0"), // what EPUB 3.3 asks for, 5.4
            new XAttribute("unique-identifier", "book-id"),
            new XAttribute(XNamespace.Xml + "lang", metadata.Language),
            new XAttribute("dir", "ltr"),
            Metadata(metadata, accessibility, files.FirstOrDefault(f => f.Properties == "cover-image"), hasPages),
            new XElement(_opf + "manifest", files.Select(Item)),
            new XElement(
                _opf + "spine",
                new XAttribute("toc", ncx.Id),
                new XAttribute("page-progression-direction", "ltr"),
                spine.Select(f => new XElement(_opf + "itemref", new XAttribute("idref", f.Id)))),
            new XElement(_opf + "guide", landmarks.Select(Reference)));
        return new EpubFile(Path, "application/oebps-package+xml", XmlFile.ToBytes(root));
    }

    private static XElement Metadata(BookMetadata metadata, Accessibility accessibility, EpubFile? cover, bool hasPages) => new(
        _opf + "metadata",
        new XAttribute(XNamespace.Xmlns + "dc", _dc.NamespaceName),
        new XElement(_dc + "identifier", new XAttribute("id", "book-id"), IdentifierOf(metadata)),
        Isbn(metadata.Imprint.Isbn ?? metadata.Identifier),
        Title("title", metadata.Title, "main", 1),
        metadata.Subtitle is null ? null : Title("subtitle", metadata.Subtitle, "subtitle", 2),
        metadata.Authors.Select((author, i) => Maker("creator", author, "aut", i + 1)),
        metadata.Contributors.Select((c, i) => Maker("contributor", c.Name, RoleOf(c.Role), i + 1)),
        Element("language", metadata.Language),
        Element("date", metadata.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Element("publisher", metadata.Publisher),
        Element("description", metadata.Description),
        Element("rights", metadata.Rights),
        hasPages ? Source(metadata) : null,
        Meta("dcterms:modified", (metadata.Date ?? new DateOnly(2000, 1, 1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z"),
        accessibility.Properties.Select(p => Meta(p.Name, p.Value)),
        cover is null ? null : new XElement(_opf + "meta", new XAttribute("name", "cover"), new XAttribute("content", cover.Id)));

    /// <summary>What the page list counts. 4.2.6 of EPUBCheck does not know pageBreakSource.</summary>
    private static IEnumerable<XElement> Source(BookMetadata metadata) =>
    [
        new XElement(_dc + "source", new XAttribute("id", "print"), $"《{XmlText.OneLine(metadata.Title)}》PDF 版"),
        Refinement("print", "source-of", "pagination"),
    ];

    private static IEnumerable<XElement> Isbn(string text) => Books.Model.Isbn.Digits(text) is { } digits
        ? [new XElement(_dc + "identifier", new XAttribute("id", "isbn"), "urn:isbn:" + digits), Refinement("isbn", "identifier-type", "15", "onix:codelist5")]
        : [];

    /// <summary>MARC's codes for relators.</summary>
    private static string RoleOf(ContributorRole role) => role switch
    {
        ContributorRole.Translator => "trl",
        ContributorRole.Editor => "edt",
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<XElement> Title(string id, string text, string type, int order) =>
    [
        new XElement(_dc + "title", new XAttribute("id", id), XmlText.OneLine(text)),
        Refinement(id, "title-type", type),
        Refinement(id, "display-seq", order.ToString(CultureInfo.InvariantCulture)),
    ];

    private static IEnumerable<XElement> Maker(string element, string name, string role, int order)
    {
        var number = order.ToString(CultureInfo.InvariantCulture);
        var id = $"{element}-{number}";
        return
        [
            new XElement(_dc + element, new XAttribute("id", id), XmlText.OneLine(name)),
            Refinement(id, "role", role, "marc:relators"),
            Refinement(id, "display-seq", number),
        ];
    }

    private static XElement? Element(string name, string? text) =>
        text is null || XmlText.OneLine(text) is not { Length: > 0 } words ? null : new XElement(_dc + name, words);

    private static XElement Meta(string property, string value) => new(_opf + "meta", new XAttribute("property", property), value);

    private static XElement Refinement(string id, string property, string value, string? scheme = null) => new(
        _opf + "meta",
        new XAttribute("refines", "#" + id),
        new XAttribute("property", property),
        scheme is null ? null : new XAttribute("scheme", scheme),
        value);

    private static XElement Item(EpubFile file) => new(
        _opf + "item",
        new XAttribute("id", file.Id),
        new XAttribute("href", file.Path),
        new XAttribute("media-type", file.MediaType),
        file.Properties is null ? null : new XAttribute("properties", file.Properties));

    private static XElement Reference(Landmark landmark) => new(
        _opf + "reference",
        new XAttribute("type", landmark.GuideType),
        new XAttribute("title", landmark.Label),
        new XAttribute("href", landmark.Address));
}
