using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Markdown;
using Kanyin.Books.Reading.Pictures;

namespace Kanyin.Books.Reading.Contents;

/// <summary>A README whose lists or tables link to the chapters. It is the first page of the book itself; what else it links to is no chapter, and no mistake.</summary>
internal sealed class ReadmeList : IContentsReader
{
    private const int FewestChapters = 2;

    public bool Fits(BookFolder folder) => Found(folder) is not null;

    public BookContents Read(BookFolder folder, DiagnosticBag bag)
    {
        var (text, root, lines) = Found(folder)!.Value;
        var list = new EntryList(folder, text.Source, root, bag);
        list.Add([new Listed(Place.Of(text.Source), "", text.Source.Path[(root.Length == 0 ? 0 : root.Length + 1)..], []), .. lines]);
        return list.Contents("README", MkDocs.FactsOf(folder, bag));
    }

    /// <summary>The README that names at least half of the chapters there are.</summary>
    private static (MarkdownText Text, string Root, ImmutableArray<Listed> Lines)? Found(BookFolder folder)
    {
        foreach (var root in ContentRoot.Candidates(folder))
        {
            if (Pages.Find(folder, root, "./") is not { IsFile: true, Path: { } path } || TextFile.Read(folder, path, new DiagnosticBag()) is not { } file
                || MarkdownReader.Read(file, new PictureFiles(folder, root), new DiagnosticBag()) is not { } text)
            {
                continue;
            }

            var chapters = FolderOrder.Files(folder, root).Where(f => f != path).ToHashSet(StringComparer.Ordinal);
            var lines = Lines(text, line => Pages.Find(folder, root, line.Address!).Path is { } found && chapters.Contains(found));
            var named = lines.SelectMany(All).Select(l => Pages.Find(folder, root, l.Address ?? "").Path).Distinct().Count(f => f is not null && chapters.Contains(f));
            if (named >= FewestChapters && named * 2 >= chapters.Count)
            {
                return (text, root, lines);
            }
        }

        return null;
    }

    private static IEnumerable<Listed> All(Listed line) => line.Below.SelectMany(All).Prepend(line);

    private static ImmutableArray<Listed> Lines(MarkdownText text, Func<Listed, bool> isChapter)
    {
        var lines = ImmutableArray.CreateBuilder<Listed>();
        var parts = 0;
        string? part = null;
        foreach (var block in text.Blocks)
        {
            if (block is Heading heading)
            {
                part = PlainText.Of(heading).Trim();
                continue;
            }

            var found = block is List list ? Chosen(LinkLists.Of(list), isChapter) : block is Table table ? [.. Links(table).Select(LinkLists.Of).Where(isChapter)] : [];
            if (found.Length > 0)
            {
                var isPart = part is not null && !Summary.NamesTheContents(part);
                parts += isPart ? 1 : 0;
                lines.AddRange(isPart ? found.SetItem(0, found[0] with { Part = part }) : found);
                part = null;
            }
        }

        // One heading above all of the links names the list, not a part of the book.
        return parts > 1 ? lines.ToImmutable() : [.. lines.Select(l => l with { Part = null })];
    }

    /// <summary>The lines that lead to chapters, and those that have such lines below them.</summary>
    private static ImmutableArray<Listed> Chosen(ImmutableArray<Listed> lines, Func<Listed, bool> isChapter) =>
        [.. lines.SelectMany(line => Chosen(line.Below, isChapter) is var below && line.Address is not null && isChapter(line) ? [line with { Below = below }]
            : below.Length == 0 ? []
            : line.Address is null ? [line with { Below = below }]
            : below.AsEnumerable())];

    private static IEnumerable<Link> Links(Table table) => Descendants.WithInner(table.Head.Concat(table.Body).SelectMany(r => r.Cells).SelectMany(c => c.Inlines)).OfType<Link>();
}
