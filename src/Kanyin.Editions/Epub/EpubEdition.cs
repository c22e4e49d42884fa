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
        var pictures = new EpubPictures(book);
        var addresses = new Addresses(documents);

        var coverPicture = Cover.PictureOf(book, typeset);
        var front = ImmutableArray.Create(TitlePage.Write(metadata));
        if (book.Dedication is { } dedication)
        {
            front = front.Add(TitlePage.Dedication(metadata, dedication));
        }

        if (coverPicture is not null)
        {
            front = front.Insert(0, Cover.PageOf(metadata, coverPicture));
        }

        var texts = documents.Select(d => XhtmlWriter.Write(d, metadata.Language, book.Design.House, addresses, pictures)).ToImmutableArray();
        var contents = ContentsEntry.TreeOf(documents);
        contents = contents.Length > 0 ? contents : [new ContentsEntry(TitlePage.Label, TitlePage.Path, [])];
        var landmarks = Landmarks(documents, coverPicture is not null);
        var nav = NavDocument.Write(metadata, contents, landmarks);
        var ncx = NcxDocument.Write(metadata, PackageDocument.IdentifierOf(metadata), contents);

        var spine = ImmutableArray.CreateRange([.. front, nav, .. texts]);
        var others = ImmutableArray.CreateRange([ncx, Stylesheet(), .. coverPicture is null ? [] : (EpubFile[])[coverPicture], .. pictures.Files]);
        ImmutableArray<EpubFile> files = [nav, .. others, .. front, .. texts];
        var package = PackageDocument.Write(metadata, Accessibility.Of(book, pictures), ncx, files, spine, landmarks);
        OcfContainer.Write(output, metadata.Date, $"EPUB/{package.Path}", [package, .. files]);
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
