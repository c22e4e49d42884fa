using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Links;

public sealed partial class LinkToOwnRepository : Rule
{
    public override DiagnosticKind Kind { get; } = new("LINK011", Severity.Warning, "Link to the web for a file of the book");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        var files = book.Book.Chapters.ToLookup(c => Path.GetFileName(c.File.Path), StringComparer.Ordinal);
        foreach (var link in book.Links)
        {
            if (link.Target is ExternalTarget { Address: var address } && FileOf(address, book.Book.Repository, files) is { } chapter && !BareAddress.IsBare(link))
            {
                bag.Add(Kind, link.At, $"{address} is {chapter.File.Path}, which is in this book.", "Link to the file: readers then need no network.");
            }
        }
    }

    /// <param name="files">The chapters by the names of their files.</param>
    private static Chapter? FileOf(string address, string? repository, ILookup<string, Chapter> files)
    {
        if (RepositoryFile().Match(address) is not { Success: true } match)
        {
            return null;
        }

        var isOwn = repository is { } own && match.Groups["repository"].Value.Equals(own.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
        var path = Uri.UnescapeDataString(match.Groups["path"].Value);
        return repository is null || isOwn
            ? files[Path.GetFileName(path)].Where(c => Ends(path, c.File.Path) && (isOwn || IsDistinct(c.File.Path))).MaxBy(c => c.File.Path.Length)
            : null;
    }

    /// <summary>The book may be in a folder of its repository.</summary>
    private static bool Ends(string path, string file) => path == file || path.EndsWith("/" + file, StringComparison.Ordinal);

    /// <summary>Where book.yml names no repository, only a path that hardly another repository has.</summary>
    private static bool IsDistinct(string file) => file.Contains('/', StringComparison.Ordinal) && !file.EndsWith("README.md", StringComparison.OrdinalIgnoreCase) && !file.EndsWith("index.md", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^(?<repository>https?://[^/]+/[^/]+/[^/]+)/(?:-/)?(?:blob|tree|edit)/[^/]+/(?<path>[^?#]+)", RegexOptions.IgnoreCase)]
    private static partial Regex RepositoryFile();
}
