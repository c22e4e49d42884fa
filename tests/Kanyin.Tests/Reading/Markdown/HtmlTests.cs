using Xunit;

namespace Kanyin.Tests.Reading.Markdown;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("a<br>b<br/>c", "text \"a\"\nline break\ntext \"b\"\nline break\ntext \"c\"")]
    [InlineData("H<sub>2</sub>O x<sup>2</sup>", "text \"H\"\nsubscript\n  text \"2\"\ntext \"O x\"\nsuperscript\n  text \"2\"")]
    [InlineData("按 <kbd>Ctrl</kbd>", "text \"按 \"\nkeyboard \"Ctrl\"")]
    [InlineData("<b>粗</b><u>线</u><del>删</del><mark>亮</mark><em>斜</em>", "strong\n  text \"粗\"\nunderline\n  text \"线\"\nstrike\n  text \"删\"\nmark\n  text \"亮\"\nemphasis\n  text \"斜\"")]
    [InlineData("<b>一**二**</b>", "strong\n  text \"一\"\n  strong\n    text \"二\"")]
    [InlineData("<a href=\"b.md\">链</a><a id=\"锚\"></a>", "link \"b.md\"\n  text \"链\"\nanchor  \"锚\"")]
    [InlineData("<font color=red>红</font><span>白</span>", "text \"红白\"")]
    [InlineData("<ruby>汉字<rt>hàn zì</rt></ruby>", "ruby \"hàn\"\n  text \"汉\"\nruby \"zì\"\n  text \"字\"")]
    [InlineData("<ruby>汉字<rt>hànzì</rt></ruby>", "ruby \"hànzì\"\n  text \"汉字\"")]
    [InlineData("<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</rt></ruby>", "ruby \"hàn\"\n  text \"汉\"\nruby \"zì\"\n  text \"字\"")]
    [InlineData("甲<!-- 注 -->乙", "text \"甲乙\"")]
    [InlineData("甲<img src=\"a.png\" alt=\"图\" width=\"300px\">乙", "text \"甲\"\nimage \"a.png\" alt \"图\" width 300\ntext \"乙\"")]
    public void Tags_in_the_line_mean_what_they_say(string markdown, string tree) => Piece.Gives(markdown, "paragraph\n  " + tree.Replace("\n", "\n  ", StringComparison.Ordinal));

    [Theory]
    [InlineData("用 List<String> 存", "paragraph\n  text \"用 List<String> 存\"", "READ020@1:7")]
    [InlineData("<Box>里</Box>面", "paragraph\n  text \"里面\"", "READ020@1:1")]
    [InlineData("甲<b>乙", "paragraph\n  text \"甲乙\"", "READ022@1:2")]
    [InlineData("甲</b>乙", "paragraph\n  text \"甲乙\"", "READ022@1:2")]
    [InlineData("<名字>", "paragraph\n  text \"<名字>\"", "")]
    [InlineData("<config-name>\n", "paragraph\n  text \"<config-name>\"", "READ020@1:1")]
    [InlineData("<script>x</script>\n\n甲", "paragraph\n  text \"甲\"", "READ021@1:1")]
    [InlineData("<iframe src=\"x\"></iframe>\n\n甲", "paragraph\n  text \"甲\"", "READ021@1:1")]
    public void What_is_no_known_tag_is_reported_and_no_word_lost(string markdown, string tree, string findings)
    {
        Piece.Gives(markdown, tree);
        Assert.Equal(findings, Piece.Read(markdown).Findings);
    }

    [Fact]
    public void Elements_that_arrange_are_seen_through() => Piece.Gives(
        """
        <div align="center">

        **文**

        <img src="a.png" width="50%" alt="图一">
        </div>

        <details>
        <summary>摘要</summary>

        - 项

        </details>
        """,
        """
        paragraph
          strong
            text "文"
        figure 
          image "a.png" alt "图一" share 0.5
          text "图一"
        paragraph
          strong
            text "摘要"
        list tight
          item
            paragraph
              text "项"
        """);

    [Fact]
    public void Blocks_of_HTML_become_blocks() => Piece.Gives(
        """
        <h2 id="x">题</h2>
        <p>一<br>二</p>
        <ul><li>甲</li><li>乙<ol start="3"><li>丙</li></ol></li></ul>
        <blockquote>引</blockquote>
        <pre><code class="language-c">int a;
        </code></pre>
        <hr>
        <figure><img src="a.png"><figcaption>说明</figcaption></figure>
        <dl><dt>词</dt><dd>义</dd></dl>
        """,
        """
        heading 2  #x
          text "题"
        paragraph
          text "一"
          line break
          text "二"
        list
          item
            paragraph
              text "甲"
          item
            paragraph
              text "乙"
            list from 3 tight
              item
                paragraph
                  text "丙"
        quote
          paragraph
            text "引"
        code c tokens 1 "int a;"
        break
        figure 
          image "a.png" alt ""
          text "说明"
        definitions
          term
            text "词"
          meaning
            paragraph
              text "义"
        """);

    [Fact]
    public void A_table_cut_by_blank_lines_is_one_table() => Piece.Gives(
        "<table>\n<tr><th>甲</th><th align=\"right\">乙</th></tr>\n\n<tr><td colspan=\"2\">丙</td></tr>\n</table>\n\n后",
        """
        table default right
          head
            cell
              text "甲"
            cell
              text "乙"
          row
            cell
              text "丙"
            cell
        paragraph
          text "后"
        """);

    [Fact]
    public void A_target_on_its_own_line_moves_to_what_follows() => Piece.Gives("<a id=\"x\"></a>\n\n## 题", "heading 2  #\n  anchor  \"x\"\n  text \"题\"");
}
