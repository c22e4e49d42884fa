using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading.Contents;

/// <summary>Pages that list those below them: d2lbook's ```toc, and Sphinx's ```{toctree}, from index.md on, each list from the folder of its page.</summary>
internal sealed partial class TocTree : IContentsReader
{
    private static readonly string[] _roots = ["index.md", "README.md", "intro.md"];

    /// <summary>Lists in lists.</summary>
    private const int Deepest = 20;

    public bool Fits(BookFolder folder) => Top(folder) is not null;

    public BookContents Read(BookFolder folder, DiagnosticBag bag)
    {
        var (path, root) = Top(folder)!.Value;
        var source = TextFile.Read(folder, path, bag)!;
        var list = new EntryList(folder, source, root, bag);
        var seen = new HashSet<string>(StringComparer.Ordinal) { path };
        list.Add([new Listed(Place.Of(source), "", Below(root, path), []) { IsUnnumbered = true }, .. Lines(folder, root, source, seen, 0)]);
        return list.Contents("toctree", SiteFacts.None);
    }

    /// <summary>The page that has the first list, and the folder it is in.</summary>
    private static (string Path, string Root)? Top(BookFolder folder) => ContentRoot.Candidates(folder)
        .SelectMany(root => _roots.Select(r => (Found: folder.Find(root, r), root)))
        .Where(c => c.Found is { IsFile: true, Path: { } path } && TextFile.Read(folder, path, new DiagnosticBag()) is { } file && Lists(file.Text).Count > 0)
        .Select(c => ((string, string)?)(c.Found.Path!, c.root)).FirstOrDefault();

    private static ImmutableArray<Listed> Lines(BookFolder folder, string root, SourceFile page, HashSet<string> seen, int depth)
    {
        var lines = ImmutableArray.CreateBuilder<Listed>();
        foreach (Match list in Lists(page.Text))
        {
            var part = list.Groups["caption"].Success ? list.Groups["caption"].Value.Trim() : null;
            foreach (var entry in list.Groups["entry"].Captures.Where(e => e.Value.Trim() is { Length: > 0 } line && line[0] != ':' && line != "self"))
            {
                var (title, address) = Titled().Match(entry.Value) is { Success: true } titled ? (titled.Groups["title"].Value, titled.Groups["address"].Value) : ("", entry.Value.Trim());
                var at = new Place(page, entry.Index, entry.Length);
                var start = address.StartsWith('/') ? "" : BookFolder.FolderOf(page.Path);
                var below = Pages.Find(folder, address.StartsWith('/') ? root : start, address.TrimStart('/')) is { IsFile: true, Path: { } path } && depth < Deepest && seen.Add(path) && TextFile.Read(folder, path, new DiagnosticBag()) is { } next
                    ? Lines(folder, root, next, seen, depth + 1) : [];
                lines.Add(new Listed(at, title, Address.IsExternal(address) || address.StartsWith('/') ? address.TrimStart('/') : Below(root, BookFolder.Join(start, address)), below) { Part = depth == 0 ? part : null });
                part = null;
            }
        }

        return lines.ToImmutable();
    }

    private static string Below(string root, string path) => root.Length > 0 && path.StartsWith(root + "/", StringComparison.Ordinal) ? path[(root.Length + 1)..] : path;

    private static MatchCollection Lists(string text) => List().Matches(text);

    [GeneratedRegex(@"^(?<fence>`{3,}|:{3,})[ \t]*(?:toc|\{toctree\})[ \t]*\r?\n(?:(?!\k<fence>)(?::caption:(?<caption>[^\r\n]*)|(?<entry>(?!:caption:)[^\r\n]*))\r?\n)+\k<fence>", RegexOptions.Multiline)]
    private static partial Regex List();

    [GeneratedRegex(@"^\s*(?<title>\S.*?)\s*<(?<address>[^<>]+)>\s*$")]
    private static partial Regex Titled();
}
