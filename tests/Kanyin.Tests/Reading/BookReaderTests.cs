using System.Text;
using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Reading;

public sealed class BookReaderTests
{
    [Fact]
    public void A_single_file_is_a_book_titled_by_its_first_heading()
    {
        using var book = new TempBook().Add("稿.txt", "\n \t\n### 大模型\n\n#### 什么是？\n\n文\n");
        var read = book.Read("稿.txt");
        Assert.Equal("大模型", read.Metadata.Title);
        Assert.Equal("大模型", read.Metadata.Identifier);
        Assert.Equal([1, 2], read.Chapters[0].Blocks.OfType<Heading>().Select(h => h.Level));
        Assert.Equal("b5", read.Style);
        Assert.Empty(book.Findings);
    }

    // Settings, then the README where it is no chapter, then the first chapter.
    [Theory]
    [InlineData("", "# 茶事 :tea:\n\n文\n", "茶事 🍵")]
    [InlineData("title: 茶经\n", "# 茶事\n", "茶经")]
    [InlineData("", "文\n\n## 安装\n", "甲")]
    [InlineData("", "<p>茶</p>\n", "甲")]
    public void A_book_is_called_what_its_README_says(string settings, string readme, string title)
    {
        using var book = new TempBook().Add("README.md", readme).Add("book.yml", settings + "chapters: [docs/a.md]\n").Add("docs/a.md", "# 甲\n\n文\n");
        Assert.Equal(title, book.Read().Metadata.Title);
    }

    [Theory]
    [InlineData("没有.md")]
    [InlineData("a.pdf")]
    [InlineData("空.md")]
    public void Nothing_to_read_is_an_error_and_no_book(string path)
    {
        using var book = new TempBook().Add("a.pdf", "x").Add("空.md", " \n");
        Assert.Null(book.TryRead(path));
        Assert.Contains("READ001", book.Findings, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_chapters_is_an_error()
    {
        using var book = new TempBook().Add("LICENSE.md", "x").Add(".hidden/a.md", "# x").Add("node_modules/b/README.md", "# x");
        Assert.Null(book.TryRead());
        Assert.Equal("READ001@1", book.Findings);
    }

    [Theory]
    [InlineData("# 甲\n\n乙\u0007丙\u001B[1;31m丁\u001B[0m\uFFFE\u000C戊\n", "乙丙丁戊", "READ008@3")]
    [InlineData("# 甲\n\n乙[31m丙\u0085丁\n", "乙[31m丙\u0085丁", "")]
    public void Control_characters_are_left_out_and_said(string text, string words, string findings)
    {
        using var book = new TempBook().Add("a.md", text);
        Assert.Equal(words, PlainText.Of(book.Read().Chapters[0].Blocks.OfType<Paragraph>().Single().Inlines));
        Assert.Equal(findings, book.Findings);
    }

    public static TheoryData<byte[], string> NotUtf8 => new()
    {
        { [0x23, 0x20, 0xD6, 0xD0], "byte 2 (0xD6) does not belong there" },
        { [0xFF, 0xFE, 0x2D, 0x4E], "UTF-16" },
        { [0x61, 0x00, 0x62], "a zero byte at byte 1" },
        { [0xEF, 0xBB, 0xBF, 0x61, 0xE4, 0xB8], "byte 4 (0xE4)" },
    };

    [Theory]
    [MemberData(nameof(NotUtf8))]
    public void Anything_but_UTF_8_is_refused_with_the_byte(byte[] bytes, string why)
    {
        using var book = new TempBook().Add("a.md", bytes).Add("b.md", "# 好");
        Assert.Equal("b.md 好", book.Order());
        var finding = Assert.Single(book.Bag.Sorted);
        Assert.Equal("READ002", finding.Kind.Id);
        Assert.Contains("a.md", finding.Message, StringComparison.Ordinal);
        Assert.Contains(why, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_are_no_trouble()
    {
        using var book = new TempBook().Add("a.md", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("# 甲\r\n\r\n乙\r\n丙\r\n")]);
        Assert.Contains("乙丙", BookDump.Of(book.Read()), StringComparison.Ordinal);
        Assert.Equal(3, book.Read().Chapters[0].Blocks[1].At.Line);
    }

    [Fact]
    public void An_empty_file_is_a_warning()
    {
        using var book = new TempBook().Add("a.md", "").Add("b.md", "# 乙");
        Assert.Equal("b.md 乙", book.Order());
        Assert.Equal("READ005@1", book.Findings);
    }

    [Fact]
    public void A_line_of_fifteen_megabytes_is_read()
    {
        using var book = new TempBook().Add("a.md", string.Concat(Enumerable.Repeat("中文，", 15_000_000 / 9)));
        Assert.Single(book.Read("a.md").Chapters);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused()
    {
        using var book = new TempBook().Add("a.md", "");
        using (var file = File.OpenWrite(Path.Combine(book.Folder, "a.md")))
        {
            file.SetLength(50_000_000);
        }

        Assert.Null(book.TryRead("a.md"));
        Assert.StartsWith("READ003@1", book.Findings.Split(' ').Order().Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_files_give_the_same_book_in_another_folder()
    {
        static string Dump()
        {
            using var book = new TempBook().Add("SUMMARY.md", "- [甲](a.md)\n- [乙](b.md)\n").Add("a.md", "# 甲[^1]\n\n[b](b.md#乙)\n\n[^1]: 注").Add("b.md", "# 乙\n\n## 乙\n");
            return BookDump.Of(book.Read());
        }

        Assert.Equal(Dump(), Dump());
    }

    [Fact]
    public void The_date_falls_back_to_the_builds()
    {
        using var book = new TempBook().Add("a.md", "# 甲");
        Assert.Equal(new DateOnly(2026, 1, 2), book.TryRead(date: new DateOnly(2026, 1, 2))!.Metadata.Date);
        book.Add("book.yml", "date: 2025-05-06");
        Assert.Equal(new DateOnly(2025, 5, 6), book.TryRead(date: new DateOnly(2026, 1, 2))!.Metadata.Date);
    }
}
