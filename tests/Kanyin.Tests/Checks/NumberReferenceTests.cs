using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Tests.Reading;
using Xunit;

namespace Kanyin.Tests.Checks;

/// <summary>typography.md NU6, NUM-XREF, in a book of two chapters, 1.1, 1.2, 图 1-1, 图 1-2, 附录A and 附录B.</summary>
public sealed class NumberReferenceTests
{
    [Theory]
    [InlineData("见第 3 章。", "第 3 章")]
    [InlineData("见第三章。", "第三章")]
    [InlineData("第5章～第7章讲实战。", "第5章 第7章")]
    [InlineData("见 1.3 节。", "1.3 节")]
    [InlineData("见第 2.1 节与1.1.1小节。", "1.1.1小节 第 2.1 节")]
    [InlineData("如图 1-3 所示，（图2.1）亦同。", "图 1-3 图2.1")]
    [InlineData("见附录 C。", "附录 C")]
    [InlineData("> - **见第 9 章**[^1]\n\n[^1]: 又见第 8 章。", "第 8 章 第 9 章")]
    [InlineData("|见第 9 章|\n|-|\n|第 8 章|", "第 8 章 第 9 章")]
    [InlineData("[第 9 章](#第一章-甲)", "第 9 章")]
    public void A_number_that_nothing_has_is_told(string text, string expected) => Assert.Equal(expected, Find(text));

    [Theory]
    [InlineData("见第 1 章、第二章、1.2 节、图 1-1、图1.2、附录B。")]
    [InlineData("《某书》第 9 章，RFC 9110 第 8 章，官方文档 7.1 节，该书第 6 章。")]
    [InlineData("写作“见第 9 章”。")]
    [InlineData("`见第 9 章`")]
    [InlineData("[第 9 章](https://a.cn)")]
    [InlineData("视图 3-1，地图 2-2，下图 9，列表 3，表 4 所示，图 3 个，版本 1.3 节点。")]
    [InlineData("春节 3.5 节省，第 3 章程。")]
    public void What_is_there_and_what_is_no_reference_is_left_alone(string text) => Assert.Equal("", Find(text));

    [Theory]
    [InlineData("# 第一章 甲\n\n见第 9 章。", "")] // one is too few to tell
    [InlineData("# 第一章 甲\n\n# 第二章 乙\n\n见第 9 章。", "第 9 章")]
    [InlineData("# 1. 甲\n\n# 2. 乙\n\n见第 9 章、第 2 章。", "第 9 章")]
    [InlineData("# 一、甲\n\n# 二、乙\n\n见第 9 章、第二章。", "第 9 章")]
    [InlineData("# 甲\n\n## 1. 乙\n\n## 2. 丙\n\n见第 9 章。", "")] // no chapters
    [InlineData("# 甲\n\n## 1.1 乙\n\n见 9.1 节。", "")]
    [InlineData("# 附录A 甲\n\n见附录 C。", "")]
    [InlineData("# 附录A 甲\n\n# 附录B 乙\n\n见附录 C、附录 B。", "附录 C")]
    [InlineData("# 甲\n\n![图 1 壶](x.png)\n\n见图 9。", "")]
    [InlineData("# 甲\n\n![图 1 壶](x.png)\n\n![图 2 杯](x.png)\n\n见图 9、图 1-9、表 9。", "图 9")]
    [InlineData("# 甲\n\n文![图 1 壶](x.png)文\n\n文![杯](x.png \"图 2 杯\")文\n\n见图 1、图 2、图 3。", "图 3")] // wherever it is written
    [InlineData("# 甲\n\n| 图 1 壶 |\n| - |\n| 图 2 杯 |\n\n见图 1、图 2、图 3。", "图 3")]
    [InlineData("# 甲\n\n## 图 1 壶\n\n文<br>图 2 杯\n\n见图 1、图 2、图 3。", "图 3")]
    public void Only_a_book_that_numbers_such_things_can_lack_one(string book, string expected) => Assert.Equal(expected, FindIn(book));

    private static string Find(string text)
    {
        const string Numbers = "# 第一章 甲\n\n## 1.1 子\n\n## 1.2 丑\n\n![图 1-1 壶](x.png)\n\n![图 1-2 杯](y.png)\n\n# 第二章 乙\n\n";
        return FindIn(Numbers + text + "\n\n# 附录A 丙\n\n# 附录B 丁\n");
    }

    private static string FindIn(string text)
    {
        using var book = new TempBook().Add("a.md", text);
        var bag = new DiagnosticBag();
        Checker.Check(book.Read(), bag);
        return string.Join(' ', bag.Sorted.Where(d => d.Kind.Id == "NUM015").Select(d => d.At.Text).Order(StringComparer.Ordinal));
    }
}
