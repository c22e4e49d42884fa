using System.Globalization;
using System.Text;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Lines.Hyphenation;
using Xunit;
using TextKind = Kanyin.Typesetting.Lines.TextKind;

namespace Kanyin.Tests.Typesetting.Lines;

/// <summary>typography.md BR6 to BR9: where a run of Latin may break, and at what penalty, which stands between bars.</summary>
public sealed class LatinBreaksTests
{
    [Theory]
    [InlineData("co-op", "co-|50|op")]
    [InlineData("x-ray", "x-ray")] // one letter alone stays
    [InlineData("mp3-4", "mp3-4")]
    [InlineData("war‐time", "war‐|50|time")]
    [InlineData("Paris–Lyon", "Paris–|50|Lyon")]
    [InlineData("a—b", "a—|50|b")]
    [InlineData("1914–18", "1914–18")]
    [InlineData("input/output", "input/|60|output")]
    [InlineData("and/or", "and/or")]
    [InlineData("TCP/IP", "TCP/IP")]
    [InlineData("tcp/udp", "tcp/|60|udp")]
    [InlineData("abc0def", "abc0def")]
    [InlineData("see.www.", "see.www.")]
    public void A_compound_breaks_after_its_mark_where_enough_stands_on_both_sides(string run, string expected) => Assert.Equal(expected, Marked(run, isCode: false));

    [Theory]
    [InlineData("http://a.cn/b", "http://|60|a|60|.cn/|60|b")] // :// whole
    [InlineData("www.a-b.org", "www|60|.a|60|-b|60|.org")] // before a mark, never right after -
    [InlineData("a/b/c", "a/|60|b/|60|c")]
    [InlineData("ftp://h//x", "ftp://|60|h//|60|x")] // not inside //
    [InlineData("s://h?a&b#c=d%e_f~g+h,i", "s://|60|h|60|?a|60|&b|60|#c|60|=d|60|%e|60|_f|60|~g|60|+h|60|,i")]
    [InlineData("s://h;a:b'c", "s://|60|h;a:b'c")]
    [InlineData("s://abcdefghijklmno", "s://|60|abcdefghijklmno")] // a piece of fifteen
    [InlineData("s://abcdefghijklmnop", "s://|60|ab|500|c|500|d|500|e|500|f|500|g|500|h|500|i|500|j|500|k|500|l|500|m|500|n|500|op")] // of sixteen
    public void An_address_breaks_after_a_slash_and_before_a_mark(string run, string expected) => Assert.Equal(expected, Marked(run, isCode: false)); // BR8

    [Theory]
    [InlineData("ab/cd.ef,gh;ij:kl_mn-op=qr", "ab/|100|cd.|100|ef,|100|gh;|100|ij:|100|kl_|100|mn-|100|op=|100|qr")]
    [InlineData("ab)cd]ef}gh", "ab)|100|cd]|100|ef}|100|gh")]
    [InlineData("ab(cd[ef{gh", "ab|100|(cd|100|[ef|100|{gh")]
    [InlineData("ab::cd", "ab::|100|cd")] // two of a kind stay together
    [InlineData("ab->cd=>ef", "ab->cd=>ef")] // and arrows
    [InlineData("ab();", "ab|100|();")] // what closes stays with what it closes
    [InlineData("-a", "-a")]
    public void Code_breaks_at_its_separators(string run, string expected) => // BR9
        Assert.Equal(expected, Marked(run, isCode: true).Replace("|1000|", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("abcd", "ab|1000|cd")]
    [InlineData("a😀bc", "a😀|1000|bc")] // a character of two units is one
    public void Elsewhere_code_breaks_only_at_great_cost(string run, string expected) => Assert.Equal(expected, Marked(run, isCode: true)); // BR9

    [Theory]
    [InlineData("ab.cdef", "ab|120|.|40|c|120|d|120|ef")]
    [InlineData("AutoModel", "Au|120|t|120|o|60|M|120|o|120|d|120|el")]
    public void A_second_pass_makes_breaks_in_code_cheaper(string run, string expected) => Assert.Equal(expected, Loose(run, TextKind.Code));

    [Theory]
    [InlineData("s://abcdef", "s://|60|a|1000|b|1000|c|1000|def")]
    [InlineData("www.ab1", "www|60|.ab1")]
    public void A_second_pass_breaks_an_address_between_letters_three_from_its_ends(string run, string expected) => Assert.Equal(expected, Loose(run, TextKind.Prose)); // BR6

    [Theory]
    [InlineData("state_of_things", "state_|40|of_|40|things")]
    [InlineData("a__b_cd", "a__|40|b_cd")] // between two there is no break
    [InlineData("JavaScript", "Java|60-|Script")]
    [InlineData("JAvascript", "JAvascript")]
    [InlineData("JavaScr1pt", "JavaScr1pt")] // words with digits are not parted
    [InlineData("me@JavaScript", "me@JavaScript")]
    public void A_second_pass_parts_names_of_several_words(string run, string expected) => Assert.Equal(expected, Parted(run)); // BR7

    private static string Marked(string run, bool isCode)
    {
        var penalties = new int[run.Length];
        LatinBreaks.Penalties(run, isCode, penalties);
        return Marked(run, penalties, new bool[run.Length]);
    }

    private static string Parted(string run)
    {
        var (penalties, isHyphen) = (new int[run.Length], new bool[run.Length]);
        LatinBreaks.Penalties(run, isCode: false, penalties);
        LatinBreaks.Loosen(run, TextKind.Prose, Hyphenator.English, penalties, isHyphen);
        return Marked(run, penalties, isHyphen).Replace("|40-|", "", StringComparison.Ordinal);
    }

    private static string Loose(string run, TextKind kind)
    {
        var (penalties, isHyphen) = (new int[run.Length], new bool[run.Length]);
        LatinBreaks.Penalties(run, kind == TextKind.Code, penalties);
        LatinBreaks.Loosen(run, kind, null, penalties, isHyphen);
        return Marked(run, penalties, isHyphen);
    }

    private static string Marked(string run, int[] penalties, bool[] isHyphen)
    {
        var marked = new StringBuilder();
        for (var i = 0; i < run.Length; i++)
        {
            marked.Append(run[i]).Append(penalties[i] == BreakRules.Forbidden ? "" : string.Create(CultureInfo.InvariantCulture, $"|{penalties[i]}{(isHyphen[i] ? "-" : "")}|"));
        }

        return marked.ToString();
    }
}
