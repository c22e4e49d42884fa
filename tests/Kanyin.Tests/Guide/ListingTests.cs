using System.Reflection;
using System.Text.RegularExpressions;
using Kanyin.Guide;
using Kanyin.Tests.Solution;
using Xunit;

namespace Kanyin.Tests.Guide;

/// <summary>What the guide prints is what ran: a comment before each listing names its region, one before each output its program.</summary>
public sealed partial class ListingTests
{
    private const string Folder = "content/guide/";

    private static readonly string[] Chapters = [.. Repository.Files.Where(path => path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal))];

    private static readonly Type[] Programs = [.. typeof(Softmax).Assembly.GetTypes().Where(type => SampleOf(type) is not null)];

    private static readonly Fenced[] Fences =
        [.. Chapters.SelectMany(path => Fence.Matches(Repository.Read(path)).Select(match => new Fenced(path, match.Groups[1].Value, match.Groups[2].Value)))];

    public static TheoryData<string, string, string> Listings => [.. Fences.Where(f => f.Source.Contains(':', StringComparison.Ordinal)).Select(f => (f.Chapter, f.Source, f.Text))];

    public static TheoryData<string, string, string> Outputs => [.. Fences.Where(f => !f.Source.Contains(':', StringComparison.Ordinal)).Select(f => (f.Chapter, f.Source, f.Text))];

    [Theory]
    [MemberData(nameof(Listings))]
    public void A_listing_is_its_region(string chapter, string source, string text)
    {
        Assert.StartsWith(Folder, chapter);
        Assert.Equal(RegionOf(source), text);
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void An_output_is_what_its_program_prints(string chapter, string source, string text)
    {
        using var output = new StringWriter { NewLine = "\n" };
        SampleOf(Programs.Single(type => source == $"code/{type.Name}.cs"))!.Invoke(null, [output]);

        Assert.StartsWith(Folder, chapter);
        Assert.Equal(output.ToString(), text);
    }

    [Fact]
    public void Every_region_and_every_output_is_printed_once()
    {
        var regions = Repository.Files.Where(path => path.StartsWith(Folder + "code/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(path => Anchor.Matches(Repository.Read(path)).Select(match => $"{path[Folder.Length..]}:{match.Groups[1].Value}"));

        Assert.Equal(
            regions.Concat(Programs.Select(type => $"code/{type.Name}.cs")).Order(StringComparer.Ordinal),
            Fences.Select(fence => fence.Source).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_listing_of_this_language_comes_from_a_file() =>
        Assert.Equal(Chapters.Sum(path => Regex.Count(Repository.Read(path), "^```csharp$", RegexOptions.Multiline)), Fences.Count(f => f.Source.Contains(':', StringComparison.Ordinal)));

    private static MethodInfo? SampleOf(Type type) => type.GetMethod("Sample", [typeof(TextWriter)]);

    private static string RegionOf(string source)
    {
        var (file, name) = (source.Split(':')[0], source.Split(':')[1]);
        var region = Regex.Match(Repository.Read(Folder + file), $@"^ *// ANCHOR: {name}\n(.*?)^ *// ANCHOR_END: {name}$", RegexOptions.Multiline | RegexOptions.Singleline);
        var lines = region.Groups[1].Value.Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart(' ').Length);
        return string.Join('\n', lines.Select(line => line.Length > 0 ? line[indent..] : line));
    }

    [GeneratedRegex(@"^<!-- (code/\w+\.cs(?::\w+)?) -->\n\n```\w+\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"^ *// ANCHOR: (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Anchor { get; }

    private sealed record Fenced(string Chapter, string Source, string Text);
}
