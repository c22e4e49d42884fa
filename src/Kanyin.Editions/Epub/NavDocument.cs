using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>The EPUB navigation document (EPUB 3.3 7): contents and landmarks. It is also the book's contents page.</summary>
internal static class NavDocument
{
    public const string Path = "nav.xhtml";

    public static EpubFile Write(BookMetadata metadata, ImmutableArray<ContentsEntry> contents, ImmutableArray<Landmark> landmarks)
    {
        using var page = new XhtmlPage(metadata.Language, "目录", "styles/book.css", "frontmatter");
        page.Open("nav", ("id", "toc"), ("epub:type", "toc"), ("role", "doc-toc"), ("aria-labelledby", "toc-title"));
        page.Leaf("h1", "目录", ("id", "toc-title"));
        WriteEntries(page, contents);
        page.Close();
        page.NewLine();

        page.Open("nav", ("id", "landmarks"), ("epub:type", "landmarks"), ("aria-label", "路标"), ("hidden", "hidden"));
        page.Leaf("h2", "路标");
        page.Open("ol");
        foreach (var landmark in landmarks)
        {
            page.Open("li");
            page.Leaf("a", landmark.Label, ("epub:type", landmark.Type), ("href", landmark.Address == Path ? "#toc" : landmark.Address));
            page.Close();
        }

        page.Close();
        page.Close();
        return new EpubFile(Path, EpubFile.Xhtml, page.ToBytes(), "nav");
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
