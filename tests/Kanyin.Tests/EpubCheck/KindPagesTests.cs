using System.Reflection;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck;
using Kanyin.Tests.Solution;
using Xunit;

namespace Kanyin.Tests.EpubCheck;

/// <summary>
/// Every kind of finding has its page, whose examples are run. An example with in= is put into that file of the test
/// book: styles at its end, an element in place of the first of its name, or else of the first paragraph.
/// One with file= is the whole file.
/// </summary>
public sealed partial class KindPagesTests
{
    private const string Folder = "src/Kanyin.Editions/EpubCheck/Rules/";

    public static TheoryData<string> Ids => [.. EpubKinds.All.Select(k => k.Id)];

    [Fact]
    public void Every_kind_is_in_the_list_once_and_has_its_page()
    {
        var declared = typeof(EpubKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => ((DiagnosticKind)f.GetValue(null)!).Id);
        Assert.Equal(declared.Order(StringComparer.Ordinal), Ids.Select(row => row.Data));
        Assert.Equal(Ids.Select(row => $"{Folder}{row.Data}.md"), Repository.Files.Where(f => f.StartsWith(Folder, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_page_says_what_the_kind_is_and_its_examples_show_it(string id)
    {
        var kind = EpubKinds.All.Single(k => k.Id == id);
        var page = EpubKinds.PageOf(kind);
        Assert.StartsWith($"# {kind.Id} · {kind.Severity.ToString().ToLowerInvariant()} · {kind.Title}\n", page, StringComparison.Ordinal);

        if (Section(page, "Wrong") is { } wrong)
        {
            Assert.Contains(With(wrong).Check(), f => f.Kind == kind);
        }

        if (Section(page, "Right") is { } right)
        {
            Assert.DoesNotContain(With(right).Check(), f => f.Kind == kind || f.Kind.Severity == Severity.Error);
        }
    }

    private static string? Section(string page, string title) => page.Split("\n## ").FirstOrDefault(s => s.StartsWith(title + "\n", StringComparison.Ordinal));

    private static TestEpub With(string section)
    {
        var book = new TestEpub();
        foreach (Match fence in Fence.Matches(section))
        {
            var (path, text) = (fence.Groups["path"].Value, fence.Groups["text"].Value.TrimEnd('\n'));
            book[path] = fence.Groups["how"].Value == "file" ? text
                : path.EndsWith(".css", StringComparison.Ordinal) ? book[path] + text
                : Put(book[path], text);
        }

        return book;
    }

    private static string Put(string file, string element)
    {
        Regex First(string name) => new($@"<{name}(\s[^>]*)?(/>|>.*?</{name}>)", RegexOptions.Singleline);
        var own = First(FirstName.Match(element).Groups[1].Value);
        return (own.IsMatch(file) ? own : First("p")).Replace(file, _ => element, 1);
    }

    [GeneratedRegex("^```[a-z]+ (?<how>in|file)=(?<path>[^\n]+)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"^<([\w:]+)")]
    private static partial Regex FirstName { get; }
}
