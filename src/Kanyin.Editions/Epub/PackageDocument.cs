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

    private const string BookId = "book-id";

    private static readonly XNamespace _opf = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace _dc = "http://purl.org/dc/elements/1.1/";

    public static string IdentifierOf(BookMetadata metadata) => "urn:uuid:" + NameUuid.Of(metadata.Identifier).ToString("D", CultureInfo.InvariantCulture);

    /// <param name="files">Everything but the package document itself.</param>
    /// <param name="spine">The documents in reading order.</param>
    public static EpubFile Write(Book book, Accessibility accessibility, EpubFile ncx, ImmutableArray<EpubFile> files, ImmutableArray<EpubFile> spine, ImmutableArray<Landmark> landmarks, bool hasPages)
    {
        var metadata = book.Metadata;
        var root = new XElement(
            _opf + "package",
            new XAttribute("version", "3.0"), // what EPUB 3.3 asks for, 5.4
            new XAttribute("unique-identifier", BookId),
            new XAttribute(XNamespace.Xml + "lang", metadata.Language),
            new XAttribute("dir", "ltr"),
            HasFonts(files) ? new XAttribute("prefix", "ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/") : null,
            Metadata(metadata, accessibility, files, hasPages),
            new XElement(_opf + "manifest", files.Select(Item)),
            new XElement(
                _opf + "spine",
                new XAttribute("toc", ncx.Id),
                new XAttribute("page-progression-direction", "ltr"),
                spine.Select(f => Itemref(f, book.Epub.Profile))),
            new XElement(_opf + "guide", landmarks.Select(Reference)));
        return new EpubFile(Path, "application/oebps-package+xml", XmlFile.ToBytes(root));
    }

    private static XElement Metadata(BookMetadata metadata, Accessibility accessibility, ImmutableArray<EpubFile> files, bool hasPages) => new(
        _opf + "metadata",
        new XAttribute(XNamespace.Xmlns + "dc", _dc.NamespaceName),
        Element("identifier", IdentifierOf(metadata), BookId),
        Isbn(metadata.Imprint.Isbn ?? metadata.Identifier),
        Title("title", metadata.Title, "main", 1, metadata.Catalogue.Title),
        metadata.Subtitle is null ? null : Title("subtitle", metadata.Subtitle, "subtitle", 2, null),
        metadata.Authors.Select((author, i) => Maker("creator", author, "aut", i + 1, metadata.Catalogue)),
        metadata.Contributors.Select((c, i) => Maker("contributor", c.Name, RoleOf(c.Role), i + 1, metadata.Catalogue)),
        Element("language", metadata.Language),
        Element("date", metadata.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Element("publisher", metadata.Publisher),
        Element("description", metadata.Description),
        Element("rights", metadata.Rights),
        metadata.Catalogue.Subjects.Select(s => Element("subject", s)),
        hasPages ? Source(metadata) : null,
        metadata.Catalogue.Series is { } series ? Series(series) : null,
        Meta("dcterms:modified", (metadata.Date ?? new DateOnly(2000, 1, 1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z"),
        accessibility.Properties.Select(p => Meta(p.Name, p.Value)),
        accessibility.Conforms ? Conformance() : null,
        HasFonts(files) ? Meta("ibooks:specified-fonts", "true") : null,
        files.FirstOrDefault(f => f.Properties == "cover-image") is { } cover ? OldMeta("cover", cover.Id) : null);

    private static bool HasFonts(ImmutableArray<EpubFile> files) => files.Any(f => f.MediaType == EpubFile.Woff);

    private static IEnumerable<XElement> Isbn(string text) => Books.Model.Isbn.Digits(text) is { } digits
        ? [Element("identifier", "urn:isbn:" + digits, "isbn")!, Refinement("isbn", "identifier-type", "15", "onix:codelist5")]
        : [];

    /// <summary>MARC's codes for relators.</summary>
    private static string RoleOf(ContributorRole role) => role switch
    {
        ContributorRole.Translator => "trl",
        ContributorRole.Editor => "edt",
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<XElement?> Title(string id, string text, string type, int order, string? fileAs) =>
    [
        new XElement(_dc + "title", new XAttribute("id", id), XmlText.OneLine(text)),
        Refinement(id, "title-type", type),
        Refinement(id, "display-seq", Number(order)),
        FileAs(id, fileAs),
    ];

    private static IEnumerable<XElement?> Maker(string element, string name, string role, int order, Catalogue catalogue)
    {
        var id = $"{element}-{Number(order)}";
        return
        [
            new XElement(_dc + element, new XAttribute("id", id), XmlText.OneLine(name)),
            Refinement(id, "role", role, "marc:relators"),
            Refinement(id, "display-seq", Number(order)),
            FileAs(id, catalogue.Names.GetValueOrDefault(name)),
        ];
    }

    private static XElement? FileAs(string id, string? form) => form is null ? null : Refinement(id, "file-as", XmlText.OneLine(form));

    /// <summary>What the page list counts. EPUBCheck 4.2.6 does not know pageBreakSource.</summary>
    private static IEnumerable<XElement> Source(BookMetadata metadata) =>
        [Element("source", $"《{metadata.Title}》PDF 版", "print")!, Refinement("print", "source-of", "pagination")];

    /// <summary>As EPUB 3 says it, and as Calibre reads it.</summary>
    private static IEnumerable<XElement?> Series(Series series)
    {
        var name = XmlText.OneLine(series.Name);
        var position = series.Position is { } p ? Number(p) : null;
        return
        [
            Meta("belongs-to-collection", name, "series"),
            Refinement("series", "collection-type", "series"),
            position is null ? null : Refinement("series", "group-position", position),
            OldMeta("calibre:series", name),
            position is null ? null : OldMeta("calibre:series_index", position),
        ];
    }

    /// <summary>EPUB Accessibility 1.1 4.1 and, for old readers, 1.0 4.3.</summary>
    private static IEnumerable<XElement> Conformance() =>
    [
        new XElement(_opf + "link", new XAttribute("rel", "dcterms:conformsTo"), new XAttribute("href", "http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-aa")),
        Meta("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.1 Level AA", "conformance"),
        Refinement("conformance", "a11y:certifiedBy", "刊印（自检）"),
    ];

    private static XElement? Element(string name, string? text, string? id = null) =>
        text is null || XmlText.OneLine(text) is not { Length: > 0 } words ? null : new XElement(_dc + name, IdOrNull(id), words);

    private static XElement Meta(string property, string value, string? id = null) => new(_opf + "meta", new XAttribute("property", property), IdOrNull(id), value);

    /// <summary>The form of EPUB 2.</summary>
    private static XElement OldMeta(string name, string content) => new(_opf + "meta", new XAttribute("name", name), new XAttribute("content", content));

    private static XElement Refinement(string id, string property, string value, string? scheme = null) => new(
        _opf + "meta",
        new XAttribute("refines", "#" + id),
        new XAttribute("property", property),
        scheme is null ? null : new XAttribute("scheme", scheme),
        value);

    private static XAttribute? IdOrNull(string? id) => id is null ? null : new XAttribute("id", id);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static XElement Item(EpubFile file) => new(
        _opf + "item",
        new XAttribute("id", file.Id),
        new XAttribute("href", file.Path),
        new XAttribute("media-type", file.MediaType),
        file.Properties is null ? null : new XAttribute("properties", file.Properties));

    /// <summary>
    /// 多看 fills the screen with the cover by a property that EPUB does not know (OPF-027). Kindles show the cover picture
    /// themselves, and would show it twice if its page stood in the row of the others.
    /// </summary>
    private static XElement Itemref(EpubFile file, EpubProfile profile) => new(
        _opf + "itemref",
        new XAttribute("idref", file.Id),
        (profile, file.Path) switch
        {
            (EpubProfile.Duokan, Cover.PagePath) => new XAttribute("properties", "duokan-page-fullscreen"),
            (EpubProfile.Kindle, Cover.PagePath) => new XAttribute("linear", "no"),
            _ => null,
        });

    private static XElement Reference(Landmark landmark) => new(
        _opf + "reference",
        new XAttribute("type", landmark.GuideType),
        new XAttribute("title", landmark.Label),
        new XAttribute("href", landmark.Address));
}
