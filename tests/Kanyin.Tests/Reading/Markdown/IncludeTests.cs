using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Reading.Markdown;

public sealed class IncludeTests
{
    private const string Code = "fn a() {}\n// ANCHOR: b\nfn b() {}\n// ANCHOR_END: b\n    // #region c\n    fn c() {}\n    // #endregion c\n";

    [Theory]
    [InlineData("```rust\n{{#include src/a.rs:b}}\n```", "code rust fn b() {}")]
    [InlineData("```rust\n{{#rustdoc_include src/a.rs:1:3}}\n```", "code rust fn a() {}|fn b() {}")]
    [InlineData("```rust\n\\{{#include src/a.rs}}\n```", "code rust {{#include src/a.rs}}")]
    [InlineData("```rust\n--8<-- \"src/a.rs:b\"\n```", "code rust fn b() {}")]
    [InlineData("<<< @/src/a.rs#c", "code rs fn c() {}")]
    [InlineData("<<<@/src/a.rs#c{1,2 rust}", "code rust fn c() {}")]
    [InlineData("<<< ./src/a.rs#c [题]", "code rs fn c() {}")]
    [InlineData("- 甲\n\n  <<< src/a.rs#c", "code rs fn c() {}")]
    [InlineData("{{#playground src/a.rs editable}}", "code rust fn a() {}|fn b() {}|    fn c() {}")]
    public void Code_is_taken_from_the_file_it_is_in(string markdown, string code)
    {
        using var book = new TempBook().Add("a.md", markdown).Add("src/a.rs", Code);
        var found = Assert.Single(Blocks(book).OfType<CodeBlock>());
        Assert.Equal(code, $"code {found.Language} {found.Text.Replace('\n', '|')}");
        Assert.Equal("", book.Findings);
    }

    [Theory]
    [InlineData("{{#include part.md}}", "一 二 三")]
    [InlineData("{{#include part.md:3}}", "二")]
    [InlineData("前\n{{#include part.md:3:}}\n后", "前 二 三 后")]
    [InlineData("--8<-- \"part.md\"", "一 二 三")]
    [InlineData("--8<--\npart.md\n--8<--", "一 二 三")]
    [InlineData("<!-- @include: ./part.md{1,3} -->", "一 二")]
    [InlineData("{{#include _deep.md}}", "一 二 三")]
    public void Chapters_are_put_together(string markdown, string words)
    {
        using var book = new TempBook().Add("SUMMARY.md", "- [甲](a.md)").Add("a.md", markdown).Add("part.md", "一\n\n二\n\n三\n").Add("_deep.md", "{{#include part.md}}\n");
        Assert.Equal(words, string.Join(' ', Blocks(book).OfType<Paragraph>().Select(p => PlainText.Of(p.Inlines))));
        Assert.Equal("", book.Findings);
    }

    [Fact]
    public void A_finding_in_an_included_file_names_that_file()
    {
        using var book = new TempBook().Add("SUMMARY.md", "- [甲](a.md)").Add("a.md", "{{#include part.md:3}}").Add("part.md", "一\n\n二[^x]\n");
        book.Read();
        Assert.Equal("part.md:3:2 READ025", Assert.Single(book.Bag.Sorted.Select(d => $"{d.At.File}:{d.At.Line}:{d.At.Column} {d.Kind.Id}")));
    }

    [Fact]
    public void Notes_of_an_included_file_are_its_own()
    {
        using var book = new TempBook().Add("SUMMARY.md", "- [甲](a.md)").Add("a.md", "甲[^1]\n\n[^1]: 一\n\n{{#include part.md}}").Add("part.md", "乙[^1]\n\n[^1]: 二\n");
        Assert.Equal(["一", "二"], Descendants.AllInlines(Blocks(book)).OfType<Note>().Select(n => PlainText.Of(((Paragraph)n.Blocks[0]).Inlines)));
    }

    [Theory]
    [InlineData("{{#include none.md}}", "READ040@1")]
    [InlineData("{{#include ../../etc/passwd}}", "READ040@1")]
    [InlineData("<<< https://example.org/a.rs", "READ040@1")]
    [InlineData("<<< a.rs#none", "READ040@1")]
    [InlineData("甲\n\n```\n{{#include none.rs}}\n```", "READ040@3")]
    [InlineData("{{#include a.md}}", "READ040@1")]
    public void What_is_not_in_the_book_is_reported_and_its_line_kept(string markdown, string findings)
    {
        using var book = new TempBook().Add("SUMMARY.md", "- [甲](a.md)").Add("a.md", markdown).Add("a.rs", Code);
        book.TryRead();
        Assert.Equal(findings, string.Join(' ', book.Findings.Split(' ').Where(f => f.StartsWith("READ040", StringComparison.Ordinal))));
    }

    private static IEnumerable<Block> Blocks(TempBook book) => book.Read().Chapters.SelectMany(c => c.Blocks).SelectMany(b => Descendants.ChildBlocks(b).Prepend(b));
}
