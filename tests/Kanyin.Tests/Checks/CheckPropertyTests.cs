using CsCheck;
using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Tests.Reading;
using Xunit;

namespace Kanyin.Tests.Checks;

/// <summary>What must hold for any text, however broken: pieces that rules look for, put together and cut at random.</summary>
public sealed class CheckPropertyTests
{
    private static readonly string[] Pieces =
    [
        "# 第一章 甲\n", "# 第三章 乙\n", "## 1.1 丙\n", "## 1.1\n", "### （二）丁\n", "# 附录B 戊\n", "见第 5 章。", "见 1.9 节", "如图 2-1 所示", "\n\n", "\n", "\r\n", "  ", "- ", "> ", "| a | b |\n| - | - |\n| 图 1-3 x | y |\n",
        "表 1-1 茶\n\n|a|\n|-|\n\n", "![图 1-2 壶](x.png)\n\n", "[甲](#甲)", "[乙](b.md?id=x)", "[x][y]", "[y]: z.md\n", "[丙]（c.md）", "【丁】(https://a.cn/x)", "https://a.cn/。", "<a id=\"甲\"></a>", "[^1]", "[^1]: 注\n", "`", "```\n", "**", "$", "😀", "\t", "(", "]", "{#甲}", "<b>", "&amp;", "\\", "file:///x", "[e](file:///x)", "[h](htps://x)",
    ];

    private static readonly Gen<string> Text = Gen.Select(Gen.Int[0, Pieces.Length - 1].Array[0, 40], Gen.Int[0, 400], Gen.Int[0, 30], (pieces, at, cut) =>
    {
        var text = string.Concat(pieces.Select(i => Pieces[i]));
        var from = Math.Min(at, text.Length);
        return text.Remove(from, Math.Min(cut, text.Length - from));
    });

    [Fact]
    public void No_rule_throws_and_every_place_is_in_its_file() => Text.Sample(
        text =>
        {
            using var book = new TempBook().Add("a.md", "# 甲\n\n" + text).Add("b.md", text);
            var read = book.TryRead();
            var bag = new DiagnosticBag();
            if (read is not null)
            {
                Checker.Check(read, bag);
            }

            Assert.All(bag.Sorted.Concat(book.Bag.Sorted), finding =>
            {
                var at = finding.At;
                Assert.InRange(at.Start, 0, at.File.Text.Length);
                Assert.InRange(at.Start + at.Length, at.Start, at.File.Text.Length);
                if (Excerpt.Of(at) is { } excerpt)
                {
                    Assert.DoesNotContain('\n', excerpt.Text);
                    var firstLine = at.Text.Split('\n', '\r')[0].Trim().Replace('\t', ' ');
                    Assert.True(firstLine.Length > 40 || excerpt.Text.Contains(firstLine, StringComparison.Ordinal), $"{finding}\n{excerpt.Text}\n{firstLine}");
                }
            });
        },
        iter: 400);

    [Fact]
    public void Renumbering_twice_is_renumbering_once() => Text.Sample(
        text =>
        {
            var once = Renumbered("# 第1章 甲\n\n" + text);
            Assert.Equal(once, Renumbered(once));
        },
        iter: 400);

    private static string Renumbered(string text)
    {
        using var book = new TempBook().Add("a.md", text);
        return Kanyin.Books.Checks.Numbers.Renumbering.Of(book.Read()).OrderByDescending(e => e.At.Start)
            .Aggregate(text, (t, edit) => t[..edit.At.Start] + edit.Text + t[(edit.At.Start + edit.At.Length)..]);
    }
}
