using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading.Contents;

/// <summary>docsify's _sidebar.md: lists of links from the root of the site. Its README.md is the page before them, listed or not.</summary>
internal sealed partial class Docsify : IContentsReader
{
    /// <summary>Links of its pages start from the root of the site.</summary>
    public const string Form = "docsify";

    private static readonly string[] Names = ["_sidebar.md", "sidebar.md"];

    public bool Fits(BookFolder folder) => Path(folder) is { } path && TextFile.Read(folder, path, new DiagnosticBag())?.Text.Contains("](", StringComparison.Ordinal) == true;

    public BookContents Read(BookFolder folder, DiagnosticBag bag) => Summary.Read(folder, Path(folder)!, Form, FactsOf(folder, Path(folder)!), bag, hasFrontPage: true);

    /// <summary>The name that index.html gives the site, or its title.</summary>
    private static SiteFacts FactsOf(BookFolder folder, string sidebar)
    {
        var page = folder.Find(BookFolder.FolderOf(sidebar), "index.html") is { IsFile: true, Path: { } path } ? TextFile.Read(folder, path, new DiagnosticBag())?.Text ?? "" : "";
        var name = Name().Match(page) is { Success: true } given ? given : Title().Match(page);
        return name.Success ? SiteFacts.Of(System.Net.WebUtility.HtmlDecode(Tags().Replace(name.Groups["name"].Value, "")), [], Language().Match(page).Groups[1].Value, null) : SiteFacts.None;
    }

    private static string? Path(BookFolder folder) =>
        ContentRoot.Candidates(folder).SelectMany(c => Names.Select(n => folder.Find(c, n))).FirstOrDefault(f => f.IsFile).Path;

    [GeneratedRegex("""(?:^|[{,])\s*name\s*:\s*(["'`])(?<name>[^"'`\n]*[^"'`\s][^"'`\n]*)\1""", RegexOptions.Multiline)]
    private static partial Regex Name();

    [GeneratedRegex(@"<title>\s*(?!Document\s*<)(?<name>[^<>]*\S)\s*</title>", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex("""<html[^<>]*\blang=["']?([\w-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Language();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tags();
}
