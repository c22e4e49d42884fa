using Kanyin.Typesetting.Lines.Hyphenation;
using Xunit;

namespace Kanyin.Tests.Typesetting.Lines.Hyphenation;

public sealed class HyphenatorTests
{
    [Theory]
    [InlineData("hyphenation", "hyphen-ation")]
    [InlineData("international", "inter-na-tional")]
    [InlineData("Reinforcement", "Rein-force-ment")]
    [InlineData("Recommendations", "Rec-om-men-da-tions")]
    [InlineData("associate", "asso-ciate")]
    [InlineData("project", "project")]
    [InlineData("table", "table")]
    [InlineData("GitHub", "GitHub")]
    [InlineData("PARAMETERS", "PARAMETERS")]
    [InlineData("HYphenation", "HYphenation")]
    [InlineData("hyphenatioN", "hyphenatioN")]
    [InlineData("system", "sys-tem")] // six letters are enough
    [InlineData("paper", "paper")]
    [InlineData("1hyphenation", "1hyphenation")]
    public void Words_part_where_the_patterns_say(string word, string parted)
    {
        var breaks = Hyphenator.English.Breaks(word);
        Assert.Equal(parted, string.Concat(word.Select((c, i) => breaks.Contains(i) ? "-" + c : c.ToString())));
    }

    [Fact]
    public void No_part_is_shorter_than_three_letters() => // BR7
        Assert.All(Hyphenator.English.Breaks("electroencephalographically"), b => Assert.InRange(b, 3, "electroencephalographically".Length - 3));
}
