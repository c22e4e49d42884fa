using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>The EPUB navigation document (EPUB 3.3 7): contents, landmarks and the printed pages. It is also the book's contents page.</summary>
internal static class NavDocument
{
    public const string Path = "nav.xhtml";

    /// <param name="ownPage">The printed page on which the contents begin, or null.</param>
    public static EpubFile Write(BookMetadata metadata, ImmutableArray<ContentsEntry> contents, ImmutableArray<Landmark> landmarks, IReadOnlyList<PageEntry> pages, string? ownPage)
    {
        using var page = new XhtmlPage(metadata.Language, "目录", "styles/book.css", "frontmatter");
        page.PageBreak(ownPage);
        page.Open("nav", ("id", "toc"), ("epub:type", "toc"), ("role", "doc-toc"), ("aria-labelledby", "toc-title"));
        page.Leaf("h1", "目录", ("id", "toc-title"));
        WriteEntries(page, contents);
        page.Close();
        page.NewLine();

        WriteHidden(page, "landmarks", null, "路标", landmarks.Select(l => (l.Label, l.Address == Path ? "#toc" : l.Address, (string?)l.Type)));
        if (pages.Count > 0)
        {
            page.NewLine();

            // With the file's name even where it is this file: Ace does not find the mark otherwise.
            WriteHidden(page, "page-list", "doc-pagelist", "页码", pages.Select(p => (p.Label, p.Address, (string?)null)));
        }

        return new EpubFile(Path, EpubFile.Xhtml, page.ToBytes(), "nav");
    }

    /// <summary>Lists for the reading system, which the contents page does not show.</summary>
    private static void WriteHidden(XhtmlPage page, string type, string? role, string title, IEnumerable<(string Label, string Address, string? Type)> entries)
    {
        page.Open("nav", ("id", type), ("epub:type", type), ("role", role), ("aria-label", title), ("hidden", "hidden"));
        page.Leaf("h2", title);
        page.Open("ol");
        foreach (var entry in entries)
        {
            page.Open("li");
            page.Leaf("a", entry.Label, ("epub:type", entry.Type), ("href", entry.Address));
            page.Close();
        }

        page.Close();
        page.Close();
    }

    private static void WriteEntries(XhtmlPage page, ImmutableArray<ContentsEntry> entries)
    {
        page.Open("ol");
        page.NewLine();
        foreach (var entry in entries)
        {
            page.Open("li");
            page.Leaf("a", entry.Label, ("href", entry.Address));
            if (entry.Entries.Length > 0)
            {
                page.NewLine();
                WriteEntries(page, entry.Entries);
            }

            page.Close();
            page.NewLine();
        }

        page.Close();
    }
}
