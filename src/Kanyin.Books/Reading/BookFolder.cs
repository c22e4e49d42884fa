using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Kanyin.Books.Reading;

/// <summary>What an address leads to inside the book's folder.</summary>
/// <param name="Path">Relative to the book's folder with forward slashes, in the letter case of the disk; null when there is nothing.</param>
/// <param name="IsFolder">The path is a folder.</param>
/// <param name="IsOutside">The address climbs out of the book's folder; it was not looked at.</param>
internal readonly record struct Found(string? Path, bool IsFolder = false, bool IsOutside = false)
{
    /// <summary>The address is in another letter case than the disk.</summary>
    public bool IsInOtherCase { get; init; }

    public bool IsFile => Path is not null && !IsFolder;
}

/// <summary>The folder of a book: the only place where files are looked for. Letter case counts on every system alike; a link that leaves the folder is not followed.</summary>
/// <param name="root">An existing folder.</param>
/// <param name="texts">What is read in place of some of its files.</param>
internal sealed class BookFolder(string root, IReadOnlyDictionary<string, string>? texts = null)
{
    private readonly ConcurrentDictionary<string, Listing> _listings = new(StringComparer.Ordinal);

    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>The text that stands in for a file, or null when the file itself is read.</summary>
    public string? TextFor(string path) => texts?.GetValueOrDefault(path);

    public string FullPath(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The names in a folder, in ordinal order: files, and folders that are not links.</summary>
    public (IReadOnlyList<string> Files, IReadOnlyList<string> Folders) Names(string folder)
    {
        var listing = List(folder);
        return ([.. listing.Entries.Where(e => !e.Value.IsFolder).Select(e => e.Key)], [.. listing.Entries.Where(e => e.Value is { IsFolder: true, IsLink: false }).Select(e => e.Key)]);
    }

    /// <summary>Looks for a path relative to a folder of the book. A name in another letter case is found when only one fits.</summary>
    public Found Find(string folder, string path)
    {
        var parts = new List<string>();
        foreach (var part in (folder + "/" + path).Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                return new Found(null, IsOutside: true);
            }
        }

        return Walk(parts);
    }

    /// <summary>The file that an address in another one means: relative to it, else to the root of the book. A leading / means one of <see cref="Roots"/>.</summary>
    public Found FindFrom(string file, string root, string path)
    {
        var starts = path.StartsWith('/') ? Roots(root) : [FolderOf(file), root, ""];
        return starts.Select(s => Find(s, path)).FirstOrDefault(f => f.IsFile);
    }

    /// <summary>Asks the disk first: the folder may be one of thousands of files that nobody needs to list.</summary>
    public bool HasFile(string path) => File.Exists(FullPath(path)) && Find("", path) is { IsFile: true } found && found.Path == path;

    /// <summary>Folders whose files sites put beside their pages as they are: VitePress, Docusaurus and Hugo, VuePress.</summary>
    public static readonly ImmutableArray<string> SiteFolders = ["public", "static", ".vuepress/public"];

    /// <summary>Where an address that begins with / may start from, likeliest first.</summary>
    /// <param name="root">The folder of the chapters.</param>
    public static IEnumerable<string> Roots(string root) =>
        new[] { root, "" }.Concat(SiteFolders.Select(f => Join(root, f))).Concat(SiteFolders).Distinct();

    /// <summary>The folder part of a path, without a slash at its end.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is var i and >= 0 ? path[..i] : "";

    public static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;

    private Found Walk(List<string> parts)
    {
        var at = "";
        var (isFolder, isInOtherCase) = (true, false);
        foreach (var part in parts)
        {
            if (!isFolder || List(at).Match(part) is not { } name)
            {
                return new Found(null);
            }

            isFolder = List(at).Entries[name].IsFolder;
            isInOtherCase |= name != part;
            at = Join(at, name);
        }

        return new Found(at, isFolder) { IsInOtherCase = isInOtherCase };
    }

    private Listing List(string folder) => _listings.GetOrAdd(folder, Read);

    private Listing Read(string folder)
    {
        var entries = new SortedDictionary<string, Entry>(StringComparer.Ordinal);
        try
        {
            foreach (var info in new DirectoryInfo(FullPath(folder)).EnumerateFileSystemInfos())
            {
                var isLink = info.LinkTarget is not null;
                var target = isLink ? info.ResolveLinkTarget(returnFinalTarget: true) : info;
                if (target is { Exists: true } && (!isLink || IsInside(target.FullName)))
                {
                    entries[info.Name] = new Entry(target is DirectoryInfo, isLink);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that may not be listed holds nothing that we could read: what it should hold is reported as missing.
        }

        return new Listing(entries);
    }

    private bool IsInside(string fullPath) => fullPath.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private readonly record struct Entry(bool IsFolder, bool IsLink);

    private sealed record Listing(SortedDictionary<string, Entry> Entries)
    {
        private readonly ILookup<string, string> _byFolded = Entries.Keys.ToLookup(k => k, StringComparer.OrdinalIgnoreCase);

        public string? Match(string name) => Entries.ContainsKey(name) ? name : _byFolded[name].Take(2).ToList() is [var only] ? only : null;
    }
}
