using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading.Contents;

/// <summary>A book whose order is that of its file names. A folder's README or index stands for the folder; its other files are one deeper. A folder without one, at the top, is a part. Names beginning with _ are for other tools.</summary>
internal sealed partial class FolderOrder : IContentsReader
{
    public const int DeepestFolder = 8;

    // Words that open and close a book, in the order they stand there.
    private static readonly string[] First = ["readme", "index", "preface", "foreword", "prologue", "introduction", "intro", "前言", "序", "序言", "引言", "导读"];
    private static readonly string[] Last = ["epilogue", "postface", "afterword", "conclusion", "后记", "结语", "appendix", "附录", "references", "参考文献", "参考资料"];

    public bool Fits(BookFolder folder) => true;

    public BookContents Read(BookFolder folder, DiagnosticBag bag)
    {
        var root = ContentRoot.ForFolderOrder(folder);
        var entries = ImmutableArray.CreateBuilder<ContentsEntry>();
        Collect(folder, root, root, 0, entries, TextFile.IsMarkdown);
        if (entries.Count == 0)
        {
            Collect(folder, root, root, 0, entries, TextFile.IsText);
        }

        // The page of the whole folder is the book's front page, unless it is the whole book.
        var first = entries.Count > 1 && IsFolderPage(entries[0].File, root) ? entries[0] with { IsUnnumbered = true } : null;
        return new BookContents(null, root, first is null ? entries.ToImmutable() : [first, .. entries.Skip(1)], []);
    }

    /// <summary>Hidden folders, packages of programs, and what builds leave behind.</summary>
    public static bool IsSkipped(string folder) => folder[0] == '.' || folder is "node_modules" or "_book" or "output" or "target" or "vendor";

    /// <summary>A file at the root of a repository that is about the project and not in its book.</summary>
    public static bool IsProjectFile(string name) => ProjectFile().IsMatch(name);

    private static void Collect(BookFolder folder, string root, string at, int depth, ImmutableArray<ContentsEntry>.Builder entries, Func<string, bool> isChapter)
    {
        var (files, folders) = folder.Names(at);
        var names = files.Where(f => isChapter(f) && f[0] != '_' && !(at == root && IsProjectFile(f)))
            .Concat(folders.Where(f => !IsSkipped(f) && at.Split('/').Length <= DeepestFolder))
            .OrderBy(Rank).ThenBy(Stem, NaturalOrder.Comparer).ThenBy(n => n, StringComparer.Ordinal);
        foreach (var name in names)
        {
            var path = BookFolder.Join(at, name);
            if (files.Contains(name))
            {
                Add(path, depth, null);
                continue;
            }

            var inside = ImmutableArray.CreateBuilder<ContentsEntry>();
            Collect(folder, root, path, 0, inside, isChapter);
            var standsForFolder = inside.Count > 0 && IsFolderPage(inside[0].File, path);
            for (var i = 0; i < inside.Count; i++)
            {
                var isPart = i == 0 && !standsForFolder && inside.Count > 1 && at == root;
                entries.Add(inside[i] with { Depth = inside[i].Depth + depth + (standsForFolder && i > 0 ? 1 : 0), Part = isPart ? TitleOf(name) : null });
            }
        }

        void Add(string path, int d, string? part) => entries.Add(new ContentsEntry(Place.Of(new SourceFile(path, "")), path, null, d, part));
    }

    private static bool IsFolderPage(string file, string folder) =>
        BookFolder.FolderOf(file) == folder && Path.GetFileNameWithoutExtension(file).ToLowerInvariant() is "readme" or "index";

    /// <summary>The name without the extension of a text file; the dot of a folder such as 1.10_x belongs to its name.</summary>
    private static string Stem(string name) => TextFile.IsText(name) ? Path.GetFileNameWithoutExtension(name) : name;

    private static int Rank(string name)
    {
        var word = Stem(name).ToLowerInvariant();
        return Array.IndexOf(First, word) is var f and >= 0 ? f - First.Length : Array.IndexOf(Last, word) is var l and >= 0 ? l + 1 : 0;
    }

    /// <summary>01_introduction → introduction.</summary>
    private static string TitleOf(string folder) => LeadingNumber().Replace(folder, "").Replace('_', ' ').Replace('-', ' ') is { Length: > 0 } title ? title : folder;

    [GeneratedRegex("^[0-9]+[-_. ]+")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"^((licen[cs]e|copying|contributing|contributors|changelog|changes|code[-_]of[-_]conduct|security|authors|notice|summary)\.(md|markdown|txt)|readme[-_.]\w+\.(md|markdown|txt))$", RegexOptions.IgnoreCase)]
    private static partial Regex ProjectFile();
}
