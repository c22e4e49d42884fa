using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Markdown;
using Kanyin.Books.Reading.Pictures;

namespace Kanyin.Books.Reading.Contents;

/// <summary>SUMMARY.md as mdBook and GitBook write it: nested lists of links, headings for parts, links outside lists before and after.</summary>
internal sealed partial class Summary : IContentsReader
{
    private static readonly string[] Names = ["SUMMARY.md", "TOC.md"];

    public bool Fits(BookFolder folder) => Path(folder) is not null;

    public BookContents Read(BookFolder folder, DiagnosticBag bag)
    {
        var path = Path(folder)!;
        var mdBook = MdBook.Read(folder, bag);
        var gitBook = mdBook is null ? GitBook.Read(folder, bag) : null;
        var form = mdBook is not null ? "mdBook" : gitBook is not null ? "GitBook" : "SUMMARY.md";
        return Read(folder, path, form, mdBook?.Facts ?? gitBook?.Facts ?? SiteFacts.None, bag);
    }

    /// <summary>The order that a file of Markdown lists gives; null lists, and a file that cannot be read, give none.</summary>
    /// <param name="hasFrontPage">The README of the root is the first page, listed or not.</param>
    internal static BookContents Read(BookFolder folder, string path, string form, SiteFacts facts, DiagnosticBag bag, bool hasFrontPage = false)
    {
        var root = BookFolder.FolderOf(path);
        var text = TextFile.Read(folder, path, bag) is { } file ? MarkdownReader.Read(file, new PictureFiles(folder, root), new DiagnosticBag()) : null;
        if (text is null)
        {
            return new BookContents(new OrderSource(form, path), root, [], []) { Facts = facts };
        }

        var list = new EntryList(folder, text.Source, root, bag);
        var lines = Lines(text);
        if (hasFrontPage && Pages.Find(folder, root, "./") is { IsFile: true } front && !Addresses(lines).Any(a => Pages.Find(folder, root, a).Path == front.Path))
        {
            lines = lines.Insert(0, new Listed(Place.Of(text.Source), "", "./", []));
        }

        list.Add(lines);
        return list.Contents(form, facts.Title is null ? facts with { Title = Title(text) } : facts);
    }

    /// <summary>The contents file that settings name, or the one that is there.</summary>
    private static string? Path(BookFolder folder)
    {
        var declared = GitBook.Read(folder, new DiagnosticBag()) is { Summary: { } summary } book && folder.Find(book.Root, summary) is { IsFile: true } named ? named.Path : null;
        return declared ?? ContentRoot.Candidates(folder).SelectMany(c => Names.Select(n => folder.Find(c, n))).FirstOrDefault(f => f.IsFile).Path;
    }

    private static string? Title(MarkdownText text) =>
        text.Blocks is [Heading heading, ..] && PlainText.Of(heading).Trim() is var words && !NamesAPart().IsMatch(words) && !NamesTheContents(words) && words.Length > 0 ? words : null;

    internal static bool NamesTheContents(string heading) => ContentsName().IsMatch(heading);

    private static IEnumerable<string> Addresses(ImmutableArray<Listed> lines) => lines.SelectMany(l => Addresses(l.Below).Prepend(l.Address)).OfType<string>();

    private static ImmutableArray<Listed> Lines(MarkdownText text)
    {
        var lines = ImmutableArray.CreateBuilder<Listed>();
        string? part = null;
        foreach (var (i, block) in text.Blocks.Index())
        {
            var from = lines.Count;
            if (block is Heading heading && PlainText.Of(heading).Trim() is { Length: > 0 } words)
            {
                part = i == 0 && !NamesAPart().IsMatch(words) || NamesTheContents(words) ? part : words;
            }
            else if (block is List list)
            {
                lines.AddRange(LinkLists.Of(list));
            }
            else if (block is Paragraph paragraph)
            {
                // mdBook's prefix and suffix chapters.
                lines.AddRange(paragraph.Inlines.OfType<Link>().Select(l => LinkLists.Of(l) with { IsUnnumbered = true }));
            }

            if (lines.Count > from)
            {
                lines[from] = lines[from] with { Part = part };
                part = null;
            }
        }

        return lines.ToImmutable();
    }

    [GeneratedRegex("^(目录|目錄|总目录|總目錄|summary|contents|table of contents|toc)$", RegexOptions.IgnoreCase)]
    private static partial Regex ContentsName();

    [GeneratedRegex("^第.{1,6}(部分|部|篇|卷|编|編)|^part ", RegexOptions.IgnoreCase)]
    private static partial Regex NamesAPart();
}
