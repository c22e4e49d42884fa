using Kanyin.Typesetting.Flow;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

public sealed class RomanNumeralTests
{
    [Theory]
    [InlineData(1, "i")]
    [InlineData(4, "iv")]
    [InlineData(9, "ix")]
    [InlineData(14, "xiv")]
    [InlineData(40, "xl")]
    [InlineData(1999, "mcmxcix")]
    public void Numbers_are_written_in_small_letters(int number, string text) => Assert.Equal(text, RomanNumeral.Of(number));

    [Theory]
    [InlineData(1, "①")]
    [InlineData(20, "⑳")]
    [InlineData(21, "㉑")]
    [InlineData(35, "㉟")]
    [InlineData(36, "㊱")]
    [InlineData(50, "㊿")]
    [InlineData(51, "[51]")]
    public void Notes_are_numbered_with_circled_figures(int number, string text) => Assert.Equal(text, NoteSetter.NumberText(number));
}
