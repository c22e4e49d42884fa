using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Lines;
using Xunit;

namespace Kanyin.Tests.Typesetting.Lines;

/// <summary>The test vectors of typography.md section 9, by id.</summary>
public sealed class LineVectorTests
{
    private const string None = "";

    [Theory]
    [InlineData("T01", 8, None, "天地玄黄宇宙洪荒│日月盈昃辰宿列张", 8.0, 0.0)]
    [InlineData("T02", 10, None, "天地玄黄宇宙洪荒日│月，盈昃辰宿", 9.0, 0.125)]
    [InlineData("T03", 10, None, "天地玄黄，宇宙洪荒日│月盈昃，辰宿列张", 10.0, 0.0)]
    [InlineData("T04", 10, None, "天地，玄黄，宇宙洪荒。│日月盈昃辰宿列张", 10.5, 0.0)]
    [InlineData("T05", 10, None, "天地玄黄宇宙洪荒日│（月盈）昃辰宿", 9.0, 0.125)]
    [InlineData("T07", 10, None, "天地玄黄宇宙洪荒日月│（盈昃）辰宿列张寒来", 10.0, 0.0)]
    [InlineData("T08", 10, None, "天地玄黄宇宙洪荒日。”│月盈昃辰宿列", 10.0, 0.0)]
    [InlineData("T10", 10, None, "天地玄黄宇宙洪荒日，│月盈昃辰", 9.5, 0.0625)]
    [InlineData("T11", 10, "full", "天地玄黄宇宙洪荒日，│月盈昃辰", 10.0, 0.0)]
    [InlineData("T12", 10, "auto", "天地玄黄宇宙洪荒日，│月盈昃辰", 10.0, 0.0)]
    [InlineData("T13", 10, "hang", "天地玄黄宇宙洪荒日月，│盈昃辰宿", 10.0, 0.0)]
    [InlineData("T14", 10, "indent", "（天地）玄黄宇宙洪│荒日月盈昃", 8.5, 0.0)]
    [InlineData("T15", 10, "indent keep", "（天地）玄黄宇宙│洪荒日月盈昃", 8.0, 0.0)]
    [InlineData("T16", 12, None, "他说：“好。”就走了", 9.0, 0.0)]
    [InlineData("T17", 12, None, "读《诗经》《楚辞》后", 9.5, 0.0)]
    [InlineData("T18", 12, None, "（见《诗经》）后记", 8.0, 0.0)]
    [InlineData("T20", 12, None, "什么！！真的？！不会！！！", 9.5, 0.0)]
    [InlineData("T21", 12, None, "天地　“玄黄”　宇宙洪荒日", 12.0, 0.0)]
    [InlineData("T23", 9, None, "天地玄黄宇宙洪荒。”│“日月盈昃辰宿", 9.0, 0.0)]
    [InlineData("T25", 12, "plain", "他说：“好。”就走了", 10.0, 0.0)]
    [InlineData("T26", 12, "hangmobanjiao", "他说：“好。”", 6.5, 0.0)]
    [InlineData("T27", 10, "kaiming", "天地，玄黄：宇宙；洪荒、│日月盈昃", 10.0, 0.0)]
    [InlineData("T29", 10, "banjiao", "天地，玄黄。宇宙（洪荒）│日月盈昃", 10.0, 0.0)]
    [InlineData("T30", 10, None, "天地玄黄宇宙洪荒日月│……盈昃", 10.0, 0.0)]
    [InlineData("T31", 10, "strict", "天地玄黄宇宙洪荒日│月……盈昃", 9.0, 0.125)]
    [InlineData("T32", 10, None, "天地玄黄宇宙洪荒日│——月盈昃", 9.0, 0.125)]
    [InlineData("T35", 10, None, "列奥纳多达芬奇托尔│斯·泰戈尔", 9.0, 0.125)]
    [InlineData("T36", 10, "loose", "列奥纳多达芬奇托尔斯│·泰戈尔", 10.0, 0.0)]
    [InlineData("T37", 10, None, "天地玄黄宇宙洪荒九│月～十二月", 9.0, 0.125)]
    [InlineData("T39", 10, None, "天地玄黄宇宙洪荒共│￥100元", 9.0, 0.125)]
    [InlineData("T40", 10, None, "天地玄黄宇宙洪荒日│50％盈昃", 9.0, 0.125)]
    [InlineData("T42", 10, None, "使用Typst排版中文", 9.0, 0.0)]
    [InlineData("T43", 10, None, "使用 Typst 排版中文", 9.0, 0.0)]
    [InlineData("T44", 10, None, "天地玄黄宇宙，Typst│排版", 9.5, 0.5 / 6)]
    [InlineData("T45", 8, None, "天地玄黄宇Typst│排版", 7.75, 1.0 / 30)]
    [InlineData("T47", 8, None, "天地玄黄宇宙│Typst排版中文", 6.0, 0.4)]
    [InlineData("T49", 9, None, "天地玄黄宇inter│national排版", 8.25, 0.4 / 3)]
    [InlineData("T51", 10, None, "天地玄黄宇宙洪荒日│月盈。", 9.0, 0.125)]
    [InlineData("T51, two marks", 10, None, "天地玄黄宇宙洪荒日│月盈）。", 9.0, 0.125)]
    [InlineData("T53", 30, None, "中文排版需要处理标点符号的宽度，使行首行尾整齐美观。西文单词│word与汉字之间留有空隙，数字2024也一样，阅读更舒适。", 30.0, 0.0)]
    [InlineData("T54", 20, "indent", "“天地玄黄，宇宙洪荒。”先生说：“日月盈│昃，辰宿列张。”学生们齐声念道。", 18.5, 0.0)]
    [InlineData("T56", 30, None, "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律│吕，调阳云腾致雨", 29.0, 1.0 / 28)]
    public void Lines_break_where_the_vector_says(string id, double measure, string options, string lines, double natural, double gap)
    {
        var set = SetText.Of(lines.Replace("│", null, StringComparison.Ordinal), measure, Style(options));
        Assert.True(set.Broken == lines, $"{id}: {set.Broken}");
        Assert.Equal(natural, set.Lines[0].Adjustment.Natural, 0.002);
        Assert.Equal(gap, set.Lines[0].Adjustment.Gap, 0.001);
    }

    [Theory]
    [InlineData("T03", 10, None, "天地玄黄，宇宙洪荒日月盈昃，辰宿列张", 0, 4, 1.0)]
    [InlineData("T04", 10, None, "天地，玄黄，宇宙洪荒。日月盈昃辰宿列张", 0, 2, 0.75)]
    [InlineData("T04", 10, None, "天地，玄黄，宇宙洪荒。日月盈昃辰宿列张", 0, 10, 0.5)]
    [InlineData("T20", 12, None, "什么！！真的？！不会！！！", 0, 3, 0.5)]
    [InlineData("T35", 10, None, "列奥纳多达芬奇托尔斯·泰戈尔", 1, 1, 0.5)]
    [InlineData("T45", 8, None, "天地玄黄宇Typst排版", 0, 4, 1 + 0.25 + (1.0 / 12) + (1.0 / 30))]
    [InlineData("T54", 20, "indent", "“天地玄黄，宇宙洪荒。”先生说：“日月盈昃，辰宿列张。”学生们齐声念道。", 0, 11, 0.5)]
    public void A_mark_is_as_wide_as_the_vector_says(string id, double measure, string options, string text, int line, int glyph, double width)
    {
        var set = SetText.Of(text, measure, Style(options));
        // The opening marks of the test face are drawn half an em before their body (CG2), so only neighbours without them are measured.
        Assert.True(System.Math.Abs(set.Glyphs(line)[glyph].Width - width) < 0.002, $"{id}: {set.Glyphs(line)[glyph]}");
    }

    [Fact]
    public void T14_the_ink_of_a_bracket_after_the_indent_starts_at_two_em()
    {
        var set = SetText.Of("（天地）玄黄宇宙洪荒日月盈昃", 10, Style("indent"));
        Assert.Equal(1.5, set.Glyphs(0)[0].X, 0.001);
    }

    [Fact]
    public void T24_a_note_call_sits_in_the_blank_of_the_mark_before_it()
    {
        var set = SetText.Of([SetText.Piece("天地"), SetText.Piece("①", TextKind.Reference), SetText.Piece("，玄黄。"), SetText.Piece("①", TextKind.Reference), SetText.Piece("宇宙")], 12);
        Assert.Equal(8.5, set.Lines[0].Width / SetText.Em, 0.001);
    }

    [Fact]
    public void T43_a_gap_looks_through_emphasis()
    {
        var set = SetText.Of([SetText.Piece("使用 "), SetText.Piece("Typst"), SetText.Piece(" 排版中文")], 10);
        Assert.Equal(9, set.Lines[0].Width / SetText.Em, 0.001);
    }

    [Fact]
    public void T47_a_loose_line_is_reported()
    {
        var set = SetText.Of("天地玄黄宇宙Typst排版中文", 8);
        Assert.Equal(["LINE001"], set.Findings.Select(f => f.Kind.Id));
    }

    [Fact]
    public void An_address_breaks_inside_a_piece_before_a_line_gapes() // BR8, JU7
    {
        var set = SetText.Of("资料见https://example.org/observability一节", 12);
        Assert.Empty(set.Findings);
        Assert.DoesNotContain("-", set.Broken, StringComparison.Ordinal);
        Assert.All(set.Lines.SkipLast(1), l => Assert.True(l.Adjustment.Gap < 0.25));
    }

    private static ParagraphStyle Style(string options)
    {
        var style = new ParagraphStyle(0, 0);
        foreach (var option in options.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            style = option == "indent" ? style with { FirstIndent = 2 } : style with { Composition = With(style.Composition, option) };
        }

        return style;
    }

    private static Composition With(Composition composition, string option) => option switch
    {
        "full" => composition with { LineEnd = LineEnd.Full },
        "auto" => composition with { LineEnd = LineEnd.Auto },
        "hang" => composition with { LineEnd = LineEnd.Hang },
        "keep" => composition with { TrimsLineStart = false },
        "plain" => composition with { Punctuation = PunctuationStyle.Plain },
        "hangmobanjiao" => composition with { Punctuation = PunctuationStyle.LineEndHalf },
        "kaiming" => composition with { Punctuation = PunctuationStyle.Kaiming },
        "banjiao" => composition with { Punctuation = PunctuationStyle.HalfWidth },
        "strict" => composition with { Level = BreakLevel.Strict },
        "loose" => composition with { Level = BreakLevel.Loose },
        _ => throw new ArgumentOutOfRangeException(nameof(option), option, null),
    };
}
