using Kanyin.Books.Model;
using Kanyin.Editions.Pictures;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Epub;

/// <summary>The cover: the author's picture, or else the printed edition's own cover page. A drawing goes the second way too: shops take no SVG, and only the page has its fonts.</summary>
internal static class Cover
{
    public const string PagePath = "text/cover.xhtml";

    private const string PicturePath = "images/cover";

    /// <summary>The pixel width that shops ask for; 3:4 paper gives 1600 by 2133.</summary>
    private const int PixelWidth = 1600;

    /// <summary>Null when there is neither a readable picture nor an unnumbered first page.</summary>
    public static EpubFile? PictureOf(Book book, TypesetBook typeset)
    {
        if (book.Cover is { Format: not PictureFormat.Svg } picture && EpubPictures.Prepare(picture, PicturePath) is { } file)
        {
            return file with { Properties = "cover-image" };
        }

        using var pictures = new PagePictures();
        return typeset.Pages is [{ Label: "" } page, ..]
            ? new EpubFile(PicturePath + ".jpg", "image/jpeg", pictures.Jpeg(page, PixelWidth), "cover-image")
            : null;
    }

    /// <summary>The picture alone on a page of its own, as Kobo wants it.</summary>
    public static EpubFile PageOf(BookMetadata metadata, EpubFile picture)
    {
        using var page = new XhtmlPage(metadata.Language, "封面", "../styles/book.css", "frontmatter");
        page.Open("section", ("class", "cover"), ("epub:type", "cover"), ("aria-label", "封面"));
        page.Empty("img", ("src", "../" + picture.Path), ("alt", AltOf(metadata)), ("role", "doc-cover"));
        return new EpubFile(PagePath, EpubFile.Xhtml, page.ToBytes());
    }

    private static string AltOf(BookMetadata metadata) =>
        "封面：" + XmlText.OneLine(metadata.Title) + (metadata.Authors.Length == 0 ? "" : $"，{XmlText.OneLine(string.Join('、', metadata.Authors))}著");
}
