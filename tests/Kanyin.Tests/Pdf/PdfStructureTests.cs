using System.Text;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Books.Model;
using Kanyin.Editions.Pdf;
using Kanyin.Typesetting.Pages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;
using Xunit;
using static Kanyin.Tests.Pdf.HandSet;

namespace Kanyin.Tests.Pdf;

public sealed class PdfStructureTests
{
    [Fact]
    public void Metadata_reaches_the_file()
    {
        var file = Write(Paragraph(p => Run(20, 30, p, Song, "字")));
        using var pdf = PdfDocument.Open(file);
        Assert.Equal("活字之书", pdf.Information.Title);
        Assert.Equal("沈括, Bi Sheng", pdf.Information.Author);
        Assert.Equal("D:20240305000000Z", pdf.Information.CreationDate);
        var text = Encoding.UTF8.GetString(file); // the packet is readable to tools that know nothing of PDF
        Assert.Contains("版权 &amp; &lt;自由&gt;", text, StringComparison.Ordinal);
        Assert.Contains("2024-03-05T00:00:00Z", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_stream_is_still_valid_zlib() =>
        Assert.Equal(Convert.FromHexString("789C030000000001"), PdfFile.Flate([])); // RFC 1950 2.2: header, an empty block, Adler-32 of nothing

    [Fact]
    public void Undated_book_has_no_date() =>
        Assert.DoesNotContain("Date", PdfDump.Of(Write(Paragraph(p => Run(20, 30, p, Song, "字")) with { Metadata = Metadata with { Date = null } })), StringComparison.Ordinal);

    [Fact]
    public void Outline_lists_every_heading_and_leads_to_its_place()
    {
        var document = new StructureElement(StructureRole.Document);
        var book = Book(document, Page("1", new DestinationMark(0, 40, "a"), new DestinationMark(0, 90, "a-1")), Page("2", new DestinationMark(0, 60, "b"))) with
        {
            Outline = [new(1, "第一章 开始", "a"), new(2, "1.1 节", "a-1"), new(3, "小节", "a-1"), new(1, "第二章", "b"), new(1, "无处", "gone")],
        };
        using var pdf = Open(book);
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        var roots = bookmarks.Roots.OfType<DocumentBookmarkNode>().ToList();
        Assert.Equal(["第一章 开始", "第二章"], roots.Select(r => r.Title));
        Assert.Equal([1, 2], roots.Select(r => r.PageNumber));
        Assert.Equal(310, ((DocumentBookmarkNode)roots[0].Children[0]).Destination.Coordinates.Top);
        Assert.Equal("小节", roots[0].Children[0].Children[0].Title);

        var dump = PdfDump.Of(Write(book));
        Assert.Contains("/Count 4>>", dump, StringComparison.Ordinal); // three chapters and one section show
        Assert.Contains("/Count 1>>", dump, StringComparison.Ordinal); // the first chapter is open
        Assert.Contains("/Count -1>>", dump, StringComparison.Ordinal); // its section is closed
    }

    [Fact]
    public void Links_lead_inside_and_outside_and_broken_ones_nowhere()
    {
        var document = new StructureElement(StructureRole.Document);
        var link = document.Add(StructureRole.P).Add(StructureRole.Link);
        LinkArea To(LinkTarget target) => new(20, 20, link, 50, 12, target, "说明");
        var dump = PdfDump.Of(Write(Book(document, Page("1",
            Run(20, 30, link, Song, "链接"),
            To(new InternalTarget("a.md", "here")),
            To(new InternalTarget("a.md", "nowhere")),
            To(new ExternalTarget("https://例.cn/a b?q=(中)")),
            To(new BrokenTarget("x", BrokenReason.MissingFile)),
            new DestinationMark(0, 10, "here")))));
        Assert.Equal(2, dump.Split("/Subtype/Link/Rect[20 368 70 380]/Border[0 0 0]/F 4").Length - 1);
        Assert.Contains("/Dest(here)/Contents“说明”", dump, StringComparison.Ordinal);
        Assert.Contains(@"/URI(https://%E4%BE%8B.cn/a%20b?q=\(%E4%B8%AD\))", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("nowhere", dump, StringComparison.Ordinal);
        Assert.Matches(@"/S/Link/P \d+ 0 R/Pg \d+ 0 R/K\[0 <</Type/OBJR/Pg \d+ 0 R/Obj \d+ 0 R>> <</Type/OBJR", dump);
    }

    [Theory]
    [InlineData("https://a.b/c?d=e&f=g#h", "https://a.b/c?d=e&f=g#h")]
    [InlineData("https://a.b/%E4%BD%A0", "https://a.b/%E4%BD%A0")]
    [InlineData("https://a.b/你 <x>\"", "https://a.b/%E4%BD%A0%20%3Cx%3E%22")]
    [InlineData("mailto:某@a.b", "mailto:%E6%9F%90@a.b")]
    public void Addresses_become_ascii(string address, string expected) => Assert.Equal(expected, Links.Ascii(address));

    [Theory]
    [InlineData(",i,ii,iii,1,2", "<</Nums[0<<>>1<</S/r>>4<</S/D>>]>>")]
    [InlineData("5,6,8", "<</Nums[0<</S/D/St 5>>2<</S/D/St 8>>]>>")]
    [InlineData("iv,v,vi", "<</Nums[0<</S/r/St 4>>]>>")]
    [InlineData("A-1,A-1,ivx,007", "<</Nums[0<</P(A-1)>>2<</P(ivx)>>3<</P(007)>>]>>")]
    [InlineData(",,1,,", "<</Nums[0<<>>2<</S/D>>3<<>>]>>")]
    public void Page_labels_are_ranges(string labels, string expected) =>
        Assert.Equal(expected, System.Text.Encoding.Latin1.GetString(PageLabels.Of(labels.Split(',')).Written));

    [Fact]
    public void Tags_follow_the_book_over_page_breaks_and_around_children()
    {
        var document = new StructureElement(StructureRole.Document);
        var paragraph = document.Add(StructureRole.P);
        var link = paragraph.Add(new StructureElement(StructureRole.Span) { Language = "en" });
        var note = paragraph.Add(StructureRole.Note);
        document.Add(StructureRole.P); // nothing of it is on paper
        var dump = PdfDump.Of(Write(Book(document,
            Page("1", Run(20, 30, null, Song, "页眉"), Run(20, 50, paragraph, Song, "前"), Run(30, 50, link, Latin, "in"), Run(40, 50, paragraph, Song, "后"), Run(20, 380, note, Song, "注")),
            Page("2", Run(20, 30, paragraph, Song, "次页")))));
        Assert.Matches(@"/S/P/P \d+ 0 R/Pg 5 0 R/K\[0 \d+ 0 R 2 <</Type/MCR/Pg \d+ 0 R/MCID 0>> \d+ 0 R\]", dump.Replace(Page1(dump), "5 0 R", StringComparison.Ordinal));
        Assert.Contains("/S/Span/P", dump, StringComparison.Ordinal);
        Assert.Contains("/Lang(en)", dump, StringComparison.Ordinal);
        Assert.Equal(2, dump.Split("/S/P/P").Length); // the empty paragraph is left out
        Assert.Contains("/Artifact<</Type/Layout>>BDC", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_cells_keep_the_shape_of_their_table()
    {
        var document = new StructureElement(StructureRole.Document);
        var table = document.Add(StructureRole.Table);
        var head = table.Add(StructureRole.THead).Add(StructureRole.TR);
        var row = table.Add(StructureRole.TBody).Add(StructureRole.TR);
        head.Add(StructureRole.TH);
        var th = head.Add(StructureRole.TH);
        var side = row.Add(StructureRole.TH);
        row.Add(StructureRole.TD);
        var dump = PdfDump.Of(Write(Book(document, Page("1", Run(20, 30, th, Song, "头"), Run(20, 50, side, Song, "侧")))));
        Assert.Equal(2, dump.Split("/A<</O/Table/Scope/Column>>").Length - 1);
        Assert.Single(dump.Split("/A<</O/Table/Scope/Row>>").Skip(1));
        Assert.Contains("/S/TD/P", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void Owner_outside_the_tree_is_refused()
    {
        var stray = new StructureElement(StructureRole.P);
        Assert.Throws<InvalidOperationException>(() => Write(Book(new StructureElement(StructureRole.Document), Page("1", Run(20, 30, stray, Song, "字")))));
    }

    [Fact]
    public void Large_books_have_trees_of_pages_and_names()
    {
        var document = new StructureElement(StructureRole.Document);
        var pages = Enumerable.Range(1, 150).Select(i => Page($"{i}", Run(20, 30, document.Add(StructureRole.P), Song, "页"), new DestinationMark(0, 0, $"p{i}"))).ToArray();
        using var pdf = Open(Book(document, pages));
        Assert.Equal(150, pdf.NumberOfPages);
        Assert.All(pdf.GetPages(), p => Assert.Equal("页", p.Text));
        Assert.Equal(300, pdf.GetPage(150).Width);
    }

    [Fact]
    public void Empty_book_is_still_a_file()
    {
        using var pdf = Open(Book(new StructureElement(StructureRole.Document), Page("")));
        Assert.Equal(1, pdf.NumberOfPages);
    }

    private static string Page1(string dump) => System.Text.RegularExpressions.Regex.Match(dump, @"(\d+): <</Type/Page/").Groups[1].Value + " 0 R";
}
