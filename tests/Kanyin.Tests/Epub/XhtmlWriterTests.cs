using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Xunit;
using static Kanyin.Tests.Epub.SampleBook;

namespace Kanyin.Tests.Epub;

public sealed class XhtmlWriterTests
{
    private static readonly Place _at = Place.Of(new SourceFile("a.md", ""));

    [Fact]
    public void Every_block_and_inline_is_written()
    {
        var chapters = Whole.Chapters;
        var seen = chapters.SelectMany(c => c.AllBlocks()).Cast<object>().Concat(chapters.SelectMany(c => c.AllInlines())).Select(n => n.GetType()).ToHashSet();
        var all = typeof(Block).Assembly.GetTypes().Where(t => !t.IsAbstract && (t.IsSubclassOf(typeof(Block)) || t.IsSubclassOf(typeof(Inline))));
        Assert.All(all, type => Assert.Contains(type, seen)); // the sample book has every type, and writing it throws for none
        Assert.NotEmpty(OpenedEpub.Of(Whole).Bytes);
    }

    [Fact]
    public void Forbidden_characters_are_dropped_and_rare_ones_kept()
    {
        Assert.Equal("<p>控制字符𠮷</p>", Body(Para("控\u0000制\uFFFE字\uD800符𠮷\u000B")));
    }

    [Fact]
    public void Number_and_words_of_a_heading_are_parted_as_the_number_asks() // NU2
    {
        Assert.Equal("""<h1 id="h"><span class="number">第一章</span> 起</h1>""", Body(Head(1, "h", Number(NumberStyle.Chapter, "第一章", 1), "起")));
        Assert.Equal("""<h1 id="h"><span class="closed-number">一、</span>起</h1>""", Body(Head(2, "h", Number(NumberStyle.HanPause, "一、", 1), "起")));
    }

    [Theory] // epub.md 38: the ranks of one heading tree, by the levels of its headings
    [InlineData("1 2 3 2", "1 2 3 2")]
    [InlineData("1 3 3", "1 2 2")]
    [InlineData("1 4 3 3", "1 2 2 2")]
    [InlineData("2 3 4 3", "1 2 3 2")]
    [InlineData("1 2 4 6 6 3", "1 2 3 4 4 3")]
    public void Siblings_have_one_rank_and_none_is_skipped(string levels, string ranks)
    {
        var headings = levels.Split(' ').Select((level, i) => Head(int.Parse(level, CultureInfo.InvariantCulture), $"h{i}", null, "题"));
        Assert.Equal(ranks, string.Join(' ', Regex.Matches(Body([.. headings]), "<h([1-6])").Select(m => m.Groups[1].Value)));
    }

    [Fact]
    public void Note_call_holds_only_text_and_the_note_begins_with_the_way_back() // epub.md 22
    {
        Assert.Equal(
            """
            <p>文<a id="n-call" class="noteref duokan-footnote" epub:type="noteref" role="doc-noteref" href="#n" aria-label="注1">[1]</a>再<a class="noteref duokan-footnote" epub:type="noteref" role="doc-noteref" href="#n" aria-label="注1">[1]</a></p>
            <section class="notes" epub:type="footnotes" role="doc-endnotes" aria-label="注释">
            <aside id="n" class="duokan-footnote-item" epub:type="footnote" role="doc-footnote"><p><a role="doc-backlink" href="#n-call" aria-label="回到注1">[1]</a> 注文</p>
            </aside>
            </section>
            """.ReplaceLineEndings("\n"),
            Body(Para(T("文"), Note("n"), T("再"), Note("n"))));
    }

    [Theory] // epub.md 7
    [InlineData("用 the quick brown fox 测试", """<p>用 <span lang="en" xml:lang="en">the quick brown fox</span> 测试</p>""")]
    [InlineData("Hello, big world。", """<p><span lang="en" xml:lang="en">Hello, big world</span>。</p>""")]
    [InlineData("用 Visual Studio 写", "<p>用 Visual Studio 写</p>")]
    [InlineData("见 a.b c d", "<p>见 a.b c d</p>")]
    [InlineData("Œuvre de la vie", "<p>Œuvre de la vie</p>")]
    public void English_of_three_words_and_more_is_declared(string text, string markup) => Assert.Equal(markup, Body(Para(text)));

    [Fact]
    public void Note_inside_a_link_is_called_after_it() =>
        Assert.StartsWith("""<p><a href="https://example.com/">文</a><a id="n-call" """, Body(Para(new Link(_at, new ExternalTarget("https://example.com/"), null, [T("文"), Note("n")]))), StringComparison.Ordinal);

    [Fact]
    public void Remote_picture_becomes_a_link() =>
        Assert.Equal("""<figure id="f"><a class="absent" href="https://example.com/a.png">远图</a></figure>""", Body(new Figure(_at, "f", new Image(_at, "https://example.com/a.png", "远图", null, null), [])));

    [Fact]
    public void Missing_picture_leaves_its_words() =>
        Assert.Equal("""<p><span class="absent">图</span><span class="absent">b.png</span></p>""", Body(Para(new Image(_at, "a.png", "图", null, null), new Image(_at, "b.png", "", null, null))));

    [Theory]
    [InlineData("https://example.com/路?a=[1]|2#节", "https://example.com/%E8%B7%AF?a=%5B1%5D%7C2#%E8%8A%82")]
    [InlineData("https://例子.测试/", "https://xn--fsqu00a.xn--0zwm56d/")]
    [InlineData("https://example.com:8080/100%", "https://example.com:8080/100%25")]
    [InlineData("mailto:a@example.com", "mailto:a@example.com")]
    public void Outside_address_is_encoded(string address, string written) =>
        Assert.Equal($"""<p><a href="{written}">文</a></p>""", Body(Para(LinkTo(new ExternalTarget(address), "文"))));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://")]
    [InlineData("没有")]
    [InlineData("")]
    public void Address_that_leads_nowhere_leaves_the_words(string address) =>
        Assert.Equal("<p>文</p>", Body(Para(LinkTo(new ExternalTarget(address), "文"))));

    [Fact]
    public void Code_keeps_its_text_and_colours_its_tokens() =>
        Assert.Equal(
            """<pre lang="en" xml:lang="en" translate="no"><code class="language-c"><span class="tk-keyword">if</span> (a &lt; b)</code></pre>""",
            Body(new CodeBlock(_at, "c", null, "if (a < b)", [new CodeToken(0, 2, CodeTokenKind.Keyword)])));

    [Fact]
    public void Table_heads_have_a_scope_and_an_empty_corner_is_no_head() // epub.md 37
    {
        var table = new Table(_at, [ColumnAlignment.Default, ColumnAlignment.Right], [Row("", "值")], [Row("甲", "1")]);
        Assert.Equal(
            """
            <table>
            <thead>
            <tr><td></td><th scope="col" class="right">值</th></tr>
            </thead><tbody>
            <tr><td>甲</td><td class="right">1</td></tr>
            </tbody></table>
            """.ReplaceLineEndings("\n"),
            Body(table));
    }

    [Fact]
    public void Captions_of_tables_figures_and_code_have_their_label() // 6.4
    {
        Assert.Equal(
            """
            <table id="b"><caption><span class="label">表 1-1</span> 茶</caption>
            <tbody>
            <tr><td>甲</td></tr>
            </tbody></table>
            """.ReplaceLineEndings("\n"),
            Body(new Table(_at, [ColumnAlignment.Default], [], [Row("甲")]) { Id = "b", Label = new("表", "1-1"), Caption = [T("茶")] }));
        var image = new Image(_at, "a.png", "x", null, null);
        Assert.Equal("""<figure id="f"><span class="absent">x</span><figcaption><span class="label">图 1-1</span> 壶</figcaption></figure>""", Body(new Figure(_at, "f", image, [T("壶")]) { Label = new("图", "1-1") }));
        Assert.Equal("""<figure id="f"><span class="absent">x</span><figcaption><span class="label-alone">图 1-1</span></figcaption></figure>""", Body(new Figure(_at, "f", image, []) { Label = new("图", "1-1") }));
        Assert.StartsWith("""<figure id="b" class="code"><figcaption><span class="label">代码 1-1</span> a.c</figcaption><pre lang="en" xml:lang="en" translate="no">""", Body(new CodeBlock(_at, "", "a.c", "x", []) { Id = "b", Label = new("代码", "1-1") }), StringComparison.Ordinal);
        Assert.StartsWith("""<pre id="b" lang="en" xml:lang="en" translate="no">""", Body(new CodeBlock(_at, "", null, "x", []) { Id = "b" }), StringComparison.Ordinal);
    }

    [Theory] // epub.md 37: short words stay whole, and the table still fits a telephone
    [InlineData("2023.11|很长的一句话", "..")]
    [InlineData("2023.11|https://example.com/a/long/address", ".b")]
    [InlineData("configuration|default|environment", "b..")]
    [InlineData("a|b|c|d|e|f|g|h|i|j|k|abcde", "...........b")]
    public void Long_words_of_a_table_may_break_anywhere(string row, string expected)
    {
        var cells = row.Split('|');
        var table = new Table(_at, [.. cells.Select(_ => ColumnAlignment.Default)], [], [Row(cells)]);
        Assert.Equal(expected, string.Concat(Body(table).Split("<td").Skip(1).Select(c => c.StartsWith(" class=\"breakable\"", StringComparison.Ordinal) ? 'b' : '.')));
    }

    [Fact]
    public void Verse_and_who_wrote_it_have_classes_of_their_own() => // 6.4
        Assert.Equal(
            """<blockquote class="verse"><p>天<br />地</p>""" + "\n" + """<p class="attribution">——甲</p>""" + "\n</blockquote>",
            Body(new Quote(_at, [Para(T("天"), new LineBreak(_at), T("地")), Para("——甲")], IsVerse: true)));

    [Fact]
    public void Line_numbers_are_the_stylesheets_and_not_text() =>
        Assert.Equal(
            """<pre lang="en" xml:lang="en" translate="no"><code><span class="line-number" data-number="9" aria-hidden="true"></span><span class="tk-comment">/*""" + "\n"
            + """<span class="line-number" data-number="10" aria-hidden="true"></span>*/</span>a</code></pre>""",
            Body(new CodeBlock(_at, "", null, "/*\n*/a", [new CodeToken(0, 5, CodeTokenKind.Comment)], 9)));

    [Fact]
    public void Columns_of_numbers_are_set_to_the_right() => // 6.4
        Assert.Contains("""<td class="right">12.5</td>""", Body(new Table(_at, [ColumnAlignment.Default], [], [Row("12.5"), Row("3%")])), StringComparison.Ordinal);

    [Fact]
    public void Emphasised_Han_has_dots_where_the_book_asks_for_them() // 6.4
    {
        var book = Of(new Chapter(new SourceFile("a.md", ""), "c", "章", 0, null, [Para(new Emphasis(_at, [T("着重")]), new Emphasis(_at, [T("Latin")]))])) with { Design = new Design { House = new HouseStyle { DotsEmphasis = true } } };
        Assert.Equal("""<p><em class="dot">着重</em><em class="latin">Latin</em></p>""", OpenedEpub.Of(book).Markup("text/chapter-001.xhtml"));
    }

    private static TableRow Row(params string[] cells) => new(_at, [.. cells.Select(c => new TableCell(_at, c.Length == 0 ? [] : [T(c)]))]);

    private static Note Note(string id) => new(_at, id, "1", [Para("注文")]);

    private static string Body(params ImmutableArray<Block> blocks) =>
        OpenedEpub.Of(Of(new Chapter(new SourceFile("a.md", ""), "c", "章", 0, null, blocks))).Markup("text/chapter-001.xhtml");
}
