using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Reading;
using Xunit;

namespace Kanyin.Tests.Checks;

public sealed class RulePagesTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.All.Select(r => r.Kind.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void The_title_of_the_page_is_the_rules(string id)
    {
        var rule = Rule(id);
        Assert.Equal($"# {id} · {rule.Kind.Severity.ToString().ToLowerInvariant()} · {rule.Kind.Title}", RulePage.Read(rule).Title);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Examples_behave_as_the_page_says(string id)
    {
        var page = RulePage.Read(Rule(id));
        Assert.NotEmpty(page.Wrong);
        Assert.NotEmpty(page.Right);
        Assert.All(page.Wrong, e => Assert.NotEmpty(e.Marked(id)));
        Assert.All(page.Right, e => Assert.Empty(e.Marked(id)));
        Assert.All(page.Wrong.Concat(page.Right), e => Assert.Equal(e.Marked(id).Order(StringComparer.Ordinal), Find(id, e)));
    }

    [Fact]
    public void Every_rule_is_in_the_catalogue_once_with_an_id_of_its_own()
    {
        var rules = typeof(Rule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Rule)) && !t.IsAbstract);
        Assert.Equal(rules.Select(t => t.FullName).Order(), RuleCatalog.All.Select(r => r.GetType().FullName).Order());
        Assert.Distinct(RuleCatalog.All.Select(r => r.Kind.Id));
        Assert.All(RuleCatalog.All, r => Assert.Matches("^[A-Z]{3,4}[0-9]{3}$", r.Kind.Id));
    }

    [Fact]
    public void Every_page_belongs_to_a_rule()
    {
        var pages = RuleCatalog.All.Select(r => Path.GetFullPath(RulePage.PathOf(r))).ToList();
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(pages[0]))!;
        Assert.Equal(pages.Order(StringComparer.Ordinal), Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    private static Rule Rule(string id) => RuleCatalog.All.Single(r => r.Kind.Id == id);

    private static List<string> Find(string id, RuleExample example)
    {
        var folder = example.Write();
        try
        {
            var book = BookReader.Read(folder, new ReadingOptions(), new DiagnosticBag());
            Assert.NotNull(book);
            var found = new DiagnosticBag();
            Checker.Check(book, found);
            return [.. found.Sorted.Where(d => d.Kind.Id == id).Select(d => $"{d.At.File}:{d.At.Line}").Distinct().Order(StringComparer.Ordinal)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
