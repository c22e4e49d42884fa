using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Epub;

/// <summary>The book as an EPUB 3.3 that old readers (EPUB 2, NCX, guide) can open as well.</summary>
public static class EpubEdition
{
    /// <param name="typeset">The printed edition; its first page is the cover when the author has given none.</param>
    /// <exception cref="IOException">The output or a picture file fails.</exception>
    public static void Write(Book book, TypesetBook typeset, Stream output)
    {
        var metadata = book.Metadata;
        var documents = ContentDocument.AllOf(book);
        var volume = new Volume(metadata, book.Design.House, new Addresses(documents), new EpubPictures(book), new PageStarts(typeset), new ReadingOrder());

        var coverPicture = Cover.PictureOf(book, typeset);
        var front = FrontPages(book, volume, coverPicture);

        // Prefaces stand before the contents, as they do in print.
        var prefaces = documents.TakeWhile(d => book.Chapters.IndexOf(d.Chapter) < Prefaces.Count(book.Chapters)).Select(d => XhtmlWriter.Write(d, volume)).ToImmutableArray();
        var navPage = OwnPage(OwnPages.Contents, NavDocument.Path, volume);
        var texts = documents.Skip(prefaces.Length).Select(d => XhtmlWriter.Write(d, volume)).ToImmutableArray();

        var contents = ContentsEntry.TreeOf(documents);
        contents = contents.Length > 0 ? contents : [new ContentsEntry(TitlePage.Label, TitlePage.Path, [])];
        var landmarks = Landmarks(documents, coverPicture is not null);
        var nav = NavDocument.Write(metadata, contents, landmarks, volume.Pages.Landed, navPage);
        var ncx = NcxDocument.Write(metadata, PackageDocument.IdentifierOf(metadata), contents, volume.Pages.Landed, volume.Order);

        var spine = ImmutableArray.CreateRange([.. front, .. prefaces, nav, .. texts]);
        var others = ImmutableArray.CreateRange([ncx, Stylesheet(), .. coverPicture is null ? [] : (EpubFile[])[coverPicture], .. volume.Pictures.Files]);
        ImmutableArray<EpubFile> files = [nav, .. others, .. front, .. prefaces, .. texts];
        var package = PackageDocument.Write(metadata, Accessibility.Of(book, volume), ncx, files, spine, landmarks, hasPages: volume.Pages.Landed.Count > 0);
        OcfContainer.Write(output, metadata.Date, $"EPUB/{package.Path}", [package, .. files]);
    }

    /// <summary>Cover, title page and dedication.</summary>
    private static ImmutableArray<EpubFile> FrontPages(Book book, Volume volume, EpubFile? coverPicture)
    {
        var pages = ImmutableArray.CreateBuilder<EpubFile>();
        if (coverPicture is not null)
        {
            pages.Add(Cover.PageOf(book.Metadata, coverPicture));
        }

        pages.Add(TitlePage.Write(book.Metadata, OwnPage(OwnPages.Title, TitlePage.Path, volume)));
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

    private static EpubFile Stylesheet()
    {
        using var source = typeof(EpubEdition).Assembly.GetManifestResourceStream("Stylesheet.css")!;
        using var buffer = new MemoryStream();
        source.CopyTo(buffer);
        return new EpubFile("styles/book.css", "text/css", buffer.ToArray());
    }
}
