using System.Collections.Immutable;
using CsCheck;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Resolving;
using Kanyin.Tests.Model;
using Xunit;

namespace Kanyin.Tests.Reading.Resolving;

public sealed class NumberingTests
{
    [Theory]
    [InlineData("第一章 甲/第二章 乙", "第一章=第一章 甲/第二章=第二章 乙")]
    [InlineData("第一章 甲/第三章 乙/第四章 丙", "第一章=第一章 甲/第三章=第二章 乙/第四章=第四章 丙")]
    [InlineData("第1章 甲/-1.1 乙/-1.2 丙/--1.2.1 丁/第2章 戊/-2.1 己", "第1章=第1章 甲/1.1=1.1 乙/1.2=1.2 丙/1.2.1=1.2.1 丁/第2章=第2章 戊/2.1=2.1 己")]
    [InlineData("第1章 甲/第2章 乙/-1.1 丙/-1.2 丁", "第1章=第1章 甲/第2章=第2章 乙/1.1=2.1 丙/1.2=1.2 丁")]
    [InlineData("1. 甲/1.1 乙/1.2 丙/2. 丁/2.1 戊", "1.=1. 甲/1.1=1.1 乙/1.2=1.2 丙/2.=2. 丁/2.1=2.1 戊")]
    [InlineData("1 甲/-1.1 乙/2 丙", "1=1 甲/1.1=1.1 乙/2=2 丙")]
    [InlineData("甲/-1. 乙/-2. 丙/丁/-1. 戊/-2. 己", "甲/1.=1. 乙/2.=2. 丙/丁/1.=1. 戊/2.=2. 己")]
    [InlineData("甲/-1. 乙/-2. 丙/丁/-3. 戊/-4. 己", "甲/1.=1. 乙/2.=2. 丙/丁/3.=3. 戊/4.=4. 己")]
    [InlineData("一、甲/-（一）乙/-（二）丙/三、丁", "一、=一、 甲/（一）=（一） 乙/（二）=（二） 丙/三、=二、 丁")]
    [InlineData("第一部分 甲/-第一章 乙/第二部分 丙/-第二章 丁", "第一部分=第一部分 甲/第一章=第一章 乙/第二部分=第二部分 丙/第二章=第二章 丁")]
    [InlineData("第一部分 甲/-第一章 乙/第二部分 丙/-第一章 丁", "第一部分=第一部分 甲/第一章=第一章 乙/第二部分=第二部分 丙/第一章=第一章 丁")]
    [InlineData("第0章 甲/第1章 乙", "第0章=第0章 甲/第1章=第1章 乙")]
    [InlineData("甲/-步骤 1：乙/-步骤 2：丙/-步骤 1：丁", "甲/步骤 1=步骤 1 乙/步骤 2=步骤 2 丙/步骤 1=步骤 1 丁")]
    [InlineData("第1天 甲/第3天 乙", "第1天=第1天 甲/第3天=第3天 乙")]
    [InlineData("附录A 甲/附录C 乙", "附录A=附录A 甲/附录C=附录B 乙")]
    public void Typed_numbers_are_taken_out_and_the_due_ones_worked_out(string outline, string expected) =>
        Assert.Equal(expected, Show(Numbering.Apply([Outline.Chapter(outline)])));

    [Theory]
    [InlineData("甲/-1.5 倍的性能/-乙")]
    [InlineData("第1章/-1.5 倍的性能")]
    [InlineData("版本/-3.8 甲/-3.7 乙/-3.6 丙")]
    [InlineData("版本/-3.6 甲/-3.7 乙")]
    [InlineData("甲/-3 种方法/-404 错误")]
    [InlineData("第三方库/第一节课")]
    [InlineData("3.js 入门")]
    [InlineData("题目/-15. 三数之和/-1. 两数之和/-206. 反转链表")]
    [InlineData("日志/-1 月/-2 月/-3 月")]
    [InlineData("第1章/-1.5 小时学会")]
    public void What_its_neighbours_do_not_count_with_is_no_number(string outline)
    {
        var last = Outline.Chapter(outline).Blocks.OfType<Heading>().Last();
        var read = (Heading)Numbering.Apply([Outline.Chapter(outline)])[0].Blocks[^1];
        Assert.Null(read.Typed);
        Assert.Equal(PlainText.Of(last), PlainText.Of(read));
    }

    [Fact]
    public void Numbers_that_touch_their_title_follow_the_habit_of_the_book()
    {
        Assert.Equal("第一章=第一章 甲/第二章=第二章 乙", Show(Numbering.Apply([Outline.Chapter("第一章甲/第二章乙")])));
        Assert.Equal("第一章=第一章 甲/第二章=第二章 乙/第二章实践说明", Show(Numbering.Apply([Outline.Chapter("第一章 甲/第二章 乙/第二章实践说明")])));
    }

    [Fact]
    public void Numbers_count_across_files()
    {
        var chapters = Numbering.Apply([Outline.Chapter("第一章 甲"), Outline.Chapter("-1.1 乙"), Outline.Chapter("-1.2 丙"), Outline.Chapter("第二章 丁"), Outline.Chapter("-2.2 戊")]);
        Assert.Equal("第一章=第一章 甲|1.1=1.1 乙|1.2=1.2 丙|第二章=第二章 丁|2.2=2.1 戊", string.Join('|', chapters.Select(c => Show([c]))));
    }

    [Fact]
    public void Numbers_in_bold_or_in_pieces_are_found_and_the_rest_keeps_its_dress()
    {
        var at = default(Place);
        Heading Read(params ImmutableArray<Inline> inlines) =>
            (Heading)Numbering.Apply([new Chapter(new SourceFile("a.md", ""), "a", "", 0, null, [new Heading(at, 1, "h", "h", null, null, inlines)])])[0].Blocks[0];

        var bold = Read(new Strong(at, [new Text(at, "第一章 甲")]), new Text(at, "乙"));
        Assert.Equal("第一章", bold.Typed?.Text);
        Assert.Equal("甲", PlainText.Of([Assert.IsType<Strong>(bold.Inlines[0])]));

        var pieces = Read(new Strong(at, [new Text(at, "第一")]), new Text(at, "章 "), new Code(at, "run"));
        Assert.Equal("第一章", pieces.Typed?.Text);
        Assert.Equal("run", Assert.IsType<Code>(Assert.Single(pieces.Inlines)).Value);
    }

    private static readonly string[] Starts = ["第一章", "第3章 ", "1.1 ", "1. ", "2 ", "（一）", "附录A ", "1.2.3 ", "三、", "甲"];

    [Fact]
    public void Headings_of_any_shape_keep_all_their_words() =>
        Gen.Select(Gen.Int[0, Starts.Length - 1], Gen.Int[0, 3]).Array[1, 30].Sample(items =>
        {
            var chapter = Outline.Chapter(string.Join('/', items.Select(i => new string('-', i.Item2) + Starts[i.Item1] + "标题")));
            var before = chapter.Blocks.OfType<Heading>().Select(PlainText.Of);
            var after = Numbering.Apply([chapter])[0].Blocks.OfType<Heading>().ToList();
            Assert.Equal(before.Select(Squeeze), after.Select(h => Squeeze(PlainText.Of(h))));
            Assert.All(after, h => Assert.Equal(h.Typed is null, h.Number is null));
        });

    private static string Squeeze(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string Show(ImmutableArray<Chapter> chapters) => string.Join('/', chapters.SelectMany(c => c.Blocks.OfType<Heading>())
        .Select(h => h.Typed is null ? PlainText.Of(h) : $"{h.Typed}={h.Number} {PlainText.Of(h.Inlines)}"));
}
