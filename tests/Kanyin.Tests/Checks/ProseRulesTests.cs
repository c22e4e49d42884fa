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

    private static IEnumerable<string> Find(string text)
    {
        using var folder = new Publishing.TemporaryFolder();
        var bag = new DiagnosticBag();
        Checker.Check(BookReader.Read(folder.Write("a.md", $"# 书\n\n{text}\n"), new ReadingOptions(), new DiagnosticBag())!, bag);
        return [.. bag.Sorted.Where(d => d.Kind.Id.StartsWith("TYPO", StringComparison.Ordinal)).Select(d => $"{d.Kind.Id} {d.At.Line}:{d.At.Column} {d.At.File.Text.Substring(d.At.Start, d.At.Length)}")];
    }
}
