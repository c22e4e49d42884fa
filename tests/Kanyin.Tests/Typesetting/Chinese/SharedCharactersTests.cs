using Kanyin.Typesetting.Chinese;
using Xunit;

namespace Kanyin.Tests.Typesetting.Chinese;

/// <summary>CQ and CA of typography.md 1.3. In the pattern C is Chinese, l is Latin, one letter for each quotation mark or shared character in turn.</summary>
public sealed class SharedCharactersTests
{
    [Theory]
    [InlineData("don’t 和 ’90s", "ll")]
    [InlineData("他说“hello”了", "CC")]
    [InlineData("He said “你好”", "CC")]
    [InlineData("He said “hello” twice", "ll")]
    [InlineData("中文里有 a “quoted word” in English 一段", "ll")]
    [InlineData("他问：“What’s ‘new’ here?”", "ClllC")]
    [InlineData("“‘你好’他说”", "CCCC")]
    [InlineData("只有开头“没有结尾", "C")]
    [InlineData("没有开头”只有结尾", "C")]
    [InlineData("天 a “b", "l")] // CQ3: the inner side before the outer
    [InlineData("a” 天", "l")]
    [InlineData("天”a", "C")]
    [InlineData("天“a’b”", "ClC")]
    public void Quotation_marks_go_in_pairs(string text, string pattern) => Assert.Equal(pattern, Pattern(text, "“”‘’"));

    [Theory]
    [InlineData("1937—1945", "C")]
    [InlineData("是的——他", "DD")]
    [InlineData("a — b", "l")]
    [InlineData("等等……", "EE")]
    [InlineData("wait… what", "l")]
    [InlineData("列奥纳多·达芬奇", "M")]
    [InlineData("3×4", "l")]
    [InlineData("长×宽", "H")]
    [InlineData("和/或", "S")]
    [InlineData("TCP/IP", "l")]
    [InlineData("和/or", "l")]
    [InlineData("/和", "l")]
    [InlineData("和/", "l")]
    [InlineData("— a", "l")]
    [InlineData("天—地", "C")]
    [InlineData("1—a", "l")]
    [InlineData("a—1", "l")]
    [InlineData("—1", "l")]
    [InlineData("1—", "l")]
    [InlineData("a——b", "DD")]
    [InlineData("天—", "C")]
    [InlineData("a · b", "l")]
    public void Shared_characters_follow_their_neighbours(string text, string pattern) => Assert.Equal(pattern, Pattern(text, "—…·×/"));

    [Theory]
    [InlineData("天地①，玄黄。①宇宙", "RR")] // T24
    [InlineData("据统计①约有三成。", "R")]
    [InlineData("分两步：①取水；②烧水。", "HH")]
    [InlineData("①取水", "H")]
    [InlineData("第①步", "H")]
    [InlineData("（①）", "H")]
    public void A_circled_number_calls_a_note_or_counts(string text, string pattern) => Assert.Equal(pattern, Pattern(text, "①②"));

    [Theory]
    [InlineData("升到25°后", "U")]
    [InlineData("占5‰的", "U")]
    [InlineData("at 25° north", "l")]
    [InlineData("见№3", "P")]
    [InlineData("see №3", "l")]
    [InlineData("‰的", "l")]
    [InlineData("a°的", "l")]
    public void Signs_beside_numbers_follow_the_text_around_them(string text, string pattern) => Assert.Equal(pattern, Pattern(text, "°‰№"));

    [Theory]
    [InlineData("天–地", true)]
    [InlineData("天‐地", true)]
    [InlineData("a–地", false)]
    [InlineData("天–b", false)]
    [InlineData("–天", false)]
    public void A_short_rule_joins_Han_only(string text, bool joins) => Assert.Equal(joins, Pattern(text, "–‐") == "C"); // CONN

    [Fact]
    public void The_second_half_of_a_pair_of_surrogates_goes_with_the_first()
    {
        var classes = new CharacterClass[5];
        SharedCharacters.Resolve("a𠀀😀", classes, new bool[5]);
        Assert.Equal([CharacterClass.Latin, CharacterClass.Han, CharacterClass.Combining, CharacterClass.Han, CharacterClass.Combining], classes);
    }

    [Fact]
    public void A_half_that_stands_alone_at_the_end_breaks_nothing()
    {
        var classes = new CharacterClass[2];
        SharedCharacters.Resolve("天\uD840", classes, new bool[2]);
        Assert.Equal(CharacterClass.Han, classes[0]);
    }

    [Fact]
    public void What_the_style_has_decided_stays() // code is Latin, a call is a reference
    {
        var classes = new[] { CharacterClass.Han, CharacterClass.Latin, CharacterClass.Latin, CharacterClass.Latin };
        SharedCharacters.Resolve("天“天”", classes, [false, true, true, true]);
        Assert.Equal([CharacterClass.Han, CharacterClass.Latin, CharacterClass.Latin, CharacterClass.Latin], classes);
    }

    private static string Pattern(string text, string which)
    {
        var classes = new CharacterClass[text.Length];
        SharedCharacters.Resolve(text, classes, new bool[text.Length]);
        return string.Concat(text.Select((c, i) => (c, i)).Where(p => which.Contains(p.c, StringComparison.Ordinal)).Select(p => classes[p.i] switch
        {
            CharacterClass.Open or CharacterClass.Close or CharacterClass.Connector => 'C',
            CharacterClass.Latin => 'l',
            CharacterClass.Dash => 'D',
            CharacterClass.Ellipsis => 'E',
            CharacterClass.MiddleDot => 'M',
            CharacterClass.Solidus => 'S',
            CharacterClass.Han => 'H',
            CharacterClass.Reference => 'R',
            CharacterClass.Suffix => 'U',
            CharacterClass.Prefix => 'P',
            _ => '?',
        }));
    }
}
