using System.Text;
using System.Xml.Linq;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Tests.Pdf;
using Kanyin.Tests.Publishing;
using Kanyin.Tests.Solution;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Pages;
using Xunit;
using Path = System.IO.Path;

namespace Kanyin.Tests.Epub;

/// <summary>“Turn to page 47” means the same in both editions (epub.md 15, 16).</summary>
public sealed class PageListTests
{
    private static readonly XNamespace _ncx = "http://www.daisy.org/z3986/2005/ncx/";

    private static readonly Lazy<(TypesetBook Typeset, OpenedEpub Epub)> _handbook = new(() => Publish(Path.Combine(Repository.Root, "content", "handbook")));

    public static TheoryData<string> Books => [.. new[] { "elements", "footnotes", "tables-and-code", "pictures" }.Select(b => Path.Combine("tests", "Kanyin.Tests", "EndToEnd", "Books", b)), Path.Combine("content", "handbook")];

    [Theory]
    [MemberData(nameof(Books))]
    public void The_words_after_a_mark_are_the_first_words_of_the_page(string folder)
    {
        var (typeset, epub) = Publish(Path.Combine(Repository.Root, folder));
        var after = WordsAfterMarks(epub);
        var pages = typeset.Pages.Where(p => p.Begins is not null).ToList();
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            var printed = FirstWords(page);
            Assert.True(after.TryGetValue(page.Label, out var words), $"No mark for page {page.Label}.");
            Assert.True(words.StartsWith(printed, StringComparison.Ordinal), $"Page {page.Label} begins with “{printed}”, its mark stands before “{words[..System.Math.Min(40, words.Length)]}”.");
        }
    }

    [Fact]
    public void A_part_and_its_first_chapter_begin_pages_of_their_own()
    {
        using var folder = new TemporaryFolder();
        folder.Write("SUMMARY.md", "# 目录\n\n# 部\n\n- [甲](a.md)\n- [乙](b.md)\n");
        folder.Write("a.md", "---\ntitle: 第一篇\n---\n\n第一篇的内容。\n");
        folder.Write("b.md", "---\ntitle: 第二篇\n---\n\n第二篇的内容。\n");
        var (_, epub) = Publish(folder.FullName);

        var words = WordsAfterMarks(epub);
        Assert.StartsWith("部", words["1"], StringComparison.Ordinal);
        Assert.StartsWith("第一篇", words["3"], StringComparison.Ordinal);
        Assert.StartsWith("第二篇", words["5"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_with_text_is_listed_once_in_order()
    {
        var (typeset, epub) = _handbook.Value;
        var nav = epub.Xml("nav.xhtml").Descendants(OpenedEpub.Html + "nav").Single(n => n.Attribute(OpenedEpub.Ops + "type")!.Value == "page-list");
        var listed = nav.Descendants(OpenedEpub.Html + "a").Select(a => a.Value).ToList();
        Assert.Equal(typeset.Pages.Select(p => p.Label).Where(listed.Contains), listed);
        Assert.Equal(typeset.Pages.Where(p => p.Begins is not null).Select(p => p.Label), listed.Where(l => typeset.Pages.Any(p => p.Label == l && p.Begins is not null)));
        Assert.Equal("i", listed[0]);
        Assert.Contains(nav.Descendants(OpenedEpub.Html + "a"), a => a.Attribute("href")!.Value.StartsWith("nav.xhtml#page-", StringComparison.Ordinal)); // Ace finds no mark in the same file without its name
    }

    [Fact]
    public void The_page_list_for_old_readers_has_one_order_with_the_contents()
    {
        var ncx = _handbook.Value.Epub.Xml("toc.ncx");
        var places = ncx.Descendants().Where(e => e.Attribute("playOrder") is not null).Select(e => (Order: (int)e.Attribute("playOrder")!, Address: e.Element(_ncx + "content")!.Attribute("src")!.Value)).Distinct().OrderBy(p => p.Order).ToList();
        Assert.Equal(Enumerable.Range(1, places.Count), places.Select(p => p.Order)); // one number an address, without gaps
        var targets = ncx.Descendants(_ncx + "pageTarget").ToList();
        Assert.All(targets.Zip(targets.Skip(1)), pair => Assert.True((int)pair.First.Attribute("playOrder")! < (int)pair.Second.Attribute("playOrder")!));
        Assert.Equal("front", targets[0].Attribute("type")!.Value);
        Assert.Equal(("normal", "1"), (targets.First(t => t.Value.Trim() == "1").Attribute("type")!.Value, targets.First(t => t.Value.Trim() == "1").Attribute("value")!.Value));
    }

    [Fact]
    public void The_package_names_what_the_pages_are_of()
    {
        var package = Encoding.UTF8.GetString(_handbook.Value.Epub.File("package.opf"));
        Assert.Contains("""<dc:source id="print">《刊印手册》PDF 版</dc:source>""", package, StringComparison.Ordinal);
        Assert.Contains("""<meta refines="#print" property="source-of">pagination</meta>""", package, StringComparison.Ordinal);
        Assert.Contains("pageBreakMarkers", package, StringComparison.Ordinal);
        Assert.DoesNotContain("pageBreakMarkers", Encoding.UTF8.GetString(OpenedEpub.Of(SampleBook.Whole).File("package.opf")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_may_begin_inside_a_link_a_line_of_code_and_a_word_that_is_cut()
    {
        var source = new SourceFile("a.md", new string('x', 100));
        Text At(int start, string words) => new(new Place(source, start, 1), words);
        var link = new Link(new Place(source, 1, 5), new ExternalTarget("https://example.com/"), null, [At(2, "甲乙丙")]);
        var code = new CodeBlock(new Place(source, 20, 5), "", null, "a\nb\nc", [new CodeToken(2, 3, CodeTokenKind.String)]);
        var book = SampleBook.Of(new Chapter(source, "c", "章", 0, null, [new Paragraph(new Place(source, 1, 9), [link]), code, new Heading(new Place(source, 40, 3), 2, "h", "h", null, null, [At(41, "题")])]));
        var typeset = SampleBook.Typeset with { Pages = [Page("1", link.Inlines[0].At, 1), Page("2", code.At, 2), Page("3", code.At, 4), Page("4", new Place(source, 41, 1), 0)] };
        var markup = OpenedEpub.Of(book, typeset).Markup("text/chapter-001.xhtml");
        Assert.Contains("""甲<span id="page-1" epub:type="pagebreak" role="doc-pagebreak" aria-label="1"></span>乙丙</a>""", markup, StringComparison.Ordinal);
        Assert.Contains("""<code>a""" + "\n" + """<span class="tk-string"><span id="page-2" epub:type="pagebreak" role="doc-pagebreak" aria-label="2"></span>b""" + "\n" + """<span id="page-3" """, markup, StringComparison.Ordinal);
        Assert.Contains("""<span id="page-4" epub:type="pagebreak" role="doc-pagebreak" aria-label="4"></span><h1 id="h">题</h1>""", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_are_found_in_a_text_that_several_files_share()
    {
        var source = new SourceFile("a.md", "");
        var lines = string.Join('\n', Enumerable.Range(0, 60_000).Select(i => $"line {i:00000}"));
        var code = new CodeBlock(Place.Of(source), "", null, lines, []);
        var at = lines.IndexOf("line 50000", StringComparison.Ordinal);
        var epub = OpenedEpub.Of(SampleBook.Of(new Chapter(source, "c", "章", 0, null, [code])), SampleBook.Typeset with { Pages = [Page("9", code.At, at)] });
        Assert.StartsWith("line50000line50001", WordsAfterMarks(epub)["9"], StringComparison.Ordinal);
    }

    private static Page Page(string label, Place at, int offset) => new(300, 400, label, []) { Begins = new TextPosition(at, offset) };

    private static (TypesetBook Typeset, OpenedEpub Epub) Publish(string folder)
    {
        var findings = new DiagnosticBag();
        var book = BookReader.Read(folder, new ReadingOptions(), findings)!;
        var typeset = Typesetter.Set(book, HandSet.Fonts, findings);
        return (typeset, OpenedEpub.Of(book, typeset));
    }

    /// <summary>The first run of the page's text, as far as it goes, without what only paper has.</summary>
    private static string FirstWords(Page page)
    {
        var first = page.AllItems.First(i => i.Source == page.Begins);
        return first is GlyphRun run ? Squeezed(run.Text) : "";
    }

    private static Dictionary<string, string> WordsAfterMarks(OpenedEpub epub)
    {
        var after = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in epub.Names.Where(n => n.EndsWith(".xhtml", StringComparison.Ordinal)))
        {
            var body = epub.Xml(name["EPUB/".Length..]).Element(OpenedEpub.Html + "body")!;
            foreach (var mark in body.Descendants().Where(e => e.Attribute("role")?.Value == "doc-pagebreak"))
            {
                var words = mark.NodesAfterSelf().Concat(mark.Ancestors().SelectMany(a => a.NodesAfterSelf())).SelectMany(TextsOf).Where(t => t.Ancestors().All(a => a.Attribute("role")?.Value != "doc-noteref"));
                after.Add(mark.Attribute("aria-label")!.Value, Squeezed(string.Concat(words.Take(200).Select(t => t.Value))));
            }
        }

        return after;
    }

    private static IEnumerable<XText> TextsOf(XNode node) => node is XElement element ? element.DescendantNodes().OfType<XText>() : node is XText text ? [text] : [];

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u00AD'));
}
