using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Reading;
using Xunit;

namespace Kanyin.Tests.Checks;

/// <summary>typography.md section 8: where findings point to, and what is left alone.</summary>
public sealed class ProseRulesTests
{
    [Theory]
    [InlineData("> - **好**,\n>   走.", "TYPO001 3:10 ,", "TYPO001 4:6 .")]
    [InlineData("他[说](b)\"好\"[^1]。\n\n[^1]: 注,解。", "TYPO003 3:8 \"好\"", "TYPO001 5:8 ,")]
    [InlineData("| 甲 |\n| --- |\n| \\| 好,走 |", "TYPO001 5:7 ,")]
    [InlineData("A &amp; B 好,走", "TYPO001 3:12 ,")]
    [InlineData("Foo\nbar 好,走", "TYPO001 4:6 ,")]
    [InlineData("好<b>走</b>,吧", "TYPO001 3:10 ,")]
    [InlineData("## 第1章 好,走", "TYPO001 3:9 ,")]
    [InlineData("![图,中](a.png)", "TYPO001 3:4 ,")]
    public void A_finding_points_at_the_characters_in_the_file(string text, params string[] expected) => Assert.Equal(expected, Find(text));

    // The traps that other checkers fall into.
    [Theory]
    [InlineData("## 第1章 绪论")]
    [InlineData("（见图 1）")]
    [InlineData("他说“好”")]
    [InlineData("真的吗？？")]
    [InlineData("他叫 Foo, Inc. 和 a.b，见 `好,走`、$a,b$ 和 <https://a.cn/?好,走>。")]
    [InlineData("これは,日本語です。")]
    [InlineData("The word 好, which means good, is common.")]
    [InlineData("图 2-1 到图 2-3，2020-10-01，GPT-4，v1.2。")]
    [InlineData("[7] 张三,李四.网络的历史[J].通信,2022,33(1):1-5.")]
    [InlineData("镜像名:标签")]
    public void Sound_text_is_left_alone(string text) => Assert.Empty(Find(text));

    // What stands on either side of each rule's border.
    [Theory]
    [InlineData("他说(内容)好。", "TYPO002 Write （内容）")] // PU02
    [InlineData("他说(一二三四五六七八九十甲乙)好。", "TYPO002 Write （一二三四五六七八九十甲乙）")] // twelve are shown
    [InlineData("他说(一二三四五六七八九十甲乙丙)好。", "TYPO002 Write （…）")]
    [InlineData("他说(版本 v2)好。", "TYPO002 Write （版本 v2）")] // some Han are enough
    [InlineData("看\"a 好\"吧。", "TYPO003 Write “…”")] // PU03
    [InlineData("尺寸是5\"的屏。")] // inches
    [InlineData("好：）吧；）了。")] // PU06: faces
    [InlineData("好，1）甲，a）乙，十）丙。")] // and entries
    [InlineData("好）吧。", "TYPO006 ")]
    [InlineData("他说「好」。", "TYPO019 Write “…”")] // PU19
    [InlineData("他说『好』。", "TYPO019 Write ‘…’ inside “…”")]
    [InlineData("字｡", "TYPO021 Write 。")] // WD02
    [InlineData("字ｶﾞﾊﾟﾊﾞｱﾟ", "TYPO021 Write ガパバア゜")]
    [InlineData("字\u00A0好。", "TYPO027 Write a space, or nothing.")] // SP06
    [InlineData("字\u202F好。", "TYPO027 Write a space, or nothing.")]
    [InlineData("a\u00A0b 字\u202F1。", "TYPO027 Write a space, or nothing.")]
    [InlineData("a\u202Fb 字。")] // between Latin it is meant
    [InlineData("字\uFFFD好。", "TYPO027 Look up in an older copy what stood here.")]
    [InlineData("字\uE000\uF8FF好。", "TYPO027 Write the character itself: only one font knows what this is.")]
    [InlineData("字\u200B好。", "TYPO027 Remove it.")]
    [InlineData("字\u200D好。", "TYPO027 Remove it.")] // a joiner
    [InlineData("👩\u200D🚀好。")] // that an emoji needs
    public void A_rule_begins_where_its_text_says(string text, params string[] expected) =>
        Assert.Equal(expected, Diagnostics(text).Select(d => $"{d.Kind.Id} {d.Hint}"));

    [Theory]
    [InlineData("他说\"好\"吧。", "他说“好”吧。")] // PU03
    [InlineData("他说\"好\"，\"行\"。", "他说“好”，“行”。")]
    [InlineData("他说\" 好\"吧。", "他说\" 好\"吧。")]
    [InlineData("他说\"好 \"吧。", "他说\"好 \"吧。")]
    [InlineData("他说a\"好\"吧。", "他说a\"好\"吧。")]
    [InlineData("他说\"好\"a吧。", "他说\"好\"a吧。")]
    [InlineData("他说\"ok\"吧。", "他说\"ok\"吧。")] // Latin alone may be code
    [InlineData("他说“\"好\"吧”。", "他说“\"好\"吧”。")]
    public void Straight_quotes_are_turned_only_where_they_are_certain(string text, string expected)
    {
        var edits = Diagnostics(text).Where(d => d.Kind.Id == "TYPO003").SelectMany(d => d.Fix).OrderByDescending(e => e.At.Start).ToList();
        var file = Source(text);
        edits.ForEach(e => file = file.Remove(e.At.Start, e.At.Length).Insert(e.At.Start, e.Text));
        Assert.Equal(Source(expected), file);
    }

    private static string Source(string text) => $"# 书\n\n{text}\n";

    private static IEnumerable<string> Find(string text) =>
        Diagnostics(text).Select(d => $"{d.Kind.Id} {d.At.Line}:{d.At.Column} {d.At.File.Text.Substring(d.At.Start, d.At.Length)}");

    private static List<Diagnostic> Diagnostics(string text)
    {
        using var folder = new Publishing.TemporaryFolder();
        var bag = new DiagnosticBag();
        Checker.Check(BookReader.Read(folder.Write("a.md", Source(text)), new ReadingOptions(), new DiagnosticBag())!, bag);
        return [.. bag.Sorted.Where(d => d.Kind.Id.StartsWith("TYPO", StringComparison.Ordinal))];
    }
}
