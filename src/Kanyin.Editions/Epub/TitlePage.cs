using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>书名页, 献词 and 版权页. The title page has the facts: title, subtitle, makers, publisher and date; the colophon has the rest.</summary>
internal static class TitlePage
{
    public const string Label = "书名页";
    public const string Path = "text/title.xhtml";
    public const string DedicationPath = "text/dedication.xhtml";
    public const string ColophonPath = "text/colophon.xhtml";

    /// <summary>The dedication on a page of its own.</summary>
    public static EpubFile Dedication(BookMetadata metadata, string words, string? printedPage)
    {
        using var page = new XhtmlPage(metadata.Language, "献词", "../styles/book.css", "frontmatter");
        page.Open("section", ("class", "dedication"), ("epub:type", "dedication"), ("role", "doc-dedication"), ("aria-label", "献词"));
        page.PageBreak(printedPage);
        foreach (var line in words.Split('\n'))
        {
            Line(page, "dedication-line", line);
        }

        return new EpubFile(DedicationPath, EpubFile.Xhtml, page.ToBytes());
    }

    /// <summary>The facts of the edition, but for those of the paper.</summary>
    public static EpubFile Colophon(Book book, string? printedPage)
    {
        var metadata = book.Metadata;
        using var page = new XhtmlPage(metadata.Language, "版权页", "../styles/book.css", book.Design.ColophonStandsAtEnd ? "backmatter" : "frontmatter");
        page.Open("section", ("class", "colophon"), ("epub:type", "colophon"), ("role", "doc-colophon"), ("aria-label", "版权页"));
        page.PageBreak(printedPage);
        Line(page, "colophon-title", metadata.Subtitle is { } subtitle ? $"{metadata.Title}：{subtitle}" : metadata.Title);
        page.NewLine();
        page.Open("dl");
        foreach (var fact in ColophonFact.Of(book))
        {
            page.NewLine();
            page.Leaf("dt", fact.Label);
            page.Leaf("dd", XmlText.OneLine(fact.Value));
        }

        page.Close();
        Line(page, "rights", metadata.Rights);
        return new EpubFile(ColophonPath, EpubFile.Xhtml, page.ToBytes());
    }

    public static EpubFile Write(BookMetadata metadata, string? printedPage)
    {
        using var page = new XhtmlPage(metadata.Language, Label, "../styles/book.css", "frontmatter");
        page.Open("section", ("class", "title-page"), ("epub:type", "titlepage"), ("aria-label", Label));
        page.PageBreak(printedPage);
        page.NewLine();
        page.Leaf("h1", XmlText.OneLine(metadata.Title));
        Line(page, "subtitle", metadata.Subtitle);
        foreach (var author in metadata.Authors)
        {
            Line(page, "author", author);
        }

        foreach (var contributor in metadata.Contributors)
        {
            Line(page, "author", $"{contributor.Name} {(contributor.Role == ContributorRole.Translator ? "译" : "编")}");
        }

        Line(page, "publisher", metadata.Publisher);
        Line(page, "date", metadata.Date is { } date ? $"{date.Year} 年 {date.Month} 月" : null);
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
