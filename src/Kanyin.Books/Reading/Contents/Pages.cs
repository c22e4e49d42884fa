namespace Kanyin.Books.Reading.Contents;

/// <summary>The file that an address in a table of contents means, with the liberties that sites allow.</summary>
internal static class Pages
{
    private static readonly string[] FolderPages = ["README.md", "index.md", "_index.md", "Readme.md", "readme.md"];

    /// <summary>README.md and index.md stand for the folder they are in; Hugo's is _index.md.</summary>
    public static bool IsFolderPage(string file) => Path.GetFileNameWithoutExtension(file).ToLowerInvariant() is "readme" or "index" or "_index";

    /// <summary>docsify writes #/path where others write /path; the root itself is its page.</summary>
    public static Address Parse(string raw)
    {
        var text = raw.Trim().TrimStart('<').TrimEnd('>');
        var address = Address.Parse(text.StartsWith("#/", StringComparison.Ordinal) ? text[1..] : text);
        return address.Path is "/" or "./" or "." ? address with { Path = "./" } : address;
    }

    /// <summary>The file, the folder that has no page, or nothing: a folder means its page, .html means .md, and the extension may be missing.</summary>
    /// <param name="root">The folder that the address starts from, with or without a slash at its beginning.</param>
    public static Found Find(BookFolder folder, string root, string raw)
    {
        var path = Parse(raw).Path;
        var found = folder.Find(root, path);
        if (found.IsOutside || found.IsFile)
        {
            return found;
        }

        // A page beside a folder of its name is the folder's page too.
        var bare = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? path[..^5] : path.TrimEnd('/');
        return FolderPages.Select(page => found.IsFolder ? folder.Find(found.Path!, page) : new Found(null))
            .Append(bare is "" or "." ? new Found(null) : folder.Find(root, bare + ".md"))
            .Append(bare is "" or "." ? new Found(null) : folder.Find(root, bare + ".mdx"))
            .Append(path == bare ? new Found(null) : folder.Find(root, bare + "/README.md"))
            .FirstOrDefault(f => f.IsFile, found);
    }
}
