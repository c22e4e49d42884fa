using System.Globalization;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Kanyin.Books.Reading.Contents;

/// <summary>A weblog of Jekyll's or Hexo's: the files in _posts in the order of their dates, which stand in their names or in their front matter.</summary>
internal sealed partial class Posts : IContentsReader
{
    private const string Settings = "_config.yml";

    private static readonly string[] _roots = ["_posts", "source/_posts", "docs/_posts"];

    public bool Fits(BookFolder folder) => RootOf(folder) is not null;

    public BookContents Read(BookFolder folder, DiagnosticBag bag)
    {
        var contents = FolderOrder.Read(folder, RootOf(folder)!, "posts", FactsOf(folder, bag), path => DateOf(folder, path));
        var hidden = contents.Entries.Where(e => Hugo.HeadOf(folder, e.File) is { } head && Unpublished().IsMatch(head)).ToHashSet();
        foreach (var post in hidden)
        {
            bag.Add(ReadingFindings.DraftChapter, post.At, $"{post.File} says that it is not published; it is not in the book.");
        }

        return contents with { Entries = [.. contents.Entries.Where(e => !hidden.Contains(e))] };
    }

    private static string? RootOf(BookFolder folder) => Array.Find(_roots, r => folder.Find("", r) is { IsFolder: true } && FolderOrder.Files(folder, r).Any());

    /// <summary>Days, to be compared: the year first, the time of the day behind the point.</summary>
    private static double? DateOf(BookFolder folder, string path)
    {
        var match = TextFile.IsText(path) && Hugo.HeadOf(folder, path) is { } head && InHead().Match(head) is { Success: true } said ? said : InName().Match(path);
        if (!match.Success)
        {
            return null;
        }

        double Number(string name) => match.Groups[name] is { Length: > 0 } group ? double.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
        return (((Number("year") * 12) + Number("month")) * 31) + Number("day") + (((((Number("hour") * 60) + Number("minute")) * 60) + Number("second")) / 86400);
    }

    private static SiteFacts FactsOf(BookFolder folder, DiagnosticBag bag)
    {
        var top = folder.HasFile(Settings) && TextFile.Read(folder, Settings, bag) is { } file ? Yaml.Load(file, 0, file.Text, ReadingFindings.BadToolSettings, bag) : null;
        var author = Yaml.Value(top, "author");
        return SiteFacts.Of(Yaml.Text(top, "title"), [author is YamlMappingNode who ? Yaml.Text(who, "name") : (author as YamlScalarNode)?.Value], Yaml.Text(top, "language") ?? Yaml.Text(top, "lang") ?? Yaml.Text(top, "locale"), Yaml.Text(top, "description"));
    }

    [GeneratedRegex("""^date[ \t]*[:=][ \t]*["']?(?<year>[0-9]{4})[-/](?<month>[0-9]{1,2})[-/](?<day>[0-9]{1,2})(?:[T ]+(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2}))?)?""", RegexOptions.Multiline)]
    private static partial Regex InHead();

    [GeneratedRegex(@"(?:^|/)(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})-[^/]*$")]
    private static partial Regex InName();

    [GeneratedRegex(@"^published[ \t]*:[ \t]*false[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex Unpublished();
}
