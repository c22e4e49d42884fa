using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Reading.Resolving;

public sealed class ReferencesTests
{
    private const string Chapter =
        """
        # 第3章 水

        ## 3.1 水温 {#temperature}

        ### 一、热水

        文<a id="here"></a>

        ![壶](a.png "图 3-1 壶"){#fig-pot width=50%}

        ![叶](a.png "叶子"){#fig-leaf}

        表 3-2 茶 {#tbl-tea}

        |a|
        |-|
        |1|

        <a id="loose"></a>

        ```c {#lst-brew title="代码 3-1 a.c"}
        x
        ```

        图标![茶](b.png){#icon}在句子里。

        ## “好”水

        """;

    [Theory] // BR4: the label is one word, its blanks are no-break spaces (~)
    [InlineData("a.md", "第~3~章")]
    [InlineData("#第3章-水", "第~3~章")]
    [InlineData("#temperature", "3.1~节")]
    [InlineData("#一热水", "“热水”")]
    [InlineData("#here", "“热水”")]
    [InlineData("#fig-pot", "图~3-1")]
    [InlineData("#fig-leaf", "“叶子”")]
    [InlineData("#tbl-tea", "表~3-2")]
    [InlineData("#lst-brew", "代码~3-1")]
    [InlineData("#loose", "代码~3-1")]
    [InlineData("#icon", "“热水”")]
    [InlineData("#好水", "“‘好’水”")]
    [InlineData("b.md", "《读〈茶经〉》")]
    [InlineData("c.md", "附录~A")]
    [InlineData("d.md", "第一章")]
    [InlineData("d.md#第二节-甲", "第一章第二节")]
    [InlineData("e.md", "第~1~章")]
    [InlineData("https://example.com/", "https://example.com/")]
    public void A_link_without_words_says_what_its_target_is_called(string address, string words)
    {
        using var book = new TempBook().Add("a.md", Chapter).Add("b.md", "# 读《茶经》").Add("c.md", "# 附录A 茶").Add("d.md", "# 第一章 甲\n\n## 第一节 甲\n\n## 第二节 甲")
            .Add("e.md", "# 1. 甲\n\n# 2. 乙").Add("z.md", $"# 末\n\n见[]({(address[0] == '#' ? "a.md" + address : address)})。");
        var link = Assert.Single(book.Read().Chapters[^1].AllInlines().OfType<Link>());
        Assert.Equal(words, PlainText.Of(link.Inlines).Replace('\u00A0', '~'));
        Assert.Empty(book.Findings);
    }

    [Fact]
    public void References_follow_the_computed_numbers()
    {
        using var book = new TempBook().Add("book.yml", "numbering: auto\nscheme: han").Add("a.md", "# 甲\n\n## 乙\n\n见[](b.md#戊)、[](#乙)、[](b.md#fig)。").Add("b.md", "# 丙\n\n## 丁\n\n## 戊\n\n![x](a.png \"己\"){#fig}");
        Assert.Equal("第二章第二节 第一章第一节 图\u00A02-1", string.Join(' ', book.Read().Chapters[0].AllInlines().OfType<Link>().Select(l => PlainText.Of(l.Inlines))));
    }

    [Fact]
    public void The_word_for_page_asks_for_the_page_and_is_no_title()
    {
        using var book = new TempBook().Add("a.md", "# 甲\n\n[](a.md \"页\")[文](a.md \"页\")[文](a.md \"题\")");
        Assert.Equal([(true, true, null), (false, true, null), (false, false, "题")], book.Read().Chapters[0].AllInlines().OfType<Link>().Select(l => (l.IsReference, l.ShowsPage, l.Title)));
    }

    [Fact] // d2lbook and MyST
    public void A_label_counts_in_the_whole_book()
    {
        using var book = new TempBook().Add("a.md", "# 第1章 甲\n\n见 :numref:`chap_b`、:numref:`fig_c`、{numref}`sec-d` 与 {doc}`b`。\n")
            .Add("b.md", "# 第2章 乙\n:label:`chap_b`\n\n![丙](c.png \"图 2-1 丙\")\n:width:`50px`\n:label:`fig_c`\n\n(sec-d)=\n## 2.1 丁\n\n文。\n");
        Assert.Equal("第\u00A02\u00A0章 图\u00A02-1 2.1\u00A0节 第\u00A02\u00A0章", string.Join(' ', book.Read().Chapters[0].AllInlines().OfType<Link>().Select(l => PlainText.Of(l.Inlines))));
    }

    [Fact]
    public void A_label_of_two_places_is_none()
    {
        using var book = new TempBook().Add("a.md", "# 甲\n\n见 :ref:`x`。").Add("b.md", "# 乙\n:label:`x`\n\n文。").Add("c.md", "# 丙\n:label:`x`\n\n文。");
        Assert.IsType<BrokenTarget>(Assert.Single(book.Read().Chapters[0].AllInlines().OfType<Link>()).Target);
    }

    [Fact]
    public void A_reference_that_leads_nowhere_stays_empty_for_the_rules()
    {
        using var book = new TempBook().Add("a.md", "# 甲\n\n见[](#none)。");
        var link = Assert.Single(book.Read().Chapters[0].AllInlines().OfType<Link>());
        Assert.Empty(link.Inlines);
        Assert.IsType<BrokenTarget>(link.Target);
    }
}
