using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Reading.Markdown;

/// <summary>What real manuscripts have and no other test names: a row each.</summary>
public sealed class ManuscriptRowsTests
{
    [Theory]
    [InlineData("3. 甲\n4. 乙", "list from 3 tight\n  item\n    paragraph\n      text \"甲\"\n  item\n    paragraph\n      text \"乙\"")]
    [InlineData("甲\r\n乙\n丙", "paragraph\n  text \"甲乙丙\"")]
    [InlineData("甲", "paragraph\n  text \"甲\"")]
    [InlineData("## 用 `cargo` 建 [项目](b.md)", "heading 2  #\n  text \"用 \"\n  code \"cargo\"\n  text \" 建 \"\n  link \"b.md\"\n    text \"项目\"")]
    [InlineData("# 熵 $H(x)$ 🚀", "heading 1  #\n  text \"熵 \"\n  math \"H(x)\"\n  text \" 🚀\"")]
    [InlineData("- [x] 甲\n- [ ] 乙", "list tight\n  item [x]\n    paragraph\n      text \"甲\"\n  item [ ]\n    paragraph\n      text \"乙\"")]
    [InlineData("<div>\n\n**甲**\n\n</div>", "paragraph\n  strong\n    text \"甲\"")]
    [InlineData("|a|\n|-|\n|`x\\|y`<br>乙|", "table default\n  head\n    cell\n      text \"a\"\n  row\n    cell\n      code \"x|y\"\n      line break\n      text \"乙\"")]
    [InlineData("𠮷野家", "paragraph\n  text \"𠮷野家\"")]
    [InlineData("![图](图片/芽-1.png)", "figure \n  image \"图片/芽-1.png\" alt \"图\"")]
    public void A_manuscript_is_read_as_it_is(string markdown, string tree) => Piece.Gives(markdown, tree);

    [Theory]
    [InlineData("## 题\n\n文", "目录里的题", "题")]
    [InlineData("## 一\n\n文\n\n## 二\n\n文", "目录里的题", "目录里的题")]
    [InlineData("文", "目录里的题", "目录里的题")]
    [InlineData("---\ntitle: 前置的题\n---\n\n文", "目录里的题", "前置的题")]
    [InlineData("# 一\n\n文\n\n# 二\n\n文", "一", "一")]
    public void A_chapter_without_a_first_heading_is_called_what_else_names_it(string markdown, string listed, string title)
    {
        using var book = new TempBook().Add("SUMMARY.md", $"- [{listed}](a.md)\n").Add("a.md", markdown);
        Assert.Equal(title, Assert.Single(book.Read().Chapters).Title);
    }

    [Theory]
    [InlineData("图片/芽 1.png", "![图](图片/芽%201.png)")]
    [InlineData("图片/芽.png", "![图](%E5%9B%BE%E7%89%87/%E8%8A%BD.png)")]
    [InlineData("a(1)/芽.png", "![图](a(1)/芽.png)")]
    public void A_picture_is_found_under_any_name(string file, string markdown)
    {
        using var book = new TempBook().Add("a.md", markdown).Add(file, "x");
        Assert.NotNull(Assert.Single(book.Read().Chapters[0].AllInlines().OfType<Image>()).Picture);
    }
}
