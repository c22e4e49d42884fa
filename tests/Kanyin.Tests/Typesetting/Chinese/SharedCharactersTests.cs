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
    public void Signs_beside_numbers_follow_the_text_around_them(string text, string pattern) => Assert.Equal(pattern, Pattern(text, "°‰№"));

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
