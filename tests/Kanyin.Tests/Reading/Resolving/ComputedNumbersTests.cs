using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Resolving;
using Kanyin.Tests.Model;
using Xunit;

namespace Kanyin.Tests.Reading.Resolving;

public sealed class ComputedNumbersTests
{
    [Theory]
    [InlineData("甲/-乙/--丙/---丁/----戊/---己/--庚/-辛/壬/-癸", "第1章 甲/1.1 乙/1.1.1 丙/（1）丁/戊/（2）己/1.1.2 庚/1.2 辛/第2章 壬/2.1 癸")]
    [InlineData("第五章 甲/-5.7 乙/第三章 丙", "第1章 甲/1.1 乙/第2章 丙")]
    [InlineData("甲/--乙/--丙/-丁", "第1章 甲/1.1 乙/1.2 丙/1.3 丁")]
    [InlineData("前言/-读法/甲/后记/-谢意", "前言/读法/第1章 甲/后记/谢意")]
    [InlineData("再版前言/甲/附录：表/-乙/参考文献", "再版前言/第1章 甲/附录：表/乙/参考文献")]
    [InlineData("甲/附录A 乙/-丙/--丁/附录D 戊", "第1章 甲/附录A 乙/A.1 丙/A.1.1 丁/附录B 戊")]
    [InlineData("第一部分 甲/-乙/--丙/第二部分 丁/-戊", "第一部分 甲/第1章 乙/1.1 丙/第二部分 丁/第2章 戊")]
    [InlineData("第三天 甲/-步骤 2：乙", "第1章 第三天 甲/1.1 步骤 2：乙")]
    [InlineData("甲/-/-乙", "第1章 甲//1.1 乙")]
    public void Decimal_numbers_are_counted_from_the_tree(string outline, string expected) => // NU1 B, NU2
        Assert.Equal(expected, Show(Numbering.Apply([Outline.Chapter(outline)], NumberingMode.Auto)));

    [Theory]
    [InlineData("甲/-乙/--丙/---丁/----戊/-----己/-庚/辛/-壬", "第一章 甲/第一节 乙/一、丙/（一）丁/1. 戊/（1）己/第二节 庚/第二章 辛/第一节 壬")]
    [InlineData("第1章 甲/-1.1 乙/附录A 丙/-丁", "第一章 甲/第一节 乙/附录A 丙/第一节 丁")]
    public void Han_numbers_begin_again_below_each_heading(string outline, string expected) => // NU1 A, NU2
        Assert.Equal(expected, Show(Numbering.Apply([Outline.Chapter(outline)], NumberingMode.Auto, NumberScheme.Han)));

    [Fact]
    public void The_eleventh_and_the_hundred_and_first_chapter_are_written_well() // NU3
    {
        var chapters = Numbering.Apply([.. Enumerable.Range(1, 101).Select(i => Outline.Chapter("甲", $"{i}.md"))], NumberingMode.Auto, NumberScheme.Han);
        Assert.Equal(["第一章", "第十一章", "第二十章", "第一百零一章"], new[] { 0, 10, 19, 100 }.Select(i => ((Heading)chapters[i].Blocks[0]).Printed!.Text));
        Assert.Equal("第十一章 甲", chapters[10].Title);
    }

    [Theory]
    [InlineData("第一章 甲/-1.1 乙/附录A 丙/第一部分 丁", "甲/乙/附录A 丙/第一部分 丁")]
    [InlineData("第一章/-第三天 乙", "第一章/第三天 乙")]
    public void Without_numbers_the_words_stand_alone_unless_they_need_them(string outline, string expected) =>
        Assert.Equal(expected, Show(Numbering.Apply([Outline.Chapter(outline)], NumberingMode.None)));

    [Fact]
    public void Chapters_beside_the_list_and_headings_that_ask_for_none_are_unnumbered()
    {
        using var book = new TempBook().Add("book.yml", "numbering: auto").Add("SUMMARY.md", "[缘起](p.md)\n\n- [甲](a.md)\n  - [乙](b.md)\n- [丙](c.md)\n\n[谢词](s.md)\n")
            .Add("p.md", "# 缘起\n\n## 一段往事").Add("a.md", "# 甲\n\n## 小结 {-}\n\n### 其一\n\n## 练习 {#x .unnumbered}").Add("b.md", "# 乙").Add("c.md", "# 丙").Add("s.md", "# 谢词");
        Assert.Equal("缘起/一段往事/第1章 甲/小结/其一/练习/1.1 乙/第2章 丙/谢词", Show(book.Read().Chapters));
    }

    [Fact]
    public void The_front_page_of_a_folder_is_unnumbered_unless_it_is_the_whole_book()
    {
        using var book = new TempBook().Add("book.yml", "numbering: auto").Add("README.md", "# 甲\n\n# 乙");
        Assert.Equal("第1章 甲/第2章 乙", Show(book.Read().Chapters));
        Assert.Equal("甲/乙/第1章 丙", Show(book.Add("a.md", "# 丙").Read().Chapters));
    }

    [Fact]
    public void Links_to_the_typed_heading_still_land()
    {
        using var book = new TempBook().Add("book.yml", "numbering: auto").Add("a.md", "# 第七章 甲\n\n## 7.2 乙\n\n见[这里](#72-乙)。");
        var link = Assert.Single(book.Read().Chapters[0].AllInlines().OfType<Link>());
        Assert.IsType<InternalTarget>(link.Target);
    }

    private static string Show(ImmutableArray<Chapter> chapters) => string.Join('/', chapters.SelectMany(c => c.Blocks.OfType<Heading>()).Select(h => PlainText.Of(h).TrimEnd()));
}
