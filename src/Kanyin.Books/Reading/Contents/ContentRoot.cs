using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading.Contents;

/// <summary>Where in a repository the chapters are: its root, or a folder such as docs/ or src/.</summary>
internal static class ContentRoot
{
    private static readonly string[] UsualNames = ["docs", "src", "content", "book"];

    /// <summary>The folders where an order file such as SUMMARY.md may be, most likely first.</summary>
    public static IEnumerable<string> Candidates(BookFolder folder) =>
        new[] { Declared(folder) ?? "", "" }.Concat(UsualNames).Distinct().Where(c => folder.Find("", c) is { IsFolder: true });

    /// <summary>The folder that the settings of a tool name, when it is there.</summary>
    public static string? Declared(BookFolder folder) => DeclaredFromAbove(folder) ?? (VitePress.DeclaredRoot(folder) is { Length: > 0 } site ? site : null);

    /// <summary>The folder that settings outside it name, when it is there.</summary>
    private static string? DeclaredFromAbove(BookFolder folder)
    {
        var nowhere = new DiagnosticBag();
        var gitBook = GitBook.Read(folder, nowhere) is { Root.Length: > 0 } book ? book.Root : null;
        string?[] named = [MdBook.Read(folder, nowhere)?.Source, gitBook, MkDocs.DeclaredRoot(folder), Hugo.DeclaredRoot(folder)];
        return named.FirstOrDefault(n => n is not null && folder.Find("", n) is { IsFolder: true });
    }

    /// <summary>The root, unless it holds hardly more than a README and one folder has all the chapters.</summary>
    public static string ForFolderOrder(BookFolder folder)
    {
        if (Declared(folder) is { } declared)
        {
            return declared;
        }

        var (files, folders) = folder.Names("");
        if (files.Any(f => TextFile.IsMarkdown(f) && !FolderOrder.IsProjectFile(f) && !IsReadme(f)))
        {
            return "";
        }

        var withChapters = folders.Where(f => !FolderOrder.IsSkipped(f) && HasMarkdown(folder, f, 0)).ToList();
        return UsualNames.FirstOrDefault(withChapters.Contains) ?? (withChapters is [var only] ? only : "");
    }

    /// <summary>The folder that a path means: itself, or the one above when the settings of a tool there say that this is where their text is.</summary>
    /// <param name="texts">What is read in place of some of its files.</param>
    public static BookFolder FolderOf(string path, IReadOnlyDictionary<string, string>? texts = null)
    {
        var folder = new BookFolder(path, texts);
        var above = Path.GetDirectoryName(folder.Root);
        if (above is null || folder.HasFile(BookSettings.FileName) || folder.HasFile("book.yaml"))
        {
            return folder;
        }

        var parent = new BookFolder(above, texts);
        return DeclaredFromAbove(parent) is { Length: > 0 } declared && declared == Path.GetFileName(folder.Root) ? parent : folder;
    }

    private static bool IsReadme(string name) => name.StartsWith("readme", StringComparison.OrdinalIgnoreCase);

    private static bool HasMarkdown(BookFolder folder, string at, int depth)
    {
        var (files, folders) = folder.Names(at);
        return files.Any(TextFile.IsMarkdown)
            || (depth < FolderOrder.DeepestFolder && folders.Any(f => !FolderOrder.IsSkipped(f) && HasMarkdown(folder, BookFolder.Join(at, f), depth + 1)));
    }
}
