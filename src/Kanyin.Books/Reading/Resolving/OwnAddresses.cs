namespace Kanyin.Books.Reading.Resolving;

/// <summary>Addresses on the web under which the book itself is found: its site, and its repository.</summary>
/// <param name="site">Such as https://example.org/book/, or null.</param>
/// <param name="repository">Such as https://github.com/owner/book, or null.</param>
internal sealed class OwnAddresses(string? site, string? repository)
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
}
