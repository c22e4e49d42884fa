using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Reading.Resolving;

/// <summary>equations: auto in book.yml.</summary>
public sealed class EquationsTests
{
    [Theory]
    [InlineData("# 第二章 甲\n\n$$a$$\n\n$$b$$\n", "2-1 2-2")]
    [InlineData("# 第一章 甲\n\n## 1.1 乙\n\n$$a$$\n\n# 第二章 丙\n\n## 1. 丁\n\n$$b$$\n\n## 2. 戊\n\n$$c$$\n", "1-1 2-1 2-2")]
    [InlineData("# 甲\n\n$$a$$\n\n# 乙\n\n$$b$$\n", "1 2")]
    [InlineData("# 附录B 甲\n\n## B.1 乙\n\n$$a$$\n", "B-1")]
    [InlineData("# 第1章 甲\n\n$$a \\tag{甲}$$\n\n$$b$$\n", "甲 1-1")]
    [InlineData("# 第1章 甲\n\n$$a \\notag$$\n\n$$b \\nonumber$$\n\n$$\\begin{align*}a&=b\\end{align*}$$\n\n$$c$$\n", "- - - 1-1")]
    [InlineData("# 第1章 甲\n\n$$\\begin{matrix*}[r]a\\\\b\\end{matrix*}$$\n\n$$\\begin{align}a&=b\\\\c&=d\\end{align}$$\n", "1-1 1-2")]
    [InlineData("# 第1章 甲\n\n$$\\begin{align}a&=b \\tag{x}\\\\c&=d\\end{align}$$\n\n$$b$$\n", "- 1-1")]
    [InlineData("# 第1章 甲\n\n行内 $a$。\n\n- 项\n\n  $$a$$\n\n> $$b$$\n", "1-1 1-2")]
    public void Displays_count_by_chapter_as_it_is_printed(string markdown, string tags) => Assert.Equal(tags, Tags(markdown, "equations: auto\n"));

    [Theory]
    [InlineData("")]
    [InlineData("equations: keep\n")]
    public void Nothing_is_numbered_unasked(string settings) => Assert.Equal("- 甲", Tags("# 第1章 甲\n\n$$a$$\n\n$$b\\tag{甲}$$\n", settings));

    [Theory]
    [InlineData("$$a \\label{x}$$\n\n$$b$$\n\n见 $\\eqref{x}$。\n", "", "1-1 -", "")]
    [InlineData("$$a$$\n:eqlabel:`x`\n\n见 :eqref:`x`。\n", "", "1-1", "")] // d2lbook
    [InlineData("```{math}\n:label: x\na\n```\n\n见 {eq}`x`。\n", "", "1-1", "")] // MyST
    [InlineData("$$a \\label{x}$$\n\n$$b$$\n", "", "- -", "")] // nobody refers to it
    [InlineData("$$a \\label{x}$$\n\n$$b \\tag{甲}$$\n\n见 $\\eqref{x}$。\n", "", "- 甲", "MATH005")] // the author counts
    [InlineData("$$a \\label{x}$$\n\n见 $\\eqref{x}$。\n", "equations: keep\n", "-", "MATH005")]
    public void What_is_referred_to_has_a_number_unless_the_author_counts(string markdown, string settings, string tags, string findings)
    {
        using var book = new TempBook().Add("book.yml", settings).Add("a.md", "# 第1章 甲\n\n" + markdown);
        Assert.Equal(tags, string.Join(' ', book.Read().Chapters.SelectMany(c => c.AllBlocks()).OfType<MathBlock>().Select(m => m.Formula.Tag?.Text ?? "-")));
        Assert.Equal(findings, string.Join(' ', book.Bag.Sorted.Select(d => d.Kind.Id)));
    }

    [Fact]
    public void Computed_numbers_of_chapters_count_too() =>
        Assert.Equal("1-1 2-1", Tags("# 甲\n\n$$a$$\n\n# 乙\n\n$$b$$\n", "equations: auto\nnumbering: auto\n"));

    [Fact]
    public void A_label_is_known_by_the_number_that_its_formula_gets()
    {
        using var book = new TempBook().Add("book.yml", "equations: auto\n").Add("a.md", "# 第1章 甲\n\n见 $\\eqref{eq:x}$。\n").Add("b.md", "# 第2章 乙\n\n$$a$$\n\n$$b \\label{eq:x}$$\n");
        var math = book.Read().Chapters[0].AllInlines().OfType<Kanyin.Books.Model.Math>().Single();

        Assert.Equal("(2-2)", math.Formula.Reading);
        Assert.Empty(book.Bag.Sorted);
    }

    private static string Tags(string markdown, string settings)
    {
        using var book = new TempBook().Add("book.yml", settings).Add("a.md", markdown);
        return string.Join(' ', book.Read().Chapters.SelectMany(c => c.AllBlocks()).OfType<MathBlock>().Select(m => m.Formula.Tag?.Text ?? "-"));
    }
}
