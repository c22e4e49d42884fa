using Kanyin.Typesetting.Chinese;
using Xunit;

namespace Kanyin.Tests.Typesetting.Chinese;

/// <summary>Where a line may end between two neighbours, typography.md 2: x never, p at a price, - freely, at the levels loose, normal and strict.</summary>
public sealed class BreakRulesTests
{
    [Theory]
    [InlineData("天", "地", "---")]
    [InlineData("天", "（", "---")]
    [InlineData("）", "（", "---")] // BR5
    [InlineData("。", "“", "---")]
    [InlineData("。", "天", "---")]
    [InlineData("天", "）", "xxx")] // BR1
    [InlineData("天", "，", "xxx")]
    [InlineData("天", "。", "xxx")]
    [InlineData("天", "！", "xxx")]
    [InlineData("！", "？", "xxx")]
    [InlineData("（", "天", "xxx")] // BR2
    [InlineData("天", "・", "-xx")] // BR3
    [InlineData("・", "天", "---")]
    [InlineData("天", "～", "-xx")]
    [InlineData("～", "天", "---")]
    [InlineData("天", "／", "-xx")]
    [InlineData("／", "天", "-xx")]
    [InlineData("天", "％", "-xx")]
    [InlineData("3", "％", "xxx")]
    [InlineData("3", "天", "---")]
    [InlineData("￥", "天", "-xx")]
    [InlineData("￥", "3", "xxx")]
    [InlineData("天", "￥", "---")]
    [InlineData("天", "⸺", "-px")]
    [InlineData("⸺", "⸺", "xxx")] // BR4
    [InlineData("⸺", "天", "---")]
    [InlineData("a", "b", "xxx")]
    [InlineData("天", "々", "--x")]
    [InlineData("天", "〻", "--x")]
    [InlineData("カ", "ー", "--x")]
    [InlineData("シ", "ャ", "--x")]
    [InlineData("3", "年", "ppp")]
    [InlineData("3", "条", "ppp")]
    [InlineData("a", "年", "---")]
    [InlineData("第", "3", "ppp")]
    [InlineData("第", "三", "ppp")]
    [InlineData("第", "〇", "ppp")]
    [InlineData("第", "千", "ppp")]
    [InlineData("第", "a", "---")]
    [InlineData("第", "天", "---")]
    [InlineData("天", "3", "---")]
    [InlineData("图", "1", "xxx")]
    [InlineData("表", "1", "xxx")]
    [InlineData("式", "1", "xxx")]
    [InlineData("图", "a", "---")]
    public void A_line_may_end_between_them(string a, string b, string levels) =>
        Assert.Equal(levels, string.Concat(new[] { BreakLevel.Loose, BreakLevel.Normal, BreakLevel.Strict }.Select(level => Sign(Between(a, b, false, level)))));

    [Theory]
    [InlineData(")")]
    [InlineData("]")]
    [InlineData("}")]
    [InlineData(",")]
    [InlineData(".")]
    [InlineData(";")]
    [InlineData(":")]
    [InlineData("!")]
    [InlineData("?")]
    [InlineData("%")]
    [InlineData("’")]
    [InlineData("”")]
    public void BR1_a_Latin_mark_starts_no_line_unless_a_space_was_typed(string mark) =>
        Assert.Equal((BreakRules.Forbidden, 0), (Between("天", mark, false), Between("天", mark, true)));

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("‘")]
    [InlineData("“")]
    public void BR2_a_Latin_mark_ends_no_line_unless_a_space_was_typed(string mark) =>
        Assert.Equal((BreakRules.Forbidden, 0), (BetweenLatin(mark, false), BetweenLatin(mark, true)));

    [Fact]
    public void BR4_words_part_only_where_a_space_was_typed() =>
        Assert.Equal((BreakRules.Forbidden, 0), (Between("a", "b", false), Between("a", "b", true)));

    [Fact]
    public void BR3_before_a_dash_the_price_is_twenty_and_in_a_number_phrase_thirty() => // 5.2
        Assert.Equal((20, 30, 30), (Between("天", "⸺", false), Between("3", "年", false), Between("第", "3", false)));

    private static int BetweenLatin(string mark, bool hasSpace) =>
        BreakRules.Between(CharacterClass.Latin, mark[0], CharacterClass.Han, '天', hasSpace, BreakLevel.Normal);

    private static int Between(string a, string b, bool hasSpace, BreakLevel level = BreakLevel.Normal) =>
        BreakRules.Between(CharacterTable.ClassOf(a[0]), a[0], CharacterTable.ClassOf(b[0]), b[0], hasSpace, level);

    private static char Sign(int penalty) => penalty switch { 0 => '-', BreakRules.Forbidden => 'x', _ => 'p' };
}
