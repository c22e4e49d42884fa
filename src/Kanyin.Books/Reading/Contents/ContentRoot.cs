using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading.Contents;

/// <summary>Where in a repository the chapters are: its root, or a folder such as docs/ or src/.</summary>
internal static partial class ContentRoot
{
    private static readonly string[] UsualNames = ["docs", "src", "content", "book"];

    /// <summary>The folders where an order file such as SUMMARY.md may be, most likely first.</summary>
    public static IEnumerable<string> Candidates(BookFolder folder) =>
        new[] { "", FromBookToml(folder) ?? "" }.Concat(UsualNames).Distinct().Where(c => folder.Find("", c) is { IsFolder: true });

    /// <summary>The root, unless it holds hardly more than a README and one folder has all the chapters.</summary>
    public static string ForFolderOrder(BookFolder folder)
    {
        if (FromBookToml(folder) is { } declared && folder.Find("", declared) is { IsFolder: true })
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

    private static bool IsReadme(string name) => name.StartsWith("readme", StringComparison.OrdinalIgnoreCase);

    private static bool HasMarkdown(BookFolder folder, string at, int depth)
    {
        var (files, folders) = folder.Names(at);
        return files.Any(TextFile.IsMarkdown)
            || (depth < FolderOrder.DeepestFolder && folders.Any(f => !FolderOrder.IsSkipped(f) && HasMarkdown(folder, BookFolder.Join(at, f), depth + 1)));
    }

    /// <summary>mdBook's book.toml: src = "…" under [book]; mdBook's own default is src.</summary>
    private static string? FromBookToml(BookFolder folder)
    {
        if (!folder.HasFile("book.toml") || TextFile.Read(folder, "book.toml", new DiagnosticBag()) is not { } file)
        {
            return null;
        }

        var match = Source().Match(file.Text);
        return match.Success ? match.Groups[1].Value.Trim('/') : "src";
    }

    [GeneratedRegex("""^\s*src\s*=\s*["']([^"']*)["']""", RegexOptions.Multiline)]
    private static partial Regex Source();
}
