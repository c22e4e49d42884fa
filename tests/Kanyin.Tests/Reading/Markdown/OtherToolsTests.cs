using System.Text.RegularExpressions;
using Xunit;

namespace Kanyin.Tests.Reading.Markdown;

/// <summary>What one tool alone has made of Markdown, a row each.</summary>
public sealed partial class OtherToolsTests
{
    [Theory]
    [InlineData("```admonish tip title=\"题\"\n甲 `乙`\n\n- 丙\n```\n丁", "callout tip\n  title\n    text \"题\"\n  paragraph\n    text \"甲 \"\n    code \"乙\"\n  list tight\n    item\n      paragraph\n        text \"丙\"\nparagraph\n  text \"丁\"")]
    [InlineData("~~~admonish\n```\n甲\n```\n~~~", "callout note\n  title\n    text \"说明\"\n  code \"甲\"")]
    [InlineData("```{warning}\n:class: x\n\n甲\n```", "callout warning\n  title\n    text \"警告\"\n  paragraph\n    text \"甲\"")]
    [InlineData("```{admonition} 题\n甲\n```", "callout note\n  title\n    text \"题\"\n  paragraph\n    text \"甲\"")]
    [InlineData("<div class=\"warning\">\n\n甲*乙*\n\n<div>丙</div>\n\n</div>\n\n丁", "callout warning\n  title\n    text \"警告\"\n  paragraph\n    text \"甲\"\n    emphasis\n      text \"乙\"\n  paragraph\n    text \"丙\"\nparagraph\n  text \"丁\"")]
    [InlineData("<div class=\"tip\">甲</div>", "callout tip\n  title\n    text \"提示\"\n  paragraph\n    text \"甲\"")]
    [InlineData("<div class=\"warning\">\n\n甲", "paragraph\n  text \"甲\"")]
    [InlineData("<div class=\"row\">\n\n甲\n\n</div>", "paragraph\n  text \"甲\"")]
    [InlineData("import A from '@theme/A';\nimport {b, c} from \"b\"\nimport './x.css';\n\n甲", "paragraph\n  text \"甲\"")]
    [InlineData("import 语句从模块取来名字。", "paragraph\n  text \"import 语句从模块取来名字。\"")]
    [InlineData("# 甲\n:label:`sec_a`\n\n见 :numref:`fig_b`、:eqref:`eq_c` 和 :cite:`Li.ea.2020,Wu.He.2021,k`。", "heading 1  #sec_a\n  text \"甲\"\nparagraph\n  text \"见 \"\n  link \"\uFDD2#fig_b\" reference\n  text \"、\"\n  math \"\\\\eqref{eq_c}\"\n  text \" 和 \"\n  text \"[Li et al., 2020; Wu & He, 2021; k]\"\n  text \"。\"")]
    [InlineData("![甲](a.png)\n:width:`400px`\n:label:`fig_b`\n\n$$x$$\n:eqlabel:`eq_c`", "figure  #fig_b\n  image \"a.png\" alt \"甲\"\n  text \"甲\"\nformula \"x\\\\label{eq_c}\"")]
    [InlineData("|a|\n|-|\n|b|\n:label:`tab_d`\n\n:begin_tab:`甲`\n乙\n:end_tab:", "table default #tab_d\n  head\n    cell\n      text \"a\"\n  row\n    cell\n      text \"b\"\nparagraph\n  strong\n    text \"甲\"\n  line break\n  text \"乙\"")]
    [InlineData("(a-b)=\n# 甲\n\n见{ref}`乙 <a-b>`、{doc}`x/y`、{math}`x^2`、{kbd}`Ctrl`、{code}`f`、{term}`丙`、{未知}`丁`。", "heading 1  #\n  anchor  \"a-b\"\n  text \"甲\"\nparagraph\n  text \"见\"\n  link \"\uFDD2#a-b\"\n    text \"乙\"\n  text \"、\"\n  link \"\uFDD2x/y\" reference\n  text \"、\"\n  math \"x^2\"\n  text \"、\"\n  keyboard \"Ctrl\"\n  text \"、\"\n  code \"f\"\n  text \"、\"\n  text \"丙\"\n  text \"、{未知}\"\n  code \"丁\"\n  text \"。\"")]
    [InlineData("```{figure} a.png\n:name: fig-a\n\n题\n目\n\n说明\n```\n\n```{math}\n:label: eq-b\nx\n```\n\n```{code-block} c\n:caption: 题\n:linenos:\n\nint x;\n```\n\n```{toctree}\na\nb\n```", "figure  #fig-a\n  image \"a.png\" alt \"\" title \"题目\"\n  text \"题目\"\nparagraph\n  text \"说明\"\nformula \"x\\\\label{eq-b}\"\ncode c title \"题\" numbers from 1 \"int x;\"")]
    [InlineData("```{python}\n1\n```", "code python \"1\"")]
    [InlineData("::: {.callout-warning collapse=\"true\"}\n## 题\n\n甲\n:::", "callout warning\n  title\n    text \"题\"\n  paragraph\n    text \"甲\"")]
    [InlineData("::: {.callout-tip title=\"题\"}\n甲\n:::", "callout tip\n  title\n    text \"题\"\n  paragraph\n    text \"甲\"")]
    [InlineData("::: {.rmdnote}\n甲\n:::\n\n::: {#refs .wide}\n乙\n:::", "callout note\n  title\n    text \"说明\"\n  paragraph\n    text \"甲\"\nparagraph\n  text \"乙\"")]
    [InlineData(":::{tip}\n甲\n:::", "callout tip\n  title\n    text \"提示\"\n  paragraph\n    text \"甲\"")]
    [InlineData(":::note[給 讀者]\n甲\n:::", "callout note\n  title\n    text \"給 讀者\"\n  paragraph\n    text \"甲\"")]
    [InlineData("?> 甲*乙*", "callout tip\n  title\n    text \"提示\"\n  paragraph\n    text \"甲\"\n    emphasis\n      text \"乙\"")]
    [InlineData("!> **重要**：甲\n乙", "callout warning\n  title\n    text \"警告\"\n  paragraph\n    strong\n      text \"重要\"\n    text \"：甲乙\"")]
    [InlineData("> [!WARNING|style:flat|label:题]\n> 甲", "callout warning\n  title\n    text \"题\"\n  paragraph\n    text \"甲\"")]
    [InlineData("> [!NOTE|style:callout]\n> 甲", "callout note\n  title\n    text \"说明\"\n  paragraph\n    text \"甲\"")]
    [InlineData("???+note \"题\"\n    甲", "callout note\n  title\n    text \"题\"\n  paragraph\n    text \"甲\"")]
    [InlineData("{{< highlight go \"linenos=table\" >}}\na := 1\n\n    b\n{{< /highlight >}}\n甲", "code go \"a := 1\\n\\n    b\"\nparagraph\n  text \"甲\"")]
    [InlineData("{% highlight ruby %}\nputs *a*\n{% endhighlight %}", "code ruby \"puts *a*\"")]
    [InlineData("{% codeblock lang:js %}\na\n{% endcodeblock %}", "code js \"a\"")]
    [InlineData("{{< mermaid >}}\ngraph TD\n{{< /mermaid >}}", "code mermaid \"graph TD\"")]
    [InlineData("{% math %}\na^2\n{% endmath %}", "formula \"a^2\"")]
    [InlineData("{% @mermaid/diagram content=\"graph LR\" %}", "code mermaid \"graph LR\"")]
    [InlineData("{% column width=\"50%\" %}\n甲\n{% endcolumn %}", "paragraph\n  text \"甲\"")]
    [InlineData("甲{{< button relref=\"/\" >}}乙{{< /button >}}{{/* 注 */}}丙", "paragraph\n  text \"甲乙丙\"")]
    [InlineData("甲{% raw %}乙{% endraw %}丙", "paragraph\n  text \"甲乙丙\"")]
    [InlineData("用 {% block %} 标签", "paragraph\n  text \"用 {% block %} 标签\"")]
    [InlineData("见 `{{< ref x >}}`", "paragraph\n  text \"见 \"\n  code \"{{< ref x >}}\"")]
    [InlineData("甲\n\n<--->\n\n乙", "paragraph\n  text \"甲\"\nparagraph\n  text \"乙\"")]
    [InlineData("时间\\\\(O(n)\\\\)，\\\\[ x \\\\]", "paragraph\n  text \"时间\"\n  math \"O(n)\"\n  text \"，\"\n  math \"x\"")]
    [InlineData("date: 甲\nauthor: 乙\n\n丙", "paragraph\n  text \"date: 甲author: 乙\"\nparagraph\n  text \"丙\"")]
    [InlineData("title: 甲\nauthor: 乙\n\n丙", "paragraph\n  text \"丙\"")]
    [InlineData("甲 :material-home-outline:{ .lg } 乙 :smile:", "paragraph\n  text \"甲 乙 😄\"")]
    [InlineData("## 甲 :octicons-arrow-right-24: { #b .c }", "heading 2  #b\n  text \"甲\"")]
    [InlineData("## 甲 :id=b-1", "heading 2  #b-1\n  text \"甲\"")]
    [InlineData("## 甲 {docsify-ignore}", "heading 2  #\n  text \"甲\"")]
    [InlineData("![甲](a.png ':size=30% :no-zoom')", "figure \n  image \"a.png\" alt \"甲\" share 0.3\n  text \"甲\"")]
    [InlineData("[甲](b.md ':target=_blank')", "paragraph\n  link \"b.md\"\n    text \"甲\"")]
    [InlineData("<!-- tabs:start -->\n\n#### **甲**\n\n乙\n\n<!-- tabs:end -->\n\n#### 丙", "paragraph\n  strong\n    text \"甲\"\nparagraph\n  text \"乙\"\nheading 4  #\n  text \"丙\"")]
    [InlineData("用 `#!python range(9)` 与 `#!/bin/sh`", "paragraph\n  text \"用 \"\n  code \"range(9)\"\n  text \" 与 \"\n  code \"#!/bin/sh\"")]
    [InlineData("[](){ #b }甲", "paragraph\n  anchor  \"b\"\n  text \"甲\"")]
    [InlineData("<figure markdown=\"span\">\n  ![甲](a.png){ width=\"300\" }\n  <figcaption>乙</figcaption>\n</figure>", "figure \n  image \"a.png\" alt \"甲\" width 300\n  text \"乙\"")]
    [InlineData("<div>\n**甲**见[乙](b.md)\n</div>", "paragraph\n  strong\n    text \"甲\"\n  text \"见\"\n  link \"b.md\"\n    text \"乙\"")]
    [InlineData("<pre>\n**甲**\n</pre>", "code \"**甲**\"")]
    [InlineData("<Tabs>\n  <TabItem value=\"a\" label=\"甲\">\n\n乙\n\n  </TabItem>\n</Tabs>", "paragraph\n  strong\n    text \"甲\"\nparagraph\n  text \"乙\"")]
    [InlineData("<CodeGroup>\n<CodeGroupItem title=\"甲\">\n\n```\na\n```\n\n</CodeGroupItem>\n</CodeGroup>", "paragraph\n  strong\n    text \"甲\"\ncode \"a\"")]
    [InlineData("<img :src=\"$withBase('/a.png')\" alt=\"甲\">", "figure \n  image \"/a.png\" alt \"甲\"\n  text \"甲\"")]
    [InlineData("<div>\n<img src={require('@site/static/a.png').default} />\n</div>", "figure \n  image \"/static/a.png\" alt \"\"")]
    [InlineData("> **[info] 甲**\n>\n> 乙", "callout note\n  title\n    text \"甲\"\n  paragraph\n    text \"乙\"")]
    [InlineData("::: info\n這個說明\n:::", "callout note\n  title\n    text \"說明\"\n  paragraph\n    text \"這個說明\"")]
    [InlineData("> 註：這個", "callout note\n  title\n    text \"註\"\n  paragraph\n    text \"這個\"")]
    [InlineData("　　甲。\n　　乙。\n丙", "paragraph\n  text \"甲。\"\nparagraph\n  text \"乙。丙\"")]
    [InlineData("\\\\(注\\\\)", "paragraph\n  text \"\\\\(注\\\\)\"")]
    public void It_is_read_as_its_tool_reads_it(string markdown, string tree)
    {
        Assert.Equal(tree, Tree(markdown));
        Assert.Equal("", Piece.Read(markdown).Findings);
    }

    [Theory]
    [InlineData("```js\na // [!code focus]\nb // [!code --]\n```", "code js \"a\\nb\"")]
    [InlineData("```jsx\n// highlight-next-line\na\n{/* highlight-end */}\n```", "code jsx \"a\"")]
    [InlineData("```rust\n# use std::io;\n#[test]\nfn a() {}\n    # let b;\n#\n```", "code rust \"#[test]\\nfn a() {}\"")]
    [InlineData("```{.python .input}\n#@tab mxnet, jax\na\n```", "code python \"a\"")]
    [InlineData("```bash\n# 注\n```", "code bash \"# 注\"")]
    public void What_tools_read_in_a_listing_is_not_printed(string markdown, string tree) => Assert.Equal(tree, Tree(markdown));

    [Theory]
    [InlineData("{% swagger x %}\n{% unknown a %}\n甲\n{% endunknown %}", "paragraph\n  text \"甲\"", "READ041@2:1")]
    [InlineData("甲{{< youtube x >}}", "paragraph\n  text \"甲\"", "READ041@1:2")]
    public void A_pair_of_tags_that_is_not_known_is_one_finding(string markdown, string tree, string findings)
    {
        Piece.Gives(markdown, tree);
        Assert.Equal(findings, Piece.Read(markdown).Findings);
    }

    private static string Tree(string markdown) => Tokens.Replace(Piece.Tree(markdown), "");

    [GeneratedRegex(" tokens [0-9]+")]
    private static partial Regex Tokens { get; }
}
