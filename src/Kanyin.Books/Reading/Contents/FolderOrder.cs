using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Contents;

/// <summary>A book whose order is that of its file names. A folder's README or index stands for the folder; its other files are one deeper. A folder without one, at the top, is a part. Names beginning with _ are for other tools.</summary>
internal sealed partial class FolderOrder : IContentsReader
{
    public const int DeepestFolder = 8;

    // Words that open and close a book, in the order they stand there.
    private static readonly string[] First = ["readme", "index", "preface", "foreword", "prologue", "introduction", "intro", "前言", "序", "序言", "引言", "导读"];
    private static readonly string[] Last = ["epilogue", "postface", "afterword", "conclusion", "后记", "结语", "appendix", "附录", "references", "参考文献", "参考资料"];

    public bool Fits(BookFolder folder) => true;

    public BookContents Read(BookFolder folder, DiagnosticBag bag) => Read(folder, ContentRoot.ForFolderOrder(folder), "file names", MkDocs.FactsOf(folder, bag), _ => null);

    /// <summary>The Markdown files below a folder that can be chapters, in the order of their names.</summary>
    public static IEnumerable<string> Files(BookFolder folder, string root) => new Walk(folder, root, TextFile.IsMarkdown, _ => null).Collect(root).Select(e => e.File);

    /// <param name="weightOf">Where a file or a folder stands among its neighbours; null for one that does not say, which follows those that do.</param>
    public static BookContents Read(BookFolder folder, string root, string form, SiteFacts facts, Func<string, double?> weightOf)
    {
        var entries = new Walk(folder, root, TextFile.IsMarkdown, weightOf).Collect(root);
        entries = entries.Count > 0 ? entries : new Walk(folder, root, TextFile.IsText, weightOf).Collect(root);

        // The page of the whole folder is the book's front page, unless it is the whole book.
        var front = entries.Count > 1 && IsPageOf(entries[0].File, root) ? 1 : 0;
        if (front == 1)
        {
            entries[0] = entries[0] with { IsUnnumbered = true };
        }

        // So is the page of the one folder that all chapters are in.
        if (entries.Count > front + 2 && Pages.IsFolderPage(entries[front].File) && IsFolderIn(root, BookFolder.FolderOf(entries[front].File)) && entries.Skip(front + 1).All(e => e.Depth > 0))
        {
            entries[front] = entries[front] with { IsUnnumbered = true };
            entries = [.. entries.Select((e, i) => i > front ? e with { Depth = e.Depth - 1 } : e)];
        }

        return new BookContents(new OrderSource(form, null), root, [.. entries], []) { Facts = facts };
    }

    /// <summary>Hidden folders, packages of programs, and what builds leave behind.</summary>
    public static bool IsSkipped(string folder) => folder[0] == '.' || folder is "node_modules" or "_book" or "output" or "target" or "vendor";

    /// <summary>A file at the root of a repository that is about the project and not in its book.</summary>
    public static bool IsProjectFile(string name) => ProjectFile().IsMatch(name);

    /// <summary>The name without the extension of a text file; the dot of a folder such as 1.10_x belongs to its name.</summary>
    private static string Stem(string name) => TextFile.IsText(name) ? Path.GetFileNameWithoutExtension(name) : name;

    private static int Rank(string name)
    {
        var word = Stem(name).TrimStart('_').ToLowerInvariant();
        return Array.IndexOf(First, word) is var f and >= 0 ? f - First.Length : Array.IndexOf(Last, word) is var l and >= 0 ? l + 1 : 0;
    }

    private static bool IsPageOf(string file, string folder) => BookFolder.FolderOf(file) == folder && Pages.IsFolderPage(file);

    private static bool IsFolderIn(string root, string folder) => folder != root && BookFolder.FolderOf(folder) == root;

    /// <summary>01_introduction → introduction.</summary>
    private static string TitleOf(string folder) => LeadingNumber().Replace(folder, "").Replace('_', ' ').Replace('-', ' ').Trim() is { Length: > 0 } title ? title : folder;

    [GeneratedRegex("^[0-9]+[-_. ]+")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"^((licen[cs]e|copying|contributing|contributors|changelog|changes|code[-_]of[-_]conduct|security|authors|notice|summary)\.(md|markdown|txt)|readme[-_.]\w+\.(md|markdown|txt))$", RegexOptions.IgnoreCase)]
    private static partial Regex ProjectFile();

    /// <summary>Goes down a tree of files, folder by folder.</summary>
    private sealed class Walk(BookFolder folder, string root, Func<string, bool> isChapter, Func<string, double?> weightOf)
    {
        public List<ContentsEntry> Collect(string at)
        {
            var (files, folders) = folder.Names(at);
            var names = files.Where(f => isChapter(f) && (f[0] != '_' || Pages.IsFolderPage(f)) && !(at == root && IsProjectFile(f)))
                .Concat(folders.Where(f => !IsSkipped(f) && at.Split('/').Length <= DeepestFolder))
                .OrderBy(n => files.Contains(n) && Pages.IsFolderPage(n) ? 0 : 1)
                .ThenBy(n => weightOf(BookFolder.Join(at, n)) ?? double.PositiveInfinity)
                .ThenBy(Rank).ThenBy(Stem, NaturalOrder.Comparer).ThenBy(n => n, StringComparer.Ordinal);
            return [.. names.SelectMany(name => files.Contains(name) ? [Entry(BookFolder.Join(at, name))] : Inside(at, name))];
        }

        private static ContentsEntry Entry(string path) => new(Place.Of(new SourceFile(path, "")), path, null, 0, null);

        private IEnumerable<ContentsEntry> Inside(string at, string name)
        {
            var path = BookFolder.Join(at, name);
            var inside = Collect(path);
            var hasPage = inside.Count > 0 && IsPageOf(inside[0].File, path);
            var isPart = !hasPage && inside.Count > 1 && at == root;
            return inside.Select((entry, i) => entry with { Depth = entry.Depth + (hasPage && i > 0 ? 1 : 0), Part = isPart && i == 0 ? TitleOf(name) : null });
        }
    }
}
