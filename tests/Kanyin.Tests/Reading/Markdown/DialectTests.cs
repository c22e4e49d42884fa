using Xunit;

namespace Kanyin.Tests.Reading.Markdown;

/// <summary>What the tools that Chinese books are written for add to Markdown, a row for each.</summary>
public sealed class DialectTests
{
    [Theory]
    [InlineData("> **注意**：文", "callout warning\n  title\n    text \"注意\"\n  paragraph\n    text \"文\"")]
    [InlineData("> **提示：**文", "callout tip\n  title\n    text \"提示\"\n  paragraph\n    text \"文\"")]
    [InlineData("> **说明**\n>\n> 文", "callout note\n  title\n    text \"说明\"\n  paragraph\n    text \"文\"")]
    [InlineData("> **说明**\n> 文", "callout note\n  title\n    text \"说明\"\n  paragraph\n    text \"文\"")]
    [InlineData("> 注：文", "callout note\n  title\n    text \"注\"\n  paragraph\n    text \"文\"")]
    [InlineData("> 💡 文", "callout tip\n  title\n    text \"提示\"\n  paragraph\n    text \"文\"")]
    [InlineData("> ⚠️ **警告**：文", "callout warning\n  title\n    text \"警告\"\n  paragraph\n    text \"文\"")]
    [InlineData("> **注意**力是一种能力", "quote\n  paragraph\n    strong\n      text \"注意\"\n    text \"力是一种能力\"")]
    [InlineData("> 孔子：文", "quote\n  paragraph\n    text \"孔子：文\"")]
    public void A_quotation_with_a_label_is_a_callout(string markdown, string tree) => Piece.Gives(markdown, tree);

    [Theory]
    [InlineData("{% hint style=\"warning\" %}\n甲\n\n- 乙\n{% endhint %}\n丙", "callout warning\n  title\n    text \"警告\"\n  paragraph\n    text \"甲\"\n  list tight\n    item\n      paragraph\n        text \"乙\"\nparagraph\n  text \"丙\"")]
    [InlineData("{{< admonition tip \"题\" >}}\n甲\n{{< /admonition >}}", "callout tip\n  title\n    text \"题\"\n  paragraph\n    text \"甲\"")]
    [InlineData("{{% notice info %}}\n甲\n{{% /notice %}}", "callout note\n  title\n    text \"说明\"\n  paragraph\n    text \"甲\"")]
    [InlineData("{{< figure src=\"a.png\" title=\"题\" width=\"50%\" >}}", "figure \n  image \"a.png\" alt \"\" title \"题\" share 0.5\n  text \"题\"")]
    [InlineData("{% tabs %}\n{% tab title=\"甲\" %}\n乙\n{% endtab %}\n{% endtabs %}", "paragraph\n  strong\n    text \"甲\"\nparagraph\n  text \"乙\"")]
    [InlineData("::: tabs\n@tab 甲\n乙\n:::", "paragraph\n  strong\n    text \"甲\"\nparagraph\n  text \"乙\"")]
    [InlineData("::: code-group\n```js [a.js]\n```\n```ts [b.ts]\n```\n:::", "code js title \"a.js\" \"\"\ncode ts title \"b.ts\" \"\"")]
    [InlineData("[TOC]\n\n[[toc]]\n\n甲", "paragraph\n  text \"甲\"")]
    public void Lines_for_a_tool_do_what_they_ask(string markdown, string tree)
    {
        Piece.Gives(markdown, tree);
        Assert.Equal("", Piece.Read(markdown).Findings);
    }

    [Theory]
    [InlineData("{{< bilibili BV1 >}}\n\n甲", "paragraph\n  text \"甲\"", "READ041@1:1")]
    [InlineData("{% if x %}\n甲\n{% endif %}", "paragraph\n  text \"甲\"", "READ041@1:1")]
    [InlineData("*[HTML]: 超文本\n\n甲", "paragraph\n  text \"甲\"", "READ042@1:1")]
    [InlineData("<Tour step=\"1\">甲</Tour>", "paragraph\n  text \"甲\"", "READ020@1:1")]
    public void What_no_book_can_do_is_reported_and_no_word_lost(string markdown, string tree, string findings)
    {
        Piece.Gives(markdown, tree);
        Assert.Equal(findings, Piece.Read(markdown).Findings);
    }

    [Theory]
    [InlineData("==亮==", "mark\n  text \"亮\"")]
    [InlineData("++ctrl+c++", "keyboard \"Ctrl\"\ntext \"+\"\nkeyboard \"C\"")]
    [InlineData("H~2~O", "text \"H\"\nsubscript\n  text \"2\"\ntext \"O\"")]
    [InlineData("*u*~i,j~", "emphasis\n  text \"u\"\nsubscript\n  text \"i,j\"")]
    [InlineData("x^2^ 与 e^i^", "text \"x\"\nsuperscript\n  text \"2\"\ntext \" 与 e\"\nsuperscript\n  text \"i\"")]
    [InlineData("甲 :+1: 乙", "text \"甲 👍 乙\"")]
    [InlineData("[甲](b.md){target=\"_blank\"}乙", "link \"b.md\"\n  text \"甲\"\ntext \"乙\"")]
    [InlineData("**甲**{: .red }乙", "strong\n  text \"甲\"\ntext \"乙\"")]
    public void Signs_that_are_markup_are_read(string markdown, string tree) => Piece.Gives(markdown, "paragraph\n  " + tree.Replace("\n", "\n  ", StringComparison.Ordinal));

    [Theory]
    [InlineData("从5~8到4~7")]
    [InlineData("从5~8,4~7")]
    [InlineData("甲~乙~丙")]
    [InlineData("x^2+y^2")]
    [InlineData("C++11/C++14")]
    [InlineData("C++11，C++14")]
    [InlineData("a++b++")]
    [InlineData("x==y且z==w")]
    [InlineData("10:100:20")]
    public void Signs_that_are_no_markup_stay(string text) => Piece.Gives(text, $"paragraph\n  text \"{text}\"");
}
