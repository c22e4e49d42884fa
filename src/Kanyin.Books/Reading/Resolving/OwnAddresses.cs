using System.Text.RegularExpressions;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>Addresses on the web under which the book itself is found: its site, and its repository.</summary>
/// <param name="site">Such as https://example.org/book/, or null.</param>
/// <param name="repository">Such as https://github.com/owner/book, or null.</param>
internal sealed partial class OwnAddresses(string? site, string? repository)
{
    public static readonly OwnAddresses None = new(null, null);

    private readonly string? _site = Bare(site);
    private readonly string? _repository = Bare(repository);

    /// <summary>The address inside the book that an address on the web means: from the site's root or from the repository's. Null when it is another's.</summary>
    public (string Address, bool IsOfSite)? Inside(string raw)
    {
        var address = Bare(raw);
        if (After(_repository, address) is { } inRepository)
        {
            // GitHub and Gitee: blob/BRANCH/path; GitLab has /-/ before it. The name of a branch is taken to have no slash.
            var parts = inRepository.Replace("/-/", "/", StringComparison.Ordinal).Split('/', 4);
            return parts is ["", "blob" or "tree" or "raw" or "edit", _, var path] ? ("/" + path, false) : null;
        }

        return After(_site, address) is { } inSite ? (inSite.StartsWith('/') ? inSite : "/" + inSite, true) : null;
    }

    /// <summary>
    /// The file of the book that an address of a file on the web means. Where book.yml names no repository, a file at the same place
    /// below a folder is taken for the same: authors upload what they write, and address their pictures as they are shown on the web.
    /// </summary>
    /// <param name="root">The folder of the chapters.</param>
    public Found File(string raw, BookFolder folder, string root)
    {
        if (Inside(raw) is { IsOfSite: true } inSite)
        {
            return folder.FindFrom("", root, Address.Parse(inSite.Address).Path);
        }

        if ((Inside(raw)?.Address[1..] ?? OnHost(raw)) is not { } address)
        {
            return default;
        }

        var path = Address.Parse(address).Path;
        var found = folder.Find("", path);
        for (var above = path.IndexOf('/'); !found.IsFile && above > 0; above = path.IndexOf('/', above + 1))
        {
            // The book may be in a folder of its repository.
            found = folder.Root.Replace('\\', '/').EndsWith("/" + path[..above], StringComparison.Ordinal) ? folder.Find("", path[above..]) : default;
        }

        return found.IsFile && (_repository is not null || path.Contains('/', StringComparison.Ordinal)) ? found : default;
    }

    /// <summary>The path in a repository on one of the usual hosts, or a mirror of it; null when it is not the book's.</summary>
    private string? OnHost(string raw) =>
        RepositoryFile().Match(raw) is { Success: true } match && (_repository is null || _repository.EndsWith("/" + match.Groups["repository"].Value, StringComparison.OrdinalIgnoreCase))
            ? match.Groups["path"].Value : null;

    private static string? After(string? start, string? address) =>
        start is not null && address is not null && address.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (address.Length == start.Length || address[start.Length] is '/' or '#' or '?')
            ? address[start.Length..] : null;

    /// <summary>Without the scheme, and without a slash at the end.</summary>
    private static string? Bare(string? address)
    {
        var text = address?.Trim() ?? "";
        var start = text.IndexOf("//", StringComparison.Ordinal);
        return start < 0 ? null : text[(start + 2)..].TrimEnd('/');
    }

    /// <summary>A file as GitHub, Gitee, GitLab and jsDelivr give it. The name of a branch is taken to have no slash, but for refs/heads/ before it.</summary>
    [GeneratedRegex(@"^(?:https?:)?//(?:raw\.githubusercontent\.com/(?<repository>[^/?#]+/[^/?#]+)/(?:refs/heads/)?[^/?#]+|(?:github|gitee|gitlab)\.com/(?<repository>[^/?#]+/[^/?#]+)/(?:-/)?(?:raw|blob)/(?:refs/heads/)?[^/?#]+|(?:cdn|fastly|gcore)\.jsdelivr\.net/gh/(?<repository>[^/?#@]+/[^/?#@]+)(?:@[^/?#]+)?)/(?<path>[^?#]+)", RegexOptions.IgnoreCase)]
    private static partial Regex RepositoryFile();
}
