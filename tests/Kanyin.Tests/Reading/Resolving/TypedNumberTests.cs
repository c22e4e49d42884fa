using CsCheck;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Resolving;
using Xunit;

namespace Kanyin.Tests.Reading.Resolving;

public sealed class TypedNumberTests
{
    // typography.md NU1, NU2, NU5
    [Theory]
    [InlineData("第一章 绪论", NumberStyle.Chapter, "1", "第一章", "绪论")]
    [InlineData("第1章　绪论", NumberStyle.Chapter, "1", "第1章", "绪论")]
    [InlineData("第 1 章：绪论", NumberStyle.Chapter, "1", "第 1 章", "绪论")]
    [InlineData("第一章——绪论", NumberStyle.Chapter, "1", "第一章", "绪论")]
    [InlineData("第１０１章 绪论", NumberStyle.Chapter, "101", "第１０１章", "绪论")]
    [InlineData("第一〇一章 绪论", NumberStyle.Chapter, "101", "第一〇一章", "绪论")]
    [InlineData("第廿一章 绪论", NumberStyle.Chapter, "21", "第廿一章", "绪论")]
    [InlineData("第一百零一章", NumberStyle.Chapter, "101", "第一百零一章", "")]
    [InlineData("第2节 方法", NumberStyle.Section, "2", "第2节", "方法")]
    [InlineData("第三部分：实战", NumberStyle.Part, "3", "第三部分", "实战")]
    [InlineData("第一篇 基础", NumberStyle.Part, "1", "第一篇", "基础")]
    [InlineData("第 3 天 休息", NumberStyle.Ordinal, "3", "第 3 天", "休息")]
    [InlineData("第一步：安装", NumberStyle.Ordinal, "1", "第一步", "安装")]
    [InlineData("步骤 1：安装", NumberStyle.Ordinal, "1", "步骤 1", "安装")]
    [InlineData("步骤一: 安装", NumberStyle.Ordinal, "1", "步骤一", "安装")]
    [InlineData("附录A 术语", NumberStyle.Appendix, "1", "附录A", "术语")]
    [InlineData("附录 B：术语", NumberStyle.Appendix, "2", "附录 B", "术语")]
    [InlineData("附录四：术语", NumberStyle.Appendix, "4", "附录四", "术语")]
    [InlineData("A.1 术语", NumberStyle.AppendixDecimal, "1.1", "A.1", "术语")]
    [InlineData("C.2.10 术语", NumberStyle.AppendixDecimal, "3.2.10", "C.2.10", "术语")]
    [InlineData("1.1 背景", NumberStyle.Decimal, "1.1", "1.1", "背景")]
    [InlineData("1.1.1背景", NumberStyle.Decimal, "1.1.1", "1.1.1", "背景")]
    [InlineData("1.1.1. 背景", NumberStyle.Decimal, "1.1.1", "1.1.1.", "背景")]
    [InlineData("3.10 Python", NumberStyle.Decimal, "3.10", "3.10", "Python")]
    [InlineData("1. 背景", NumberStyle.ArabicDot, "1", "1.", "背景")]
    [InlineData("12.背景", NumberStyle.ArabicDot, "12", "12.", "背景")]
    [InlineData("01. 背景", NumberStyle.ArabicDot, "1", "01.", "背景")]
    [InlineData("1、背景", NumberStyle.ArabicPause, "1", "1、", "背景")]
    [InlineData("1 背景", NumberStyle.ArabicBare, "1", "1", "背景")]
    [InlineData("（1）背景", NumberStyle.ArabicParenthesised, "1", "（1）", "背景")]
    [InlineData("(1) 背景", NumberStyle.ArabicParenthesised, "1", "(1)", "背景")]
    [InlineData("1）背景", NumberStyle.ArabicParenthesised, "1", "1）", "背景")]
    [InlineData("一、背景", NumberStyle.HanPause, "1", "一、", "背景")]
    [InlineData("十二. 背景", NumberStyle.HanPause, "12", "十二.", "背景")]
    [InlineData("（一）背景", NumberStyle.HanParenthesised, "1", "（一）", "背景")]
    [InlineData("(二)背景", NumberStyle.HanParenthesised, "2", "(二)", "背景")]
    [InlineData("① 背景", NumberStyle.Circled, "1", "①", "背景")]
    [InlineData("㉑背景", NumberStyle.Circled, "21", "㉑", "背景")]
    public void Numbers_are_taken_from_the_start_of_a_heading(string heading, NumberStyle style, string values, string text, string rest)
    {
        var typed = TypedNumber.Parse(heading);
        Assert.NotNull(typed);
        Assert.Equal(style, typed.Number.Style);
        Assert.Equal(values, string.Join('.', typed.Number.Values));
        Assert.Equal(text, typed.Number.Text);
        Assert.Equal(rest, heading[typed.Length..]);
    }

    [Theory]
    [InlineData("2024 年回顾")]
    [InlineData("3D 打印")]
    [InlineData("5G")]
    [InlineData("C++ 11")]
    [InlineData(".NET 10")]
    [InlineData("第一性原理")]
    [InlineData("第三方软件源")]
    [InlineData("一致性")]
    [InlineData("一个例子")]
    [InlineData("附录")]
    [InlineData("附录 API")]
    [InlineData("步骤一览")]
    [InlineData("1.05 的含义")]
    [InlineData("2.4GHz 频段")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("256.1024 的来历")]
    [InlineData("（2024）回顾")]
    [InlineData("404")]
    [InlineData("第十百章 绪论")]
    [InlineData("概述 1.1")]
    [InlineData("")]
    public void Words_that_only_begin_like_a_number_are_left_alone(string heading) => Assert.Null(TypedNumber.Parse(heading));

    [Theory]
    [InlineData("第二章 容器", 3, "第三章")]
    [InlineData("第 2 章 容器", 3, "第 3 章")]
    [InlineData("附录A 容器", 2, "附录B")]
    [InlineData("附录一 容器", 2, "附录二")]
    [InlineData("C.7 容器", 2, "B")]
    [InlineData("① 容器", 21, "㉑")]
    [InlineData("(9) 容器", 10, "(10)")]
    [InlineData("01. 容器", 2, "02.")]
    [InlineData("第二部分 容器", 12, "第十二部分")]
    public void Another_number_is_written_in_the_same_way(string heading, int value, string text) =>
        Assert.Equal(text, TypedNumber.Parse(heading)!.Number.WithValues([value]).Text);

    [Fact]
    public void No_heading_makes_it_fail() =>
        Gen.Char["第一二百零廿章节步骤附录AB0１2.．、：（）()①㉑ 　a-—"].Array[0, 14].Select(cs => new string(cs)).Sample(text =>
        {
            var typed = TypedNumber.Parse(text);
            return typed is null || (typed.Length <= text.Length && text.Contains(typed.Number.Text, StringComparison.Ordinal) && typed.Number.WithValues(typed.Number.Values).Text.Length > 0);
        });

    [Fact]
    public void Any_string_at_all_is_read_or_refused() =>
        Gen.String.Sample(text => TypedNumber.Parse(text) is null or { Length: > 0 });
}
