using CsCheck;
using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Model;

public sealed class HanNumeralTests
{
    // typography.md NU3, test vector N1
    [Theory]
    [InlineData(0, "零")]
    [InlineData(9, "九")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(100, "一百")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(111, "一百一十一")]
    [InlineData(200, "二百")]
    [InlineData(1001, "一千零一")]
    [InlineData(1010, "一千零一十")]
    [InlineData(1100, "一千一百")]
    [InlineData(10000, "一万")]
    [InlineData(10010, "一万零一十")]
    [InlineData(12000, "一万二千")]
    [InlineData(100000, "十万")]
    [InlineData(120000, "十二万")]
    [InlineData(1000000, "一百万")]
    [InlineData(10010001, "一千零一万零一")]
    [InlineData(HanNumeral.Largest, "九千九百九十九万九千九百九十九")]
    public void Counting_numerals_are_written_with_one_zero_a_gap(int value, string text)
    {
        Assert.Equal(text, HanNumeral.Format(value));
        Assert.True(HanNumeral.TryParse(text, out var read));
        Assert.Equal(value, read);
    }

    // typography.md NU5, NUM-FORM
    [Theory]
    [InlineData("一〇一", 101)]
    [InlineData("一百一", 101)]
    [InlineData("一十二", 12)]
    [InlineData("二百零零三", 203)]
    [InlineData("廿一", 21)]
    [InlineData("卅", 30)]
    [InlineData("两百", 200)]
    [InlineData("一百廿三", 123)]
    [InlineData("二〇二五", 2025)]
    [InlineData("一百十", 110)]
    public void Malformed_numerals_are_read_all_the_same(string text, int value)
    {
        Assert.True(HanNumeral.TryParse(text, out var read));
        Assert.Equal(value, read);
        Assert.NotEqual(text, HanNumeral.Format(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("万")]
    [InlineData("零万")]
    [InlineData("二百一千")]
    [InlineData("一二百")]
    [InlineData("一万一万")]
    [InlineData("一亿")]
    [InlineData("一1")]
    [InlineData("九九九九九九九九九")]
    public void What_is_no_number_is_not_read(string text) => Assert.False(HanNumeral.TryParse(text, out _));

    [Fact]
    public void Every_number_is_read_back_from_its_numeral() =>
        Gen.Int[0, HanNumeral.Largest].Sample(n => HanNumeral.TryParse(HanNumeral.Format(n), out var read) && read == n);

    [Fact]
    public void Any_string_of_numeral_characters_is_read_or_refused() =>
        Gen.Char["零〇一二两三九十百千万廿卅1"].Array[0, 12].Sample(cs => HanNumeral.TryParse(cs, out var n) ? n is >= 0 and <= HanNumeral.Largest : n == 0);
}
