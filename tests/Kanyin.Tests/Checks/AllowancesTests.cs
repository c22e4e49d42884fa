using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Checks;

public sealed class AllowancesTests
{
    [Theory]
    [InlineData("NUM001", null, null, "")]
    [InlineData("NUM001", "a/b.md", null, "c.md")]
    [InlineData("NUM001", "*.md", null, "a/b.md")]
    [InlineData("NUM001", "a/*", null, "c.md")]
    [InlineData("NUM001", "**.md", null, "")]
    [InlineData("NUM001", "**/c.md", null, "a/b.md")]
    [InlineData("NUM001", "?.md", null, "a/b.md")]
    [InlineData("NUM001", null, "三", "a/b.md")]
    [InlineData("NUM001", "a+b.md", null, "a/b.md c.md CONF007")]
    [InlineData("NUM002", null, null, "a/b.md c.md CONF007")]
    [InlineData("NUM001", "C.MD", null, "a/b.md c.md CONF007")]
    public void What_is_allowed_is_taken_out_and_what_allows_nothing_is_told(string rule, string? file, string? text, string left)
    {
        var kind = new DiagnosticKind("NUM001", Severity.Error, "x");
        Diagnostic[] findings =
        [
            new(kind, new Place(new SourceFile("a/b.md", "第一章\n"), 0, 1), "x"),
            new(kind, new Place(new SourceFile("c.md", "甲\n第三章\n"), 2, 1), "x"),
        ];
        var settings = Place.Of(new SourceFile("book.yml", ""));

        var result = Allowances.Apply([new Allowance(settings, rule, file, text)], findings);

        Assert.Equal(left, string.Join(' ', result.Select(f => f.Kind == Allowances.Unneeded ? f.Kind.Id : f.At.File.Path)));
    }

    [Fact]
    public void Two_that_allow_the_same_are_both_needed()
    {
        var kind = new DiagnosticKind("NUM001", Severity.Error, "x");
        var at = Place.Of(new SourceFile("a.md", ""));
        Assert.Empty(Allowances.Apply([new Allowance(at, "NUM001", null, null), new Allowance(at, "NUM001", "a.md", null)], [new Diagnostic(kind, at, "x")]));
    }
}
