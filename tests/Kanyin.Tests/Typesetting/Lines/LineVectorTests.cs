using System.Text.Json;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.Typesetting.Lines;

/// <summary>The test vectors of typography.md section 9, by id, as `kanyin lines` shows them. P1 and P3 are in PageBreakerTests, N1 in HanNumeralTests, N2 in NumberRulesTests.</summary>
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
    [InlineData("T11", 10, "--line-end full", "天地玄黄宇宙洪荒日，│月盈昃辰", 10.0, 0.0)]
    [InlineData("T12", 10, "--line-end auto", "天地玄黄宇宙洪荒日，│月盈昃辰", 10.0, 0.0)]
    [InlineData("T13", 10, "--line-end hang", "天地玄黄宇宙洪荒日月，│盈昃辰宿", 10.0, 0.0)]
    [InlineData("T14", 10, "--indent 2", "（天地）玄黄宇宙洪│荒日月盈昃", 10.5, 0.0)]
    [InlineData("T15", 10, "--indent 2 --line-start keep", "（天地）玄黄宇宙│洪荒日月盈昃", 10.0, 0.0)]
    [InlineData("T16", 12, None, "他说：“好。”就走了", 9.0, 0.0)]
    [InlineData("T17", 12, None, "读《诗经》《楚辞》后", 9.5, 0.0)]
    [InlineData("T18", 12, None, "（见《诗经》）后记", 8.0, 0.0)]
    [InlineData("T20", 12, None, "什么！！真的？！不会！！！", 9.5, 0.0)]
    [InlineData("T21", 12, None, "天地　“玄黄”　宇宙洪荒日", 12.0, 0.0)]
    [InlineData("T23", 9, None, "天地玄黄宇宙洪荒。”│“日月盈昃辰宿", 9.0, 0.0)]
    [InlineData("T24", 12, None, "天地①，玄黄。①宇宙", 8.5, 0.0)]
    [InlineData("T25", 12, "--style plain", "他说：“好。”就走了", 10.0, 0.0)]
    [InlineData("T26", 12, "--style hangmobanjiao", "他说：“好。”", 6.5, 0.0)]
    [InlineData("T27", 10, "--style kaiming", "天地，玄黄：宇宙；洪荒、│日月盈昃", 10.0, 0.0)]
    [InlineData("T29", 10, "--style banjiao", "天地，玄黄。宇宙（洪荒）│日月盈昃", 10.0, 0.0)]
    [InlineData("T30", 10, None, "天地玄黄宇宙洪荒日月│……盈昃", 10.0, 0.0)]
    [InlineData("T31", 10, "--level strict", "天地玄黄宇宙洪荒日│月……盈昃", 9.0, 0.125)]
    [InlineData("T32", 10, None, "天地玄黄宇宙洪荒日│——月盈昃", 9.0, 0.125)]
    [InlineData("T34", 8, None, "天地玄黄宇宙⸺│洪荒", 8.0, 0.0)]
    [InlineData("T35", 10, None, "列奥纳多达芬奇托尔│斯·泰戈尔", 9.0, 0.125)]
    [InlineData("T36", 10, "--level loose", "列奥纳多达芬奇托尔斯│·泰戈尔", 10.0, 0.0)]
    [InlineData("T37", 10, None, "天地玄黄宇宙洪荒九│月～十二月", 9.0, 0.125)]
    [InlineData("T39", 10, None, "天地玄黄宇宙洪荒共│￥100元", 9.0, 0.125)]
    [InlineData("T40", 10, None, "天地玄黄宇宙洪荒日│50％盈昃", 9.0, 0.125)]
    [InlineData("T42", 10, None, "使用Typst排版中文", 9.0, 0.0)]
    [InlineData("T43", 10, None, "使用 Typst 排版中文", 9.0, 0.0)]
    [InlineData("T43, bold", 10, None, "使用 **Typst** 排版中文", 9.0, 0.0)]
    [InlineData("T44", 10, None, "天地玄黄宇宙，Typst│排版", 9.5, 0.5 / 6)]
    [InlineData("T45", 8, None, "天地玄黄宇Typst│排版", 7.75, 1.0 / 30)]
    [InlineData("T47", 8, None, "天地玄黄宇宙│Typst排版中文", 6.0, 0.4)]
    [InlineData("T49", 9, None, "天地玄黄宇inter-│national排版", 8.25, 0.4 / 3)]
    [InlineData("T51", 10, None, "天地玄黄宇宙洪荒日│月盈。", 9.0, 0.125)]
    [InlineData("T51, two marks", 10, None, "天地玄黄宇宙洪荒日│月盈）。", 9.0, 0.125)]
    [InlineData("T53", 30, None, "中文排版需要处理标点符号的宽度，使行首行尾整齐美观。西文单词│word与汉字之间留有空隙，数字2024也一样，阅读更舒适。", 30.0, 0.0)]
    [InlineData("T54", 20, "--indent 2", "“天地玄黄，宇宙洪荒。”先生说：“日月盈│昃，辰宿列张。”学生们齐声念道。", 20.5, 0.0)]
    [InlineData("T56", 30, None, "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律│吕，调阳云腾致雨", 29.0, 1.0 / 28)]
    public void Lines_break_where_the_vector_says(string id, double measure, string options, string lines, double natural, double gap)
    {
        var set = Lines(measure, options, lines.Replace("│", null, StringComparison.Ordinal));
        Assert.Equal((id, lines.Replace("**", null, StringComparison.Ordinal)), (id, string.Join('│', set.Texts)));
        Assert.Equal(natural, set.Line(0).GetProperty("natural").GetDouble(), 0.001);
        Assert.Equal(gap, set.Line(0).GetProperty("gap").GetDouble(), 0.001);
    }

    [Theory]
    [InlineData("T03", 10, None, "天地玄黄，宇宙洪荒日月盈昃，辰宿列张", "，1 ，1")]
    [InlineData("T04", 10, None, "天地，玄黄，宇宙洪荒。日月盈昃辰宿列张", "，.75 ，.75 。.5")]
    [InlineData("T05", 10, None, "天地玄黄宇宙洪荒日（月盈）昃辰宿", "（.5 ）1")]
    [InlineData("T07", 10, None, "天地玄黄宇宙洪荒日月（盈昃）辰宿列张寒来", "（.5 ）1")]
    [InlineData("T08", 10, None, "天地玄黄宇宙洪荒日。”月盈昃辰宿列", "。.5 ”.5")]
    [InlineData("T10", 10, None, "天地玄黄宇宙洪荒日，月盈昃辰", "，.5")]
    [InlineData("T11", 10, "--line-end full", "天地玄黄宇宙洪荒日，月盈昃辰", "，1")]
    [InlineData("T12", 10, "--line-end auto", "天地玄黄宇宙洪荒日，月盈昃辰", "，1")]
    [InlineData("T14", 10, "--indent 2", "（天地）玄黄宇宙洪荒日月盈昃", "（.5 ）.5")]
    [InlineData("T15", 10, "--indent 2 --line-start keep", "（天地）玄黄宇宙洪荒日月盈昃", "（1 ）1")]
    [InlineData("T16", 12, None, "他说：“好。”就走了", "：1 “.5 。.5 ”1")]
    [InlineData("T17", 12, None, "读《诗经》《楚辞》后", "《1 》1 《.5 》1")]
    [InlineData("T18", 12, None, "（见《诗经》）后记", "（.5 《1 》.5 ）1")]
    [InlineData("T20", 12, None, "什么！！真的？！不会！！！", "！.5 ！.5 ？.5 ！.5 ！.5 ！.5 ！.5")]
    [InlineData("T20, before Han", 14, None, "不会！！！再来", "！.5 ！.5 ！1")]
    [InlineData("T21", 12, None, "天地　“玄黄”　宇宙洪荒日", "“.5 ”.5")]
    [InlineData("T24", 12, None, "天地①，玄黄。①宇宙", "，1 。.5")]
    [InlineData("T25", 12, "--style plain", "他说：“好。”就走了", "：1 “1 。1 ”1")]
    [InlineData("T26", 12, "--style hangmobanjiao", "他说：“好。”", "：1 “1 。1 ”.5")]
    [InlineData("T27", 10, "--style kaiming", "天地，玄黄：宇宙；洪荒、日月盈昃", "，.5 ：.5 ；.5 、.5")]
    [InlineData("T29", 10, "--style banjiao", "天地，玄黄。宇宙（洪荒）日月盈昃", "，.5 。.5 （.5 ）.5")]
    [InlineData("T32", 10, None, "天地玄黄宇宙洪荒日——月盈昃", "——2")]
    [InlineData("T34", 8, None, "天地玄黄宇宙⸺洪荒", "⸺2")]
    [InlineData("T35", 10, None, "列奥纳多达芬奇托尔斯·泰戈尔", "·.5")]
    [InlineData("T54", 20, "--indent 2", "“天地玄黄，宇宙洪荒。”先生说：“日月盈昃，辰宿列张。”学生们齐声念道。", "“.5 ，1 。.5 ”.5 ：1 “.5 ，1 。.5 ”1 。.5")]
    [InlineData("CL3", 14, "--language zh-Hant-TW", "他說：「好。」天，地！？", "：1 「.5 。1 」1 ，1 ！1 ？1")]
    [InlineData("PW6 and an opener", 14, None, "什么！！（再来）", "！.5 ！.5 （1 ）.5")]
    public void A_mark_is_as_wide_as_the_vector_says(string id, double measure, string options, string text, string marks)
    {
        var found = Lines(measure, options, text).Glyphs.Where(g => g.Class is not ("HAN" or "LAT" or "REF" or "IDSP"))
            .Select(g => g.Char + g.Width.ToString("#.##", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((id, marks), (id, string.Join(' ', found)));
    }

    [Theory]
    [InlineData("Q1", "don’t 和 ’90s", "’", "LAT LAT")]
    [InlineData("Q2", "他说“hello”了", "“”", "OPEN CLOSE")]
    [InlineData("Q3", "He said “你好”", "“”", "OPEN CLOSE")]
    [InlineData("Q6", "1937—1945", "—", "CONN")]
    [InlineData("Q6", "是的——他", "—", "DASH")]
    [InlineData("Q6", "re-use", "-", "LAT")]
    public void A_shared_character_has_the_class_that_the_vector_says(string id, string text, string of, string classes)
    {
        var found = Lines(20, None, text).Glyphs.Where(g => of.Contains(g.Char[0], StringComparison.Ordinal)).Select(g => g.Class);
        Assert.Equal((id, classes), (id, string.Join(' ', found)));
    }

    [Theory]
    [InlineData("T14", "--indent 2", "（天地）玄黄宇宙洪荒日月盈昃", "（", 2.0)] // the ink of a bracket after the indent
    [InlineData("T54", "--indent 2", "“天地玄黄”", "“", 2.0)]
    [InlineData("T13", "--line-end hang", "天地玄黄宇宙洪荒日月，盈昃辰宿", "，", 10.0)] // outside the measure
    public void A_glyph_stands_where_the_vector_says(string id, string options, string text, string of, double x) =>
        Assert.Equal((id, x), (id, Lines(10, options, text).Glyphs.First(g => g.Char == of).X));

    [Fact]
    public void T45_a_gap_to_Latin_is_stretched_first_and_then_opened()
    {
        var glyphs = Lines(8, None, "天地玄黄宇Typst排版").Glyphs.ToList();
        var gap = glyphs[5].X - (glyphs[4].X + glyphs[4].Width);
        Assert.Equal(0.25 + (1.0 / 12) + (1.0 / 30), gap, 0.002);
    }

    [Theory]
    [InlineData("T04", 10, "天地，玄黄，宇宙洪荒。日月盈昃辰宿列张", "S4-0.5")]
    [InlineData("T44", 10, "天地玄黄宇宙，Typst排版", "E30.5")]
    [InlineData("T47", 8, "天地玄黄宇宙Typst排版中文", "E31.25 E40.75")]
    [InlineData("T54", 18, "“天地玄黄，宇宙洪荒。”先生说：“日月盈昃，辰宿列张。”学生们齐声念道。", "S3-0.5")]
    public void The_tiers_that_gave_or_took_are_told(string id, double measure, string text, string tiers)
    {
        var adjust = Lines(measure, None, text).Line(0).GetProperty("adjust").EnumerateObject().Where(t => t.Value.GetDouble() != 0);
        Assert.Equal((id, tiers), (id, string.Join(' ', adjust.Select(t => t.Name + Math.Round(t.Value.GetDouble(), 2).ToString(System.Globalization.CultureInfo.InvariantCulture)))));
    }

    [Fact]
    public void T47_a_loose_line_is_reported() =>
        Assert.Contains("LINE001", Lines(8, None, "天地玄黄宇宙Typst排版中文").Root.GetProperty("findings")[0].GetString(), StringComparison.Ordinal);

    [Fact]
    public void An_address_breaks_inside_a_piece_before_a_line_gapes() // BR8, JU7
    {
        var set = Lines(12, None, "资料见https://example.org/observability一节");
        Assert.Equal(0, set.Root.GetProperty("findings").GetArrayLength());
        Assert.DoesNotContain(set.Texts, t => t.EndsWith('-'));
    }

    [Theory]
    [InlineData("--measure", "0")]
    [InlineData("--measure", "abc")]
    [InlineData("--measure", "10", "--indent", "10")]
    [InlineData("--measure", "10", "--style", "half")]
    public void A_wrong_option_is_a_plain_message(params string[] options)
    {
        var run = ToolRun.Run(["lines", .. options, "天地"]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_a_paragraph_is_taken_as_words() => Assert.Equal(["# 天地"], Lines(10, None, "# 天地").Texts);

    private static Answer Lines(double measure, string options, string text)
    {
        var run = ToolRun.Run(["lines", "--measure", measure.ToString(System.Globalization.CultureInfo.InvariantCulture), .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), text]);
        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        return new Answer(JsonDocument.Parse(run.Output).RootElement);
    }

    private sealed record Answer(JsonElement Root)
    {
        public IEnumerable<string> Texts => Root.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("text").GetString()!);

        public IEnumerable<(string Char, double X, double Width, string Class)> Glyphs => Root.GetProperty("glyphs").EnumerateArray()
            .Select(g => (g.GetProperty("char").GetString()!, g.GetProperty("x").GetDouble(), g.GetProperty("width").GetDouble(), g.GetProperty("class").GetString()!));

        public JsonElement Line(int index) => Root.GetProperty("lines")[index];
    }
}
