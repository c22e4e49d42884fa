using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading.Contents;

/// <summary>The lines of a sidebar, in all the ways that VitePress, VuePress and its themes write one.</summary>
/// <param name="files">Where the settings were read from: lines get their places there.</param>
internal sealed partial class Sidebar(BookFolder folder, string root, IReadOnlyList<SourceFile> files)
{
    private static readonly char[] _quotationMarks = ['\'', '"', '`'];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>A list, or a mapping from the beginning of an address to the list for it.</summary>
    public ImmutableArray<Listed> Lines(JsonElement sidebar)
    {
        if (sidebar.ValueKind != JsonValueKind.Object)
        {
            return Items(sidebar, "");
        }

        // The same list may serve several beginnings. That of / is written last, because it fits every address.
        var lists = sidebar.EnumerateObject().Where(p => !OtherLanguage().IsMatch(p.Name)).OrderBy(p => p.Name == "/" ? 0 : 1);
        return [.. lists.Where(p => _seen.Add(p.Value.GetRawText())).SelectMany(p => p.Value.ValueKind == JsonValueKind.Object
            ? Items(p.Value.TryGetProperty("items", out var items) ? items : default, Text(p.Value, "base") ?? p.Name)
            : Items(p.Value, p.Name))];
    }

    public static string? Text(JsonElement from, string key) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private ImmutableArray<Listed> Items(JsonElement items, string start) => items.ValueKind switch
    {
        JsonValueKind.Array => [.. items.EnumerateArray().Select(i => Item(i, start)).OfType<Listed>()],
        JsonValueKind.String when items.GetString() == "structure" => Files(start),
        _ => [],
    };

    private Listed? Item(JsonElement item, string start)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            return Line("", item.GetString()!, start, []);
        }

        if (item.ValueKind == JsonValueKind.Array)
        {
            // VuePress 1: [address, title].
            var pair = item.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetString() : null).ToList();
            return pair is [{ } path, ..] ? Line(pair.ElementAtOrDefault(1) ?? "", path, start, []) : null;
        }

        if (item.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var inside = Text(item, "base") ?? (Text(item, "prefix") is { } prefix ? Joined(start, prefix) : start);
        var below = Items(item.TryGetProperty("items", out var items) || item.TryGetProperty("children", out items) ? items : default, inside);
        var title = Text(item, "text") ?? Text(item, "title") ?? "";
        return Line(title, Text(item, "link") ?? Text(item, "path"), start, below);
    }

    private Listed Line(string title, string? link, string start, ImmutableArray<Listed> below) =>
        new(PlaceOf(link ?? title), Tags().Replace(title, "").Trim(), link is null || (link.Length == 0 && below.Length > 0) ? null : Joined(start, link), below);

    private string Joined(string start, string link)
    {
        if (Address.IsExternal(link) || start.Length == 0)
        {
            return link;
        }

        var joined = start.TrimEnd('/') + "/" + link.TrimStart('/');
        return link.StartsWith('/') && Pages.Find(folder, root, joined).Path is null ? link : joined;
    }

    private ImmutableArray<Listed> Files(string start) =>
        folder.Find(root, start) is { IsFolder: true, Path: { } path }
            ? [.. FolderOrder.Files(folder, path).Select(f => new Listed(PlaceOf(start), "", "/" + (root.Length == 0 ? f : f[(root.Length + 1)..]), []))]
            : [];

    private Place PlaceOf(string words)
    {
        foreach (var file in words.Length == 0 ? [] : files)
        {
            var at = _quotationMarks.Select(q => file.Text.IndexOf(q + words + q, StringComparison.Ordinal)).FirstOrDefault(i => i >= 0, -1);
            if (at >= 0)
            {
                return new Place(file, at + 1, words.Length);
            }
        }

        return Place.Of(files[0]);
    }

    [GeneratedRegex("^/(en|ja|ko|fr|de|es|pt|ru|it|vi|id|tr|fa|ar)([-_][A-Za-z]{2,4})?/", RegexOptions.IgnoreCase)]
    private static partial Regex OtherLanguage();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tags();
}
