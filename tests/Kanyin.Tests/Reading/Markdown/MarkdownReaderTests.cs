using Xunit;

namespace Kanyin.Tests.Reading.Markdown;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void Blocks_nest_as_they_are_written() => Piece.Gives(
        """
        # 标题

        第一段**粗**与*斜*、~~删~~、`码`。

        - 甲

          续
        - [x] 乙
          1. 丙
        3. 丁

        > 引
        > - 文

        ---

        ```rust,ignore title="main.rs"
        fn main() {}

        ```

            缩进
        """,
        """
        heading 1  #
          text "标题"
        paragraph
          text "第一段"
          strong
            text "粗"
          text "与"
          emphasis
            text "斜"
          text "、"
          strike
            text "删"
          text "、"
          code "码"
          text "。"
        list
          item
            paragraph
              text "甲"
            paragraph
              text "续"
          item [x]
            paragraph
              text "乙"
            list from 1 tight
              item
                paragraph
                  text "丙"
        list from 3 tight
          item
            paragraph
              text "丁"
        quote
          paragraph
            text "引"
          list tight
            item
              paragraph
                text "文"
        break
        code rust title "main.rs" tokens 2 "fn main() {}"
        code "缩进"
        """);

    [Fact]
    public void Places_are_those_of_the_words() => Assert.Equal(
        """
        1:1 heading 2  #
          1:1 text "两行标题"
        5:1 paragraph
          5:1 text "甲"
          5:2 strong
            5:4 text "乙"
          5:7 link ✗ MissingFile "b.md"
            5:8 text "丙"
        7:1 table default
          7:2 head
            7:2 cell
              7:3 text "头"
          9:2 row
            9:2 cell
              9:3 text "格"

        """, Piece.Read("两行\n标题\n---\n\n甲**乙**[丙](b.md)\n\n| 头 |\n|---|\n| 格 |\n").Dump);

    [Fact]
    public void Windows_line_ends_change_nothing_but_offsets() =>
        Assert.Equal(Piece.Read("# 甲\n\n乙\n丙\n\n- 丁\n\n```\na\nb\n```\n").Dump, Piece.Read("# 甲\r\n\r\n乙\r\n丙\r\n\r\n- 丁\r\n\r\n```\r\na\r\nb\r\n```\r\n").Dump);

    [Theory] // IN1
    [InlineData("中文\n中文", "中文中文")]
    [InlineData("中文，\n中文", "中文，中文")]
    [InlineData("中文\nEnglish", "中文English")]
    [InlineData("English\n中文", "English中文")]
    [InlineData("two\nwords", "two words")]
    [InlineData("two  \t\nwords", "two words")]
    [InlineData("他说\n“好”", "他说“好”")]
    [InlineData("中文“a”\nb 中", "中文“a”b 中")]
    [InlineData("한국어\n문장", "한국어 문장")]
    [InlineData("𠀀\n𠀁", "𠀀𠀁")]
    public void Line_ends_between_Han_vanish(string markdown, string text) => Piece.Gives(markdown, $"paragraph\n  text \"{text}\"");

    [Fact] // IN1
    public void Line_ends_look_through_emphasis() => Piece.Gives("中**文**\n*字* a\n`b`", "paragraph\n  text \"中\"\n  strong\n    text \"文\"\n  emphasis\n    text \"字\"\n  text \" a \"\n  code \"b\"");

    [Theory] // IN2
    [InlineData("**文字：**后文", "paragraph\n  strong\n    text \"文字：\"\n  text \"后文\"")]
    [InlineData("是**“引号”**的", "paragraph\n  text \"是\"\n  strong\n    text \"“引号”\"\n  text \"的\"")]
    public void Bold_works_beside_full_width_marks(string markdown, string tree) => Piece.Gives(markdown, tree);

    [Theory]
    [InlineData("C++11 与 C++14")]
    [InlineData("10~20 到 3~5")]
    [InlineData("2^10 与 a==b")]
    [InlineData("集合 {a} 与 {{ b }}")]
    public void Signs_that_are_no_markup_stay(string text) => Piece.Gives(text, $"paragraph\n  text \"{text}\"");

    [Fact]
    public void A_note_holds_its_blocks_where_it_is_called() => Piece.Gives(
        "# 题[^a]\n\n文[^a]字\n\n[^a]: 注\n\n    又一段\n",
        """
        heading 1  #
          text "题"
          note  "a"
            paragraph
              text "注"
            paragraph
              text "又一段"
        paragraph
          text "文"
          note  "a"
            paragraph
              text "注"
            paragraph
              text "又一段"
          text "字"
        """);

    [Theory]
    [InlineData("甲\n\n[^a]: 注\n", "READ024@3:1")]
    [InlineData("甲[^b]乙", "READ025@1:2")]
    [InlineData("甲[^a]\n\n[^a]: 注[^b]\n[^b]: 深\n", "READ026@3:8")]
    [InlineData("** 甲** 与乙", "READ027@1:1")]
    [InlineData("![图](data:image/png;base64,AAAA)", "READ028@1:1")]
    [InlineData("::: 未知\n甲\n:::", "READ029@1:1")]
    [InlineData("---\na: [\n---\n", "READ030@2:5")]
    [InlineData("|a|b|\n|-|-|\n|c|\n|d|e|f|\n|g||\n", "READ023@3:2 READ023@4:6")]
    public void What_cannot_be_kept_is_reported(string markdown, string findings) => Assert.Equal(findings, Piece.Read(markdown).Findings);

    [Fact]
    public void Every_row_of_a_table_has_as_many_cells_as_its_head() => Piece.Gives(
        "|a|b|\n|:-:|-:|\n|c|\n|d|e|f|\n",
        """
        table centre right
          head
            cell
              text "a"
            cell
              text "b"
          row
            cell
              text "c"
            cell
          row
            cell
              text "d"
            cell
              text "e"
        """);

    [Theory]
    [InlineData("> [!WARNING]\n> 文", "callout warning\n  title\n    text \"警告\"\n  paragraph\n    text \"文\"")]
    [InlineData("> [!TIP] 标 *题*\n> 文\n>\n> 又", "callout tip\n  title\n    text \"标 \"\n    emphasis\n      text \"题\"\n  paragraph\n    text \"文\"\n  paragraph\n    text \"又\"")]
    [InlineData("> [!note]", "callout note\n  title\n    text \"说明\"")]
    [InlineData("> [!Lemma]\n> 文", "callout note\n  title\n    text \"Lemma\"\n  paragraph\n    text \"文\"")]
    [InlineData("??? '标题'\n    文", "callout note\n  title\n    text \"标题\"\n  paragraph\n    text \"文\"")]
    [InlineData("> [!没有]\n> 文", "quote\n  paragraph\n    text \"[!没有]文\"")]
    [InlineData(":::tip 标题\n文\n:::", "callout tip\n  title\n    text \"标题\"\n  paragraph\n    text \"文\"")]
    [InlineData("::: danger\n文\n:::", "callout caution\n  title\n    text \"小心\"\n  paragraph\n    text \"文\"")]
    [InlineData("!!! note \"标 *题*\"\n\n    文\n\n    ```\n    a\n\n    b\n    ```\n\n后", "callout note\n  title\n    text \"标 \"\n    emphasis\n      text \"题\"\n  paragraph\n    text \"文\"\n  code \"a\\n\\nb\"\nparagraph\n  text \"后\"")]
    [InlineData("=== \"甲\"\n    文", "paragraph\n  strong\n    text \"甲\"\nparagraph\n  text \"文\"")]
    public void Alerts_and_containers_become_callouts(string markdown, string tree) => Piece.Gives(markdown, tree);

    [Theory]
    [InlineData("## 题 {#id}", "heading 2  #id\n  text \"题\"")]
    [InlineData("## 题 {#第-1.章 .x k=v}", "heading 2  #第-1.章\n  text \"题\"")]
    [InlineData("## 题 {.unnumbered}", "heading 2  #\n  text \"题\"")]
    [InlineData("## 题 {x}", "heading 2  #\n  text \"题 {x}\"")]
    public void Attributes_of_a_heading_are_not_printed(string markdown, string tree) => Piece.Gives(markdown, tree);

    [Theory] // 6.4
    [InlineData("> 空山新雨后，\\\n> 天气晚来秋。", "verse")]
    [InlineData("> 空山新雨后，<br>天气晚来秋。\n>\n> ——王维", "verse")]
    [InlineData("> 空山新雨后，\\\n> 天气晚来秋。\n>\n> 然后是一段话。", "quote")]
    [InlineData("> 空山新雨后，天气晚来秋，明月松间照，清泉石上流。\\\n> 竹喧归浣女。", "quote")]
    [InlineData("> 用 `a`\\\n> 用 `b`", "quote")]
    [InlineData("> ——王维", "quote")]
    public void Verse_is_a_quotation_of_short_broken_lines(string markdown, string kind) => Assert.StartsWith(kind, Piece.Tree(markdown), StringComparison.Ordinal);

    [Fact]
    public void Line_ends_inside_a_verse_container_are_kept() =>
        Piece.Gives("::: verse\n天街小雨\n草色遥看\n:::\n\n甲\n乙", "verse\n  paragraph\n    text \"天街小雨\"\n    line break\n    text \"草色遥看\"\nparagraph\n  text \"甲乙\"");

    [Theory] // PG5
    [InlineData("甲\n$$\nx\n$$\n乙", "paragraph\n  text \"甲\"\nformula \"x\"\nparagraph continued\n  text \"乙\"")]
    [InlineData("$$x$$\n\n乙", "formula \"x\"\nparagraph\n  text \"乙\"")]
    [InlineData("先运行\n```\na\n```\n再说", "paragraph\n  text \"先运行\"\ncode \"a\"\nparagraph continued\n  text \"再说\"")]
    [InlineData("如下：\n```\na\n```\n乙", "paragraph\n  text \"如下：\"\ncode \"a\"\nparagraph\n  text \"乙\"")]
    [InlineData("```\na\n```\n乙", "code \"a\"\nparagraph\n  text \"乙\"")]
    public void Words_after_a_display_in_the_middle_of_a_sentence_go_on(string markdown, string tree) => Piece.Gives(markdown, tree);

    [Theory]
    [InlineData("甲[31m乙")]
    [InlineData("区间[0, 1")]
    [InlineData("尾[")]
    [InlineData("![图")]
    [InlineData("甲 | 乙")]
    [InlineData("甲*乙_丙~~丁")]
    public void Mark_that_nothing_closes_is_text(string markdown) => Piece.Gives(markdown, $"paragraph\n  text \"{markdown}\"");

    [Theory]
    [InlineData("![](a.png)", "figure\n  image \"a.png\" alt \"\"")]
    [InlineData("![说明文字](a.png)", "figure\n  image \"a.png\" alt \"说明文字\"\n  text \"说明文字\"")]
    [InlineData("![a.png](a.png \"标题\")", "figure\n  image \"a.png\" alt \"a.png\" title \"标题\"\n  text \"标题\"")]
    [InlineData("![image-2024](a.png)", "figure\n  image \"a.png\" alt \"image-2024\"")]
    [InlineData("![](a.png){data-zoomable}", "figure\n  image \"a.png\" alt \"\"")]
    [InlineData("![](a.png){width=50%}", "figure\n  image \"a.png\" alt \"\" share 0.5")]
    [InlineData("![](a.png)\n\n图标\n{: .caption }", "figure\n  image \"a.png\" alt \"\"\n  text \"图标\"")]
    [InlineData("![甲](a.png)\n\n图 2-4 乙", "figure\n  image \"a.png\" alt \"甲\"\n  text \"图 2-4 乙\"")]
    [InlineData("![甲](a.png)\n\n图2.4乙", "figure\n  image \"a.png\" alt \"甲\"\n  text \"图2.4乙\"")]
    [InlineData("<div align=\"center\">\n<img src=\"a.png\" alt=\"甲\"/>\n<p>图 1 乙</p>\n</div>", "figure\n  image \"a.png\" alt \"甲\"\n  text \"图 1 乙\"")]
    [InlineData("![甲](a.png \"丙\")\n\n图 1 乙", "figure\n  image \"a.png\" alt \"甲\" title \"丙\"\n  text \"丙\"\nparagraph\n  text \"图 1 乙\"")]
    [InlineData("![甲](a.png)\n\n图 1 中的乙", "figure\n  image \"a.png\" alt \"甲\"\n  text \"甲\"\nparagraph\n  text \"图 1 中的乙\"")]
    [InlineData("![甲](a.png)\n\n图 1 画着乙。", "figure\n  image \"a.png\" alt \"甲\"\n  text \"甲\"\nparagraph\n  text \"图 1 画着乙。\"")]
    [InlineData("文![x](a.png)字", "paragraph\n  text \"文\"\n  image \"a.png\" alt \"x\"\n  text \"字\"")]
    public void A_picture_alone_is_a_figure(string markdown, string tree) => Piece.Gives(markdown, tree.Replace("figure\n", "figure \n", StringComparison.Ordinal));

    [Theory]
    [InlineData("见https://a.cn/x，再", "https://a.cn/x", "，再")]
    [InlineData("见https://a.cn即可", "https://a.cn", "即可")]
    [InlineData("见 https://a.cn/wiki/中文。", "https://a.cn/wiki/中文", "。")]
    [InlineData("（https://a.cn/x_(y)）", "https://a.cn/x_(y)", "）")]
    [InlineData("去 www.a.cn.", "http://www.a.cn", ".")]
    public void Bare_addresses_end_where_Chinese_begins(string markdown, string address, string rest)
    {
        var lines = Piece.Tree(markdown).Split('\n');
        Assert.Contains($"  link \"{address}\"", lines);
        Assert.Equal($"  text \"{rest}\"", lines[^1]);
    }

    [Fact]
    public void Definitions_hold_terms_and_meanings() => Piece.Gives(
        "甲\n: 一\n: 二\n\n乙\n: 三\n",
        """
        definitions
          term
            text "甲"
          meaning
            paragraph
              text "一"
          meaning
            paragraph
              text "二"
          term
            text "乙"
          meaning
            paragraph
              text "三"
        """);

    [Fact]
    public void White_space_that_indents_a_paragraph_is_the_typesetters() => Piece.Gives("　　甲&emsp;\n\n&nbsp;&nbsp;乙", "paragraph\n  text \"甲\"\nparagraph\n  text \"乙\"");

    [Theory]
    [InlineData("```js{1,3}\n```", "code js \"\"")]
    [InlineData("```ts:line-numbers [a.ts]\n```", "code ts title \"a.ts\" numbers from 1 \"\"")]
    [InlineData("```ts:line-numbers=2 {1}\n```", "code ts numbers from 2 \"\"")]
    [InlineData("```ts:no-line-numbers\n```", "code ts numbers from 0 \"\"")]
    [InlineData("```js {.line-numbers}\n```", "code js numbers from 1 \"\"")]
    [InlineData("``` {.haskell .numberLines startFrom=\"100\"}\n```", "code haskell numbers from 100 \"\"")]
    [InlineData("```py linenums=\"5\"\n```", "code py numbers from 5 \"\"")]
    [InlineData("```go {linenos=true,linenostart=199}\n```", "code go numbers from 199 \"\"")]
    [InlineData("```go {linenos=false}\n```", "code go numbers from 0 \"\"")]
    [InlineData("```jsx showLineNumbers\n```", "code jsx numbers from 1 \"\"")]
    [InlineData("```js title=\"inline-numbers.js\"\n```", "code js title \"inline-numbers.js\" \"\"")]
    [InlineData("```{.python}\n```", "code python \"\"")]
    [InlineData("```C++\n```", "code c++ \"\"")]
    public void Info_strings_give_language_and_title(string markdown, string tree) => Piece.Gives(markdown, tree);
}
