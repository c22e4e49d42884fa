using Xunit;

namespace Kanyin.Tests.Reading.Markdown;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("若$x$为", "x")]
    [InlineData("即$a_1$，$", "a_1")]
    [InlineData("$E = mc^2$", "E = mc^2")]
    [InlineData("$ x $ 是", "x")]
    [InlineData("3$\\times$3 卷积", "\\times")]
    [InlineData("$x^{*}_{*}$", "x^{*}_{*}")]
    [InlineData("$\\$5$", "\\$5")]
    [InlineData("$`a_b`$", "a_b")]
    [InlineData("其中 $$x+y$$，有", "x+y")]
    [InlineData("$p(\\text{中文}|x)$", "p(\\text{中文}|x)")]
    [InlineData("|$|x|$|\n|-|", "|x|")]
    [InlineData("若\\(x^2\\)为", "x^2")]
    [InlineData("若 \\( n \\) 为", "n")]
    [InlineData("其中 \\[a=b\\]，有", "a=b")]
    public void A_formula_keeps_its_TeX(string markdown, string tex) =>
        Assert.Contains($"math \"{tex.Replace("\\", "\\\\", StringComparison.Ordinal)}\"", Piece.Tree(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("$5 和 $6")]
    [InlineData("花$5和$6元")]
    [InlineData("US$5 与 US$6")]
    [InlineData("$PATH:$HOME")]
    [InlineData("变量 $PATH 和 $HOME")]
    [InlineData("echo $A和$B")]
    [InlineData("一个 $ 号")]
    [InlineData("两个 $$ 号")]
    public void Prices_and_variables_are_text(string text) => Piece.Gives(text, $"paragraph\n  text \"{text}\"");

    [Theory]
    [InlineData("\\[注\\]", "[注]")]
    [InlineData("\\[1\\] 和 \\(见下\\)", "[1] 和 (见下)")]
    [InlineData("\\[ 没有完", "[ 没有完")]
    public void Escaped_brackets_are_text(string markdown, string text) => Piece.Gives(markdown, $"paragraph\n  text \"{text}\"");

    [Fact]
    public void Code_keeps_its_dollars() => Piece.Gives("`$a` 与 `$b`", "paragraph\n  code \"$a\"\n  text \" 与 \"\n  code \"$b\"");

    [Theory]
    [InlineData("$$\nx\n\n*y*\n$$", "formula \"x\\n\\n*y*\"")]
    [InlineData("$$\\begin{aligned}\na &= b \\\\\n\\end{aligned}$$", "formula \"\\\\begin{aligned}\\na &= b \\\\\\\\\\n\\\\end{aligned}\"")]
    [InlineData("\\[\nx\n\\]", "formula \"x\"")]
    [InlineData("\\[ x^2 \\]", "formula \"x^2\"")]
    [InlineData("```math\nx\ny\n```", "formula \"x\\ny\"")]
    [InlineData("$$ x $$", "formula \"x\"")]
    [InlineData("> $$\n> x\n> $$", "quote\n  formula \"x\"")]
    [InlineData("- 甲\n  $$\n  x\n  $$", "list tight\n  item\n    paragraph\n      text \"甲\"\n    formula \"x\"")]
    [InlineData("$$\nx\n$$，其中", "formula \"x\"\nparagraph continued\n  text \"，其中\"")]
    [InlineData("$$ 没有完", "paragraph\n  text \"$$ 没有完\"")]
    public void Double_dollars_on_their_own_lines_are_a_display(string markdown, string tree) => Piece.Gives(markdown, tree);
}
