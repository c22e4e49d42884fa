using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Epub;

/// <summary>The book as an EPUB 3.3 that old readers (EPUB 2, NCX, guide) can open as well.</summary>
public static class EpubEdition
{
    /// <summary>epub.md 31.</summary>
    private const long MostBytes = 50_000_000;

    /// <param name="typeset">The printed edition; its first page is the cover when the author has given none.</param>
    /// <param name="fonts">The faces of formulas that are drawn.</param>
    /// <param name="findings">Gets what the edition weighs too much.</param>
    /// <exception cref="IOException">The output or a picture file fails.</exception>
    public static void Write(Book book, TypesetBook typeset, FontBook fonts, Stream output, DiagnosticBag findings)
    {
        var metadata = book.Metadata;
        var documents = ContentDocument.AllOf(book);
        using var formulas = book.Epub.Profile == EpubProfile.Kindle ? new SvgFormulas(fonts) : null;
        var volume = new Volume(metadata, book.Design.House, new Addresses(documents), new EpubPictures(book), new PageStarts(typeset), new ReadingOrder(), formulas);

        var coverPicture = Cover.PictureOf(book, typeset);
        var front = FrontPages(book, volume, coverPicture);

        // Prefaces stand before the contents, as they do in print.
        var prefaces = documents.TakeWhile(d => book.Chapters.IndexOf(d.Chapter) < Prefaces.Count(book.Chapters)).Select(d => XhtmlWriter.Write(d, volume)).ToImmutableArray();
        var navPage = OwnPage(OwnPages.Contents, NavDocument.Path, volume);
        var texts = documents.Skip(prefaces.Length).Select(d => XhtmlWriter.Write(d, volume)).ToImmutableArray();

        var back = ColophonFact.AreKnownOf(metadata) && book.Design.ColophonStandsAtEnd ? [Colophon(book, volume)] : ImmutableArray<EpubFile>.Empty;

        var contents = ContentsEntry.TreeOf(documents);
        contents = contents.Length > 0 ? contents : [new ContentsEntry(TitlePage.Label, TitlePage.Path, [])];
        var landmarks = Landmarks(documents, coverPicture is not null);
        var nav = NavDocument.Write(metadata, contents, landmarks, volume.Pages.Landed, navPage);
        var ncx = NcxDocument.Write(metadata, PackageDocument.IdentifierOf(metadata), contents, volume.Pages.Landed, volume.Order);

        var embedded = book.Epub.EmbedsFonts ? EpubFonts.Of(typeset) : EpubFonts.None;
        var spine = ImmutableArray.CreateRange([.. front, .. prefaces, nav, .. texts, .. back]);
        var others = ImmutableArray.CreateRange([ncx, Stylesheet(embedded), .. embedded.Files, .. coverPicture is null ? [] : (EpubFile[])[coverPicture], .. volume.Pictures.Files]);
        ImmutableArray<EpubFile> files = [nav, .. others, .. front, .. prefaces, .. texts, .. back];
        var package = PackageDocument.Write(book, Accessibility.Of(book, volume), ncx, files, spine, landmarks, hasPages: volume.Pages.Landed.Count > 0);
        OcfContainer.Write(output, metadata.Date, $"EPUB/{package.Path}", [package, .. files], hasFonts: !embedded.Files.IsEmpty);
        Weigh(book, files, embedded, findings);
    }

    private static void Weigh(Book book, ImmutableArray<EpubFile> files, EpubFonts fonts, DiagnosticBag findings)
    {
        if (!fonts.Files.IsEmpty)
        {
            findings.Add(EpubFindings.Fonts, PlaceOf(book), string.Create(CultureInfo.InvariantCulture, $"{fonts.Files.Length} embedded fonts make the EPUB {Megabytes(fonts.Files.Sum(f => (long)f.Data.Length))} MB larger."));
        }

        var weight = files.Sum(f => (long)f.Data.Length);
        if (weight > MostBytes)
        {
            var heaviest = files.MaxBy(f => f.Data.Length)!;
            findings.Add(
                EpubFindings.Heavy,
                PlaceOf(book),
                string.Create(CultureInfo.InvariantCulture, $"The files of the EPUB have {Megabytes(weight)} MB; Send-to-Kindle and many shops refuse more than {Megabytes(MostBytes)} MB."),
                string.Create(CultureInfo.InvariantCulture, $"The largest, {heaviest.Path}, has {Megabytes(heaviest.Data.Length)} MB."));
        }
    }

    private static double Megabytes(long bytes) => System.Math.Round(bytes / 1e6, 1);

    private static Place PlaceOf(Book book) => Place.Of(book.Chapters.IsEmpty ? new SourceFile("book.yml", "") : book.Chapters[0].File);

    private static EpubFile Colophon(Book book, Volume volume) => TitlePage.Colophon(book, OwnPage(OwnPages.Colophon, TitlePage.ColophonPath, volume));

    /// <summary>Cover, title page, colophon unless it stands at the end, and dedication.</summary>
    private static ImmutableArray<EpubFile> FrontPages(Book book, Volume volume, EpubFile? coverPicture)
    {
        var pages = ImmutableArray.CreateBuilder<EpubFile>();
        if (coverPicture is not null)
        {
            pages.Add(Cover.PageOf(book.Metadata, coverPicture));
        }

        pages.Add(TitlePage.Write(book.Metadata, OwnPage(OwnPages.Title, TitlePage.Path, volume)));
        if (ColophonFact.AreKnownOf(book.Metadata) && !book.Design.ColophonStandsAtEnd)
        {
            pages.Add(Colophon(book, volume));
        }

        if (book.Dedication is { } dedication)
        {
            pages.Add(TitlePage.Dedication(book.Metadata, dedication, OwnPage(OwnPages.Dedication, TitlePage.DedicationPath, volume)));
        }

        return pages.ToImmutable();
    }

    /// <summary>The printed page with which a document of our own begins, or null; it is entered in the page list.</summary>
    private static string? OwnPage(string destination, string path, Volume volume)
    {
        volume.Order.Add(path);
        if (volume.Pages.OfOwn(destination) is not { } label)
        {
            return null;
        }

        var address = $"{path}#{XhtmlPage.PageId(label)}";
        volume.Order.Add(address);
        volume.Pages.Land(label, address);
        return label;
    }

    private static ImmutableArray<Landmark> Landmarks(ImmutableArray<ContentDocument> documents, bool hasCover)
    {
        var landmarks = ImmutableArray.CreateBuilder<Landmark>();
        if (hasCover)
        {
            landmarks.Add(new Landmark("cover", "cover", "封面", Cover.PagePath));
        }

        landmarks.Add(new Landmark("toc", "toc", "目录", NavDocument.Path));
        if ((documents.FirstOrDefault(d => d.Kind.Body == "bodymatter") ?? documents.FirstOrDefault()) is { } first)
        {
            landmarks.Add(new Landmark("bodymatter", "text", "正文", $"text/{first.Name}"));
        }

        return landmarks.ToImmutable();
    }

    private static EpubFile Stylesheet(EpubFonts fonts)
    {
        using var source = typeof(EpubEdition).Assembly.GetManifestResourceStream("Stylesheet.css")!;
        using var buffer = new MemoryStream();
        source.CopyTo(buffer);
        buffer.Write(Encoding.UTF8.GetBytes(fonts.Rules));
        return new EpubFile("styles/book.css", "text/css", buffer.ToArray());
    }
}
