using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>书名页: title, subtitle, authors, publisher, date and rights.</summary>
internal static class TitlePage
{
    public const string Label = "书名页";
    public const string Path = "text/title.xhtml";

    public static EpubFile Write(BookMetadata metadata)
    {
        using var page = new XhtmlPage(metadata.Language, Label, "../styles/book.css", "frontmatter");
        page.Open("section", ("class", "title-page"), ("epub:type", "titlepage"), ("aria-label", Label));
        page.NewLine();
        page.Leaf("h1", XmlText.OneLine(metadata.Title));
        Line(page, "subtitle", metadata.Subtitle);
        foreach (var author in metadata.Authors)
        {
            Line(page, "author", author);
        }

        Line(page, "publisher", metadata.Publisher);
        Line(page, "date", metadata.Date is { } date ? $"{date.Year} 年 {date.Month} 月" : null);
        Line(page, "rights", metadata.Rights);
        return new EpubFile(Path, EpubFile.Xhtml, page.ToBytes());
    }

    private static void Line(XhtmlPage page, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            page.NewLine();
            page.Leaf("p", XmlText.OneLine(text), ("class", name));
        }
    }
}
