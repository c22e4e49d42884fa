using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Reading.Markdown;

/// <summary>The traps of real manuscripts, a row for each.</summary>
public sealed class AccidentTests
{
    [Theory]
    [InlineData("###标题", "heading 3  #\n  text \"标题\"", "READ043@1:1")]
    [InlineData("甲\n##2.1 题\n乙", "paragraph\n  text \"甲\"\nheading 2  #\n  text \"2.1 题\"\nparagraph\n  text \"乙\"", "READ043@2:1")]
    [InlineData("#话题 文", "paragraph\n  text \"#话题 文\"", "")]
    [InlineData("这是一句话。\n---\n后", "paragraph\n  text \"这是一句话。\"\nbreak\nparagraph\n  text \"后\"", "READ044@1:1")]
    [InlineData("标题\n---", "heading 2  #\n  text \"标题\"", "")]
    [InlineData("甲。\n\n    这是**一段**缩进了四格的话。\n\n乙", "paragraph\n  text \"甲。\"\nparagraph\n  text \"这是\"\n  strong\n    text \"一段\"\n  text \"缩进了四格的话。\"\nparagraph\n  text \"乙\"", "READ045@3:5")]
    [InlineData("甲\n\n    用户：你好，请介绍一下这个项目。\n\n乙", "paragraph\n  text \"甲\"\ncode \"用户：你好，请介绍一下这个项目。\"\nparagraph\n  text \"乙\"", "")]
    [InlineData("甲\n\n    第一行是一个很长的句子。\n    第二行也是一个句子。", "paragraph\n  text \"甲\"\ncode \"第一行是一个很长的句子。\\n第二行也是一个句子。\"", "")]
    [InlineData("甲\n\n    打印(\"中文\");", "paragraph\n  text \"甲\"\ncode \"打印(\\\"中文\\\");\"", "")]
    [InlineData("|a|b|\n|-|-|\n|c|d|\n后面的话", "table default default\n  head\n    cell\n      text \"a\"\n    cell\n      text \"b\"\n  row\n    cell\n      text \"c\"\n    cell\n      text \"d\"\nparagraph\n  text \"后面的话\"", "")]
    [InlineData("![说明](a b (1).png)", "figure \n  image \"a b (1).png\" alt \"说明\"\n  text \"说明\"", "READ046@1:1")]
    [InlineData("[文](my file.md#甲)后", "paragraph\n  link \"my file.md#甲\"\n    text \"文\"\n  text \"后\"", "READ046@1:1")]
    [InlineData("![说明](a(1).png)", "figure \n  image \"a(1).png\" alt \"说明\"\n  text \"说明\"", "")]
    [InlineData("甲[1](见下文 乙)", "paragraph\n  text \"甲[1](见下文 乙)\"", "")]
    [InlineData("**A****B**", "paragraph\n  strong\n    text \"AB\"", "")]
    [InlineData("** 甲**与乙", "paragraph\n  text \"** 甲**与乙\"", "READ027@1:1")]
    [InlineData("- 甲\n\t- 乙", "list tight\n  item\n    paragraph\n      text \"甲\"\n    list tight\n      item\n        paragraph\n          text \"乙\"", "")]
    public void An_accident_is_read_as_it_was_meant(string markdown, string tree, string findings)
    {
        Piece.Gives(markdown, tree);
        Assert.Equal(findings, Piece.Read(markdown).Findings);
    }

    [Fact]
    public void A_line_of_ten_thousand_characters_is_one_paragraph()
    {
        var line = string.Concat(Enumerable.Repeat("天地玄黄，**宇宙**洪荒。", 1000));
        Assert.StartsWith("paragraph", Piece.Tree(line), StringComparison.Ordinal);
        Assert.Equal("", Piece.Read(line).Findings);
    }

    [Theory]
    [InlineData("![图](img/a%20b.png)")]
    [InlineData("![图](img\\a%20b.png)")]
    [InlineData("![图](/img/a%20b.png)")]
    [InlineData("![图](IMG/A%20b.PNG)")]
    [InlineData("![图](<img/a b.png>)")]
    [InlineData("![图](img/100%.png)")]
    [InlineData("![图](img/c%20d.png)")]
    public void A_picture_is_found_however_its_address_is_written(string markdown)
    {
        using var book = new TempBook().Add("a.md", markdown).Add("img/a b.png", "x").Add("img/100%.png", "x").Add("img/c%20d.png", "x");
        Assert.NotNull(Assert.Single(book.Read().Chapters[0].Blocks.OfType<Figure>()).Image.Picture);
    }
}
