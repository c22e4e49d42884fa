using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading.Contents;

/// <summary>docsify's _sidebar.md: lists of links from the root of the site. Its README.md is the page before them, listed or not.</summary>
internal sealed class Docsify : IContentsReader
{
    private static readonly string[] Names = ["_sidebar.md", "sidebar.md"];

    public bool Fits(BookFolder folder) => Path(folder) is { } path && TextFile.Read(folder, path, new DiagnosticBag())?.Text.Contains("](", StringComparison.Ordinal) == true;

    public BookContents Read(BookFolder folder, DiagnosticBag bag) => Summary.Read(folder, Path(folder)!, "docsify", SiteFacts.None, bag, hasFrontPage: true);

    private static string? Path(BookFolder folder) =>
        ContentRoot.Candidates(folder).SelectMany(c => Names.Select(n => folder.Find(c, n))).FirstOrDefault(f => f.IsFile).Path;
}
