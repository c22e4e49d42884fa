using Xunit;

namespace Kanyin.Tests.Reading.Markdown;

public sealed class UnreadLinkTests
{
    [Theory]
    [InlineData("见[甲][a]。\n\n[a]: a.md\n", "")]
    [InlineData("见[a]。\n\n[a]: a.md\n", "")]
    [InlineData("![图][a]\n\n[a]: a.png\n", "")]
    [InlineData("正文。\n\n[a]: a.md\n", "READ031@3:1")]
    [InlineData("正文。\n\n[//]: # (批注)\n[comment]: <> (批注)\n", "")]
    [InlineData("见[甲][b]。", "READ032@1:2")]
    [InlineData("数组 `a[i][j]`，即 a[i][j]，见 [1][2] 与 \\[甲][b]。", "")]
    [InlineData("见[甲](第 一 章.md)。", "READ046@1:2")]
    [InlineData("见[甲](第 一 章.md#节 一)。", "")]
    [InlineData("见[甲](<第 一 章.md>)。", "")]
    [InlineData("见![图](a b.png)。", "READ046@1:2")]
    [InlineData("见[甲](a.md \"b.md\")。", "")]
    [InlineData("见[甲]（a.md）。", "READ033@1:2")]
    [InlineData("见【甲】(a.md)。", "READ033@1:2")]
    [InlineData("见【甲】（附录 a.md）与 [x]（注）。", "")]
    public void What_looks_like_a_link_and_is_none_is_told(string text, string findings) => Assert.Equal(findings, Piece.Read(text).Findings);
}
