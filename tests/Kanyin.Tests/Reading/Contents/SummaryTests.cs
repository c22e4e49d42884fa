using Xunit;

namespace Kanyin.Tests.Reading.Contents;

public sealed class SummaryTests
{
    [Fact]
    public void Lists_parts_and_chapters_outside_lists_give_the_order()
    {
        using var book = new TempBook()
            .Add("SUMMARY.md", "# 目录\n\n[前言](preface.md)\n\n# 第一部分\n\n- [甲](a/README.md)\n  - [甲一](<a/甲 一.md> \"题\")\n  - [甲二](a/%E4%BA%8C.md)\n\n---\n\n## 第二部分\n\n* [乙](./b/)\n\n[后记](end.md)\n")
            .Add("preface.md", "# 前言").Add("a/README.md", "# 甲").Add("a/甲 一.md", "# 甲一").Add("a/二.md", "# 甲二").Add("b/index.md", "# 乙").Add("end.md", "# 后记").Add("other.md", "# 不在书里");
        Assert.Equal(
            """
            preface.md 前言
            a/README.md 甲 | 第一部分
              a/甲 一.md 甲一
              a/二.md 甲二
            b/index.md 乙 | 第二部分
            end.md 后记
            """, book.Order());
        Assert.Equal("READ015@1", book.Findings);
    }

    [Theory]
    [InlineData("# 书名\n\n- [甲](a.md)", "书名")]
    [InlineData("# Summary\n\n- [甲](a.md)", "题")]
    [InlineData("- [甲](a.md)", "题")]
    public void A_heading_that_is_not_called_contents_is_the_books_title(string summary, string title)
    {
        using var book = new TempBook().Add("SUMMARY.md", summary).Add("a.md", "# 题");
        Assert.Equal(title, book.Read().Metadata.Title);
    }

    [Theory]
    [InlineData("- [草稿]()", "READ013@2")]
    [InlineData("- 没有链接", "READ013@2")]
    [InlineData("- [又](a.md)", "READ010@2")]
    [InlineData("- [节](a.md#x)", "")]
    [InlineData("- [自己](SUMMARY.md)", "READ011@2")]
    [InlineData("- [外面](../x.md)", "READ012@2")]
    [InlineData("- [外面](a/../../x.md)", "READ012@2")]
    [InlineData("- [图](p.png)", "READ014@2")]
    [InlineData("- [网](https://a.cn)", "READ017@2")]
    [InlineData("- [空的](empty/)", "READ014@2")]
    public void Entries_that_are_no_chapter_are_reported(string entry, string findings)
    {
        using var book = new TempBook().Add("SUMMARY.md", "- [甲](a.md)\n" + entry).Add("a.md", "# 甲\n\n![图](p.png)").Add("p.png", "x").Add("empty/x.cs", "");
        Assert.Equal("a.md 甲", book.Order());
        Assert.Equal(findings, book.Findings);
    }

    [Fact]
    public void An_entry_without_its_file_is_kept_for_the_check()
    {
        using var book = new TempBook().Add("SUMMARY.md", "- [甲](a.md)\n- [乙](ch/secnod.md)").Add("a.md", "# 甲").Add("ch/second.md", "# 乙");
        var missing = Assert.Single(book.Read().MissingChapters);
        Assert.Equal(("乙", "ch/secnod.md", "ch/second.md", 2), (missing.Title, missing.Target, missing.Nearest, missing.At.Line));
    }

    [Fact]
    public void Words_above_links_are_a_part()
    {
        using var book = new TempBook().Add("SUMMARY.md", "- 入门\n  - [甲](a.md)\n  - [乙](b.md)").Add("a.md", "# 甲").Add("b.md", "# 乙");
        Assert.Equal("a.md 甲 | 入门\nb.md 乙", book.Order());
    }

    [Fact]
    public void The_folder_that_book_toml_names_holds_the_contents()
    {
        using var book = new TempBook().Add("book.toml", "[book]\nsrc = \"text\"").Add("text/SUMMARY.md", "- [甲](a.md)").Add("text/a.md", "# 甲\n\n![图](/p.png)").Add("README.md", "# x");
        Assert.Equal("text/a.md 甲", book.Order());
    }
}
