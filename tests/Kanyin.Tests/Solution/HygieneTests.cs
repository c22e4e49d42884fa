using System.Text.RegularExpressions;
using Xunit;

namespace Kanyin.Tests.Solution;

/// <summary>What must not be in the repository. The patterns are put together so that they do not find themselves.</summary>
public sealed class HygieneTests
{
    private static readonly string[] BinaryExtensions = [".ttf", ".woff", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf", ".epub"];

    private static readonly string[] Texts = [.. Repository.Files.Where(path => !BinaryExtensions.Contains(Path.GetExtension(path)))];

    [Theory]
    [InlineData("registry.npmjs", "org")]
    [InlineData("api.nuget", "org")]
    [InlineData("/v3/index", "json")]
    public void No_file_names_a_package_registry(string host, string end) => Assert.Empty(FilesWith(Regex.Escape($"{host}.{end}"), Texts));

    [Theory]
    [InlineData("work")]
    [InlineData("root")]
    [InlineData("Users")]
    public void No_file_of_the_program_names_a_path_of_one_machine(string folder)
    {
        // Books may show whatever paths they teach.
        var texts = Texts.Where(path => !path.StartsWith("content/", StringComparison.Ordinal));

        Assert.Empty(FilesWith($"(?<![\\w.:/)*}}\\]])/{folder}/", texts));
    }

    [Fact]
    public void Lock_files_name_no_registry()
    {
        var locks = Texts.Where(path => path.EndsWith("lock.json", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(locks);
        Assert.Empty(FilesWith("\"resolved\": *\"https?:", locks));
    }

    [Fact]
    public void No_nuget_configuration_chooses_a_source_for_others() =>
        Assert.DoesNotContain(Repository.Files, path => Path.GetFileName(path).Equals("nuget.config", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Text_files_end_their_lines_with_a_line_feed_alone()
    {
        string[] ours = [".cs", ".csproj", ".props", ".md", ".yml", ".json", ".slnx"];

        Assert.DoesNotContain(Texts, path => ours.Contains(Path.GetExtension(path)) && Repository.Read(path).Contains('\r', StringComparison.Ordinal));
    }

    private static IEnumerable<string> FilesWith(string pattern, IEnumerable<string> paths) =>
        paths.Where(path => Regex.IsMatch(Repository.Read(path), pattern));
}
