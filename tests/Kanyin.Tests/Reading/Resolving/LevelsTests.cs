using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Reading.Resolving;

public sealed class LevelsTests
{
    private static string Levels(TempBook book) =>
        string.Join(" / ", book.Read().Chapters.Select(c => string.Join(' ', c.AllBlocks().OfType<Heading>().Select(h => h.Level + PlainText.Of(h.Inlines)))));

    [Theory]
    [InlineData("# 甲\n## 乙\n### 丙\n", "1甲 2乙 3丙")]
    [InlineData("### 甲\n#### 乙\n### 丙\n", "1甲 2乙 1丙")]
    [InlineData("   \n\n#### 甲\n##### 乙\n", "1甲 2乙")]
    [InlineData("# 甲\n## 子\n# 乙\n", "1甲 2子 1乙")]
    [InlineData("# 甲\n### 跳\n", "1甲 3跳")]
    [InlineData("## 甲\n> ### 引\n", "1甲 2引")]
    [InlineData("文\n", "1a")]
    [InlineData("---\ntitle: 前\n---\n文\n", "1前")]
    [InlineData("---\ntitle: 前\n---\n## 甲\n## 乙\n", "1前 2甲 2乙")]
    [InlineData("---\ntitle: 前\n---\n## 甲\n### 乙\n", "1前 2甲 3乙")]
    [InlineData("---\ntitle: 甲\n---\n## 甲\n### 乙\n", "1甲 2乙")]
    [InlineData("+++\ntitle = \"前\"\n+++\n\n## 甲\n", "1前 2甲")]
    [InlineData("title: 前\nauthor: 某\n\n文\n", "1前")]
    [InlineData("date: 甲乙\n文\n", "1a")]
    [InlineData("# 第一章 甲\n引\n# 1. 乙\n# 2. 丙\n## 丁\n", "1甲 2乙 2丙 3丁")]
    [InlineData("# 甲\n# 乙\n文\n# 丙\n", "1甲 2乙 2丙")]
    [InlineData("# 一、甲\n# 二、乙\n文\n# 三、丙\n", "1甲 1乙 1丙")]
    [InlineData("# 第一章 甲\n文\n# 第二章 乙\n文\n# 第三章 丙\n", "1甲 1乙 1丙")]
    public void The_highest_heading_of_a_file_is_level_one(string markdown, string levels)
    {
        using var book = new TempBook().Add("a.md", markdown);
        Assert.Equal(levels, Levels(book));
    }

    [Fact]
    public void A_section_in_its_own_file_is_one_deeper_and_six_is_the_end()
    {
        using var book = new TempBook()
            .Add("SUMMARY.md", "- [甲](a.md)\n  - [乙](b.md)\n    - [丙](c.md)\n- [丁](d.md)\n")
            .Add("a.md", "# 甲\n## 子").Add("b.md", "# 乙\n## 子").Add("c.md", "# 丙\n#### 深\n###### 底").Add("d.md", "## 一\n## 二");
        Assert.Equal("1甲 2子 / 2乙 3子 / 3丙 6深 6底 / 1丁 2一 2二", Levels(book));
    }
}
