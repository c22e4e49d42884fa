using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Contents;
using Kanyin.Books.Reading.Markdown;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>Finds where links lead: a place in the book, the world outside, or nowhere, and then why.</summary>
/// <param name="mayStartFromRoot">Addresses that lead nowhere from their own file start from the root of the site.</param>
internal sealed class Links(BookFolder folder, string root, Anchors anchors, ImmutableArray<Chapter> chapters, OwnAddresses own, bool mayStartFromRoot = false)
{
    private static readonly string[] FolderPages = ["README.md", "index.md", "_index.md", "readme.md", "Readme.md"];

    private static readonly System.Buffers.SearchValues<char> NeverInAnAddress = System.Buffers.SearchValues.Create(" \t\n\r<>\"");

    private readonly FrozenDictionary<string, string> _chapterIds = chapters.ToFrozenDictionary(c => c.File.Path, c => c.Id, StringComparer.Ordinal);

    /// <summary>The first file, in ordinal order, of each name without its folder.</summary>
    private readonly Lazy<FrozenDictionary<string, string>> _filesByName = new(() => chapters.Select(c => c.File.Path)
        .GroupBy(NameOf, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(g => g.Key, g => g.Min(StringComparer.Ordinal)!, StringComparer.OrdinalIgnoreCase));

    // The same page is often missed from many places.
    private readonly ConcurrentDictionary<string, string?> _nearestFiles = new(StringComparer.Ordinal);

    public ImmutableArray<Chapter> Apply() => [.. chapters.AsParallel().AsOrdered().Select(c => c with { Blocks = new Rewriter(this, c.File.Path).Rewrite(c.Blocks) })];

    private LinkTarget Resolve(string file, string raw)
    {
        if (raw.Trim().Length == 0 || raw.Trim() == "#")
        {
            return new BrokenTarget(raw, BrokenReason.Empty);
        }

        if (Address.IsExternal(raw))
        {
            return Turned(raw) ?? OnTheWeb(raw);
        }

        var isName = raw[0] == SpacedAddresses.ByName;
        raw = isName ? raw[1..] : raw;
        var address = Address.Parse(raw);
        if (address.Path.Length == 0)
        {
            return isName && address.Fragment is { Length: > 0 } label && anchors.Find(file, label) is null && FileOf(label) is { } other ? InFile(other, label, raw) : InFile(file, address.Fragment, raw);
        }

        var found = Find(file, address.Path);
        found = found.Path is not null ? found : isName ? ByName(address.Path) : mayStartFromRoot && !found.IsOutside ? Find("", "/" + address.Path) : found;
        return found switch
        {
            { IsOutside: true } => new BrokenTarget(raw, BrokenReason.OutsideBook),
            { Path: null } => new BrokenTarget(raw, BrokenReason.MissingFile, NearestFile(file, address.Path)),
            { Path: var path } when _chapterIds.ContainsKey(path) => InFile(path, address.Fragment, raw, found.IsInOtherCase),
            _ => new BrokenTarget(raw, BrokenReason.NotInBook),
        };
    }

    private static LinkTarget OnTheWeb(string raw) => IsWellFormed(raw.Trim()) ? new ExternalTarget(raw.Trim()) : new BrokenTarget(raw, BrokenReason.Malformed);

    /// <summary>An address of the book's own, when its page is in the book; a place that the page does not have gives the page.</summary>
    private LinkTarget? Turned(string raw)
    {
        if (own.Inside(raw) is not { } inside)
        {
            return null;
        }

        var address = Address.Parse(inside.Address);
        var found = inside.IsOfSite ? Find("", "/" + address.Path.Trim('/')) : folder.Find("", address.Path);
        return found.Path is { } path && _chapterIds.TryGetValue(path, out var chapter) ? InFile(path, address.Fragment, raw) as InternalTarget ?? new InternalTarget(path, chapter) { Raw = raw } : null;
    }

    private LinkTarget InFile(string file, string? fragment, string raw, bool isInOtherCase = false)
    {
        if (string.IsNullOrEmpty(fragment))
        {
            return new InternalTarget(file, _chapterIds[file]) { Raw = raw, IsInOtherCase = isInOtherCase };
        }

        return anchors.Find(file, fragment) is { } id
            ? new InternalTarget(file, id) { Raw = raw, IsInOtherCase = isInOtherCase }
            : new BrokenTarget(raw, BrokenReason.MissingAnchor, NearestAnchor(file, fragment));
    }

    /// <summary>The one file that has such a label; null when there is none, or several.</summary>
    private string? FileOf(string label) => chapters.Select(c => c.File.Path).Where(path => anchors.Find(path, label) is not null).Take(2).ToList() is [var only] ? only : null;

    /// <summary>The name most like it in the same file, else in the one file that has just this name.</summary>
    private string? NearestAnchor(string file, string fragment)
    {
        if (Nearest.To(fragment, anchors.NamesIn(file)) is { } near)
        {
            return "#" + near;
        }

        return FileOf(fragment) is { } only ? $"{only}#{fragment}" : null;
    }

    /// <summary>The file an address means, with the liberties that sites allow: /x from the root, .html for .md, no extension, a folder for its page.</summary>
    private Found Find(string file, string path)
    {
        var start = path.StartsWith('/') ? root : BookFolder.FolderOf(file);
        var found = folder.Find(start, path);
        if (found.IsOutside)
        {
            return found;
        }

        if (found.IsFolder)
        {
            var page = FolderPages.Select(p => folder.Find(found.Path!, p)).FirstOrDefault(f => f.IsFile);
            return page.Path is null ? found : page with { IsInOtherCase = found.IsInOtherCase };
        }

        if (found.Path is not null)
        {
            return found;
        }

        var withoutHtml = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? path[..^5] : path;
        var asMarkdown = folder.Find(start, withoutHtml + ".md");
        if (!asMarkdown.IsFile && ("/" + path).EndsWith("/index.html", StringComparison.OrdinalIgnoreCase))
        {
            // Sites write x/README.md as x/index.html.
            asMarkdown = folder.Find(start, path[..^10] + "README.md");
        }

        return asMarkdown.IsFile || !path.StartsWith('/') ? asMarkdown : BookFolder.Roots(root).Select(r => folder.Find(r, path)).FirstOrDefault(f => f.Path is not null);
    }

    /// <summary>Hugo's ref and Jekyll's link: a path from the root, or the name of the one page that is called so.</summary>
    private Found ByName(string path)
    {
        if (Find("", "/" + path.TrimStart('/')) is { Path: not null } found)
        {
            return found;
        }

        path = path.TrimEnd('/');
        var name = NameOf(Pages.IsFolderPage(path) ? BookFolder.FolderOf(path) : path);
        name = TextFile.IsText(name) ? Path.GetFileNameWithoutExtension(name) : name;
        return chapters.Select(c => c.File.Path).Where(p => (Pages.IsFolderPage(p) ? NameOf(BookFolder.FolderOf(p)) : Path.GetFileNameWithoutExtension(p)) == name).Take(2).ToList() is [var only] ? new Found(only) : default;
    }

    private string? NearestFile(string file, string path)
    {
        var wanted = path.TrimStart('/');

        // The same name elsewhere in the book is a moved file; else the path most like it.
        return _filesByName.Value.TryGetValue(NameOf(wanted), out var moved)
            ? moved
            : _nearestFiles.GetOrAdd(BookFolder.Join(path.StartsWith('/') ? "" : BookFolder.FolderOf(file), wanted), typed => Nearest.To(typed, _chapterIds.Keys));
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>RFC 3986: a scheme and no white space; for the web also a host.</summary>
    private static bool IsWellFormed(string address)
    {
        var isWeb = address.StartsWith("//", StringComparison.Ordinal) || address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        return !address.AsSpan().ContainsAny(NeverInAnAddress)
            && (!isWeb || (Uri.TryCreate(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address, UriKind.Absolute, out var uri) && uri.Host.Length > 0))
            && address.Length > address.IndexOf(':', StringComparison.Ordinal) + 1;
    }

    private sealed class Rewriter(Links links, string file) : TreeRewriter
    {
        // In reading the target is always a broken one that holds the address.
        protected override Inline Changed(Inline inline) => inline is Link { Target: BrokenTarget target } link ? link with { Target = links.Resolve(file, target.Raw) } : inline;
    }
}
