using System.Globalization;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading.Contents;

/// <summary>A site whose files carry their place in their front matter: Hugo's weight, Docusaurus's sidebar_position, nav_order and order of others.</summary>
internal sealed partial class Hugo : IContentsReader
{
    private const int LongestFrontMatter = 8_192;
    private static readonly string[] Settings = ["hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml", "config/_default/config.toml"];

    public bool Fits(BookFolder folder)
    {
        var root = ContentRoot.ForFolderOrder(folder);
        return FolderOrder.Files(folder, root).Count(f => WeightOf(folder, f) is not null) > 1;
    }

    public BookContents Read(BookFolder folder, DiagnosticBag bag)
    {
        var root = ContentRoot.ForFolderOrder(folder);
        var settings = Array.Find(Settings, folder.HasFile);
        var contents = FolderOrder.Read(folder, root, settings is null ? "front matter" : "Hugo", FactsOf(folder, settings, bag), path => WeightOf(folder, path));
        var drafts = contents.Entries.Where(e => HeadOf(folder, e.File) is { } head && Draft().IsMatch(head)).ToHashSet();
        foreach (var draft in drafts)
        {
            bag.Add(ReadingFindings.DraftChapter, draft.At, $"{draft.File} says that it is a draft; it is not in the book.");
        }

        return contents with { Entries = [.. contents.Entries.Where(e => !drafts.Contains(e))] };
    }

    /// <summary>The title of the whole site is at the left margin of its settings, in TOML and YAML alike.</summary>
    private static SiteFacts FactsOf(BookFolder folder, string? settings, DiagnosticBag bag) =>
        settings is not null && TextFile.Read(folder, settings, bag) is { } file && Title().Match(file.Text) is { Success: true } title
            ? SiteFacts.None with { Title = title.Groups[2].Value }
            : SiteFacts.None;

    /// <summary>content, and in a site of several languages the folder of the Chinese one.</summary>
    public static string? DeclaredRoot(BookFolder folder)
    {
        if (!Settings.Any(folder.HasFile) || folder.Find("", "content") is not { IsFolder: true, Path: { } content })
        {
            return null;
        }

        var chinese = folder.Names(content).Folders.FirstOrDefault(f => f.Equals("zh", StringComparison.OrdinalIgnoreCase) || f.StartsWith("zh-", StringComparison.OrdinalIgnoreCase));
        return chinese is null ? content : BookFolder.Join(content, chinese);
    }

    /// <summary>A folder has the weight of its page.</summary>
    private static double? WeightOf(BookFolder folder, string path)
    {
        var file = folder.Find("", path) is { IsFolder: true } ? Pages.Find(folder, path, "./").Path : path;
        return file is not null && TextFile.IsText(file) && HeadOf(folder, file) is { } head && Weight().Match(head) is { Success: true } weight ? double.Parse(weight.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The front matter with its fences; null without one.</summary>
    internal static string? HeadOf(BookFolder folder, string file) =>
        TextFile.Beginning(folder, file, LongestFrontMatter) is { } text && FrontMatter().Match(text, 0, System.Math.Min(text.Length, LongestFrontMatter)) is { Success: true } head ? head.Value : null;

    [GeneratedRegex(@"\A(---|\+\+\+)[ \t]*\r?\n(.*?\n)\1", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex("""^title[ \t]*[:=][ \t]*(["']?)(\S[^"'\r\n]*?)\1[ \t]*\r?$""", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex(@"^(?:weight|sidebar_position|nav_order|order)[ \t]*[:=][ \t]*(-?[0-9]{1,9}(?:\.[0-9]{1,6})?)[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex Weight();

    [GeneratedRegex(@"^draft[ \t]*[:=][ \t]*true[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex Draft();
}
