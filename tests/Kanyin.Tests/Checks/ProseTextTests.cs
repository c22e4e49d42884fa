using Kanyin.Books.Checks;
using Kanyin.Books.Checks.Prose;
using Kanyin.Tests.Reading;
using Xunit;

namespace Kanyin.Tests.Checks;

/// <summary>The running text that the rules of prose look at, and where its characters stand in the file.</summary>
public sealed class ProseTextTests
{
    // ￼ is what is no prose, ⏎ a line end that was forced, ↵ one between Latin words; after the bar is what these stand for.
    [Theory]
    [InlineData("好`码`走", "好￼走|`码`")]
    [InlineData("**好**[走](b)~~吧~~", "好走吧|")]
    [InlineData("a\\*b 好", "a￼b 好|\\*")]
    [InlineData("好\\\\走", "好￼走|\\\\")]
    [InlineData("a &amp; b 好", "a ￼ b 好|&amp;")]
    [InlineData("&#20320;&lt;好", "￼￼好|&#20320; &lt;")]
    [InlineData("a &amp; b & c; 好", "a ￼ b & c; 好|&amp;")]
    [InlineData("好  \n走", "好⏎走|\n")]
    [InlineData("Foo\nbar 好", "Foo↵bar 好|\n")]
    [InlineData("Foo\r\nbar 好", "Foo↵bar 好|\r")]
    [InlineData("好\n走", "好走|")]
    [InlineData("好\r\n走", "好走|")]
    [InlineData("> Foo\n> bar 好\n> 走", "Foo↵bar 好走|\n")]
    [InlineData("- 好\n  走 a\n  b", "好走 a↵b|\n")]
    [InlineData("好<https://a.cn>走", "好￼走|<https://a.cn>")]
    [InlineData("[https://a.cn](https://a.cn)好", "￼好|https://a.cn")]
    [InlineData("[www.a.cn](b)好", "￼好|www.a.cn")]
    [InlineData("[a@b.cn](mailto:a@b.cn)好", "￼好|a@b.cn")]
    [InlineData("[@某人](b)[a.b](b)好", "@某人a.b好|")]
    [InlineData("好<b>走</b>吧", "好走吧|")]
    [InlineData("好[^1]走\n\n[^1]: 注", "好走|")]
    [InlineData("好$x$走![图](a.png)吧", "好￼走￼吧|$x$ ![图](a.png)")]
    public void Marks_of_Markdown_are_seen_through(string source, string expected)
    {
        var prose = Prose(source);
        var opaque = Enumerable.Range(0, prose.Text.Length).Where(i => prose.Text[i] is ProseText.Opaque or ProseText.ForcedBreak or '\n');

        Assert.Equal(expected, $"{prose.Text.Replace(ProseText.ForcedBreak, '⏎').Replace('\n', '↵')}|{string.Join(' ', opaque.Select(i => prose.At(i, 1).Text))}");
        Assert.All(Enumerable.Range(0, prose.Text.Length).Except(opaque), i => Assert.Equal(prose.Text.Substring(i, 1), prose.At(i, 1).Text));
    }

    [Theory]
    [InlineData("好**走**吧", 0, 3, "好**走**吧", false)]
    [InlineData("好**走**吧", 0, 1, "好", true)]
    [InlineData("好**走**吧", 1, 1, "走", true)]
    [InlineData("好走吧", 1, 2, "走吧", true)]
    [InlineData("好走吧", 2, 2, "吧", false)] // beyond the end
    [InlineData("好走吧", -1, 1, "", false)] // before the beginning
    [InlineData("好走吧", 1, 0, "", true)]
    [InlineData("好`码`", 0, 2, "好`码`", false)]
    public void A_stretch_reaches_from_its_first_character_to_its_last(string source, int start, int length, string at, bool isWritten)
    {
        var prose = Prose(source);
        Assert.Equal(isWritten, prose.IsWritten(start, length));
        if (isWritten || (start >= 0 && start + length <= prose.Text.Length))
        {
            Assert.Equal(at, prose.At(start, length).Text);
        }
    }

    [Theory]
    [InlineData("好**走**吧", 1, '*', '*')]
    [InlineData("好走吧", 1, '好', '吧')]
    [InlineData("好走吧", 2, '走', '\n')]
    public void Beside_a_stretch_stands_what_the_file_has(string source, int at, char before, char after)
    {
        var prose = Prose(source);
        Assert.Equal((before, after), (prose.Beside(at, 1, isAfter: false), prose.Beside(at, 1, isAfter: true)));
    }

    [Fact]
    public void Beyond_the_ends_of_the_file_is_a_space()
    {
        using var book = new TempBook().Add("a.md", "好");
        var prose = new Survey(book.Read()).Prose.Single(p => p.Kind == ProseKind.Paragraph);
        Assert.Equal((' ', ' '), (prose.Beside(0, 1, isAfter: false), prose.Beside(0, 1, isAfter: true)));
        Assert.Equal((ProseText.ForcedBreak, '好', ProseText.ForcedBreak), (prose[-1], prose[0], prose[1]));
    }

    [Theory]
    [InlineData("好", true)]
    [InlineData("好 one", true)] // as many words as Han
    [InlineData("好 one two", false)]
    [InlineData("好 one-two's_b.c", true)] // one word
    [InlineData("one", false)]
    [InlineData("12", false)]
    [InlineData("漢字漢字か", true)] // a quotation
    [InlineData("漢字漢か", false)] // Japanese
    [InlineData("好ぁ", false)]
    [InlineData("好ヺ", false)]
    [InlineData("好ー", false)]
    [InlineData("好・", true)]
    [InlineData("好가", false)]
    [InlineData("好힣", false)]
    [InlineData("好ᄀ", false)]
    [InlineData("好ᇿ", false)]
    [InlineData("好ሀ", true)]
    [InlineData("㐀䶿一鿿〇 a b c d e", true)]
    [InlineData("㐀䶿一鿿〇 a b c d e f", false)]
    public void A_text_is_Chinese_when_most_of_it_is(string source, bool isChinese) => Assert.Equal(isChinese, Prose(source).IsChinese);

    [Fact]
    public void Every_text_of_a_chapter_is_met_once_and_knows_its_part()
    {
        using var book = new TempBook().Add("a.md", """
            # 书

            甲[^1]乙[^1]

            - 丙

              > 丁

            > [!NOTE] 戊
            > 己

            ![庚](a.png)

            表 1 辛

            | 壬 |
            | -- |
            | 癸 |

            [^1]: 注

            子
            : 丑
            """);
        Assert.Equal(
            "Heading 书, Paragraph 甲乙, Paragraph 注, Paragraph- 丙, Paragraph- 丁, Label 戊, Paragraph 己, Caption 庚, Caption 辛, ColumnHead- 壬, Cell- 癸, Label 子, Paragraph- 丑",
            string.Join(", ", new Survey(book.Read()).Prose.Select(p => $"{p.Kind}{(p.IsInList ? "-" : "")} {p.Text}")));
    }

    private static ProseText Prose(string source)
    {
        using var book = new TempBook().Add("a.md", $"# 书\n\n{source}\n");
        return new Survey(book.Read()).Prose.First(p => p.Kind == ProseKind.Paragraph);
    }
}
