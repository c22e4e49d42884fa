using Kanyin.Books.Checks.Numbers;
using Kanyin.Books.Diagnostics;
using Kanyin.Tests.Reading;
using Xunit;

namespace Kanyin.Tests.Checks;

public sealed class RenumberingTests
{
    [Theory]
    [InlineData("# 第一章 甲\n\n# 第三章 乙\n\n见第 3 章、第三章。\n", "# 第一章 甲\n\n# 第二章 乙\n\n见第 2 章、第二章。\n")]
    [InlineData("# 第1章 甲\n\n## 1.1 子\n\n## 1.3 丑\n\n### 1.3.1 寅\n\n见 1.3.1 节与 [1.3 节](#13-丑)。\n", "# 第1章 甲\n\n## 1.1 子\n\n## 1.2 丑\n\n### 1.2.1 寅\n\n见 1.2.1 节与 [1.2 节](#12-丑)。\n")]
    [InlineData("# 一、甲\n\n# 一、乙\n\n# 二、丙\n", "# 一、甲\n\n# 二、乙\n\n# 三、丙\n")]
    [InlineData("# 1. 甲\r\n\r\n# 3. **乙**\r\n\r\n`3. 甲` 与《书》第 3 章。\r\n", "# 1. 甲\r\n\r\n# 2. **乙**\r\n\r\n`3. 甲` 与《书》第 3 章。\r\n")]
    [InlineData("# 第2章 甲\n\n# 第3章 乙\n\n见第 3 章。\n", "# 第1章 甲\n\n# 第2章 乙\n\n见第 2 章。\n")]
    [InlineData("# 第3章 甲\n\n## 3.1 子\n\n## 3.2 丑\n", "# 第3章 甲\n\n## 3.1 子\n\n## 3.2 丑\n")]
    [InlineData("# 附录A 甲\n\n# 附录C 乙\n\n见附录 C。\n", "# 附录A 甲\n\n# 附录B 乙\n\n见附录 B。\n")]
    [InlineData("# 第二章 甲\n\n表 2-1 一\n\n|a|\n|-|\n\n表 2-3 二\n\n|a|\n|-|\n\n如表 2-3 所示。\n", "# 第二章 甲\n\n表 2-1 一\n\n|a|\n|-|\n\n表 2-2 二\n\n|a|\n|-|\n\n如表 2-2 所示。\n")]
    [InlineData("# 第一章 甲\n\n# 第三章 乙\n\n![图 3-1 壶](a.png)\n\n见图3.1。\n", "# 第一章 甲\n\n# 第二章 乙\n\n![图 2-1 壶](a.png)\n\n见图2.1。\n")]
    [InlineData("# 第一章 甲\n\n表 1-1 一\n\n|a|\n|-|\n\n- 表 1-2 二\n\n表 1-3 三\n\n|a|\n|-|\n", "# 第一章 甲\n\n表 1-1 一\n\n|a|\n|-|\n\n- 表 1-2 二\n\n表 1-3 三\n\n|a|\n|-|\n")]
    [InlineData("# 第一章 甲\n\n# 第三章 乙\n\n![图 1 壶](a.png)\n", "# 第一章 甲\n\n# 第二章 乙\n\n![图 1 壶](a.png)\n")]
    [InlineData("# 第一章 甲\n\n# 第三章 乙\n\n![图 3．1 壶](a.png)\n\n![图 3．2 杯](b.png)\n", "# 第一章 甲\n\n# 第二章 乙\n\n![图 2．1 壶](a.png)\n\n![图 2．2 杯](b.png)\n")]
    [InlineData("# 第一章 甲\n\n# 第三章 乙\n\n![图 3–1 壶](a.png)\n", "# 第一章 甲\n\n# 第二章 乙\n\n![图 2–1 壶](a.png)\n")]
    [InlineData("# 第一章 甲\n\n# 第三章 乙\n\n[见第三章-乙](#第三章-乙)\n", "# 第一章 甲\n\n# 第二章 乙\n\n[见第二章-乙](#第二章-乙)\n")]
    [InlineData("# 第1章 甲\n\n## 1.1 子\n\n# 第2章 乙\n\n## 1.9 丑\n\n## 1.10 寅\n", "# 第1章 甲\n\n## 1.1 子\n\n# 第2章 乙\n\n## 2.1 丑\n\n## 2.2 寅\n")]
    [InlineData("# 第1章 甲\n\n## 1.1 子\n\n# 第3章 乙\n\n### 3.1.1 丑\n", "# 第1章 甲\n\n## 1.1 子\n\n# 第2章 乙\n\n### 2.1.1 丑\n")]
    [InlineData("# 第一章 甲\n\n表 1 一\n\n|a|\n|-|\n\n表 3 二\n\n|a|\n|-|\n\n见表 3、第一章。\n", "# 第一章 甲\n\n表 1 一\n\n|a|\n|-|\n\n表 2 二\n\n|a|\n|-|\n\n见表 2、第一章。\n")]
    [InlineData("# 第一章 甲\n\n# 第三章 乙\n\n[x][y]\n\n[y]: #第三章-乙\n", "# 第一章 甲\n\n# 第二章 乙\n\n[x][y]\n\n[y]: #第三章-乙\n")]
    public void Numbers_and_what_names_them_change_together(string before, string after) => Assert.Equal(after, Renumbered(("a.md", before))["a.md"]);

    [Fact]
    public void Renumbering_goes_across_files_and_the_contents()
    {
        var files = Renumbered(
            ("SUMMARY.md", "- [第一章 甲](a.md)\n- [第三章 乙](b.md)\n"),
            ("a.md", "# 第一章 甲\n\n见[第三章](b.md#第三章-乙)。\n"),
            ("b.md", "# 第三章 乙\n\n## 3.1 子\n"));

        Assert.Equal("- [第一章 甲](a.md)\n- [第二章 乙](b.md)\n", files["SUMMARY.md"]);
        Assert.Equal("# 第一章 甲\n\n见[第二章](b.md#第二章-乙)。\n", files["a.md"]);
        Assert.Equal("# 第二章 乙\n\n## 2.1 子\n", files["b.md"]);
    }

    [Fact]
    public void A_second_time_changes_nothing() =>
        Assert.Empty(Edits(("a.md", Renumbered(("a.md", "# 第1章 甲\n\n## 1.2 子\n\n## 1.2 丑\n\n# 第5章 乙\n\n## 4.1 寅\n\n见 4.1 节。\n"))["a.md"])));

    [Fact]
    public void Nothing_changes_where_numbers_are_computed() =>
        Assert.Empty(Edits(("book.yml", "numbering: auto\n"), ("a.md", "# 第1章 甲\n\n# 第3章 乙\n")));

    private static Edit[] Edits(params (string Path, string Text)[] files)
    {
        using var book = new TempBook();
        foreach (var (path, text) in files)
        {
            book.Add(path, text);
        }

        return [.. Renumbering.Of(book.Read())];
    }

    private static Dictionary<string, string> Renumbered(params (string Path, string Text)[] files)
    {
        var edits = Edits(files);
        return files.ToDictionary(f => f.Path, f => edits.Where(e => e.At.File.Path == f.Path).OrderByDescending(e => e.At.Start)
            .Aggregate(f.Text, (text, edit) => text[..edit.At.Start] + edit.Text + text[(edit.At.Start + edit.At.Length)..]));
    }
}
