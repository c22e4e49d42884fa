using Kanyin.Books.Model;
using Kanyin.Editions.Pdf;
using Kanyin.Editions.Pdf.Tags;
using Kanyin.Typesetting.Pages;
using Xunit;
using static Kanyin.Tests.Pdf.HandSet;

namespace Kanyin.Tests.Pdf;

/// <summary>What PDF/UA-1 asks of the tags, beyond what the file's checker can see.</summary>
public sealed class PdfTagTests
{
    [Theory] // ISO 14289-1 7.4.2
    [InlineData("H1 H3 H3 H2", "H1 H2 H2 H2")]
    [InlineData("H2 H4 H1 H2", "H1 H2 H1 H2")]
    [InlineData("H1 H2 H3 H2 H1", "H1 H2 H3 H2 H1")]
    [InlineData("H1 H6 H1 H5 H6", "H1 H2 H1 H2 H3")]
    public void Headings_are_tagged_by_depth_so_that_no_level_is_skipped(string written, string tagged)
    {
        var document = new StructureElement(StructureRole.Document);
        var headings = written.Split(' ').Select(role => document.Add(StructureRole.Sect).Add(Enum.Parse<StructureRole>(role))).ToList();
        var names = TagNames.Of(document);
        Assert.Equal(tagged, string.Join(' ', headings.Select(h => names[h].Value)));
    }

    [Fact]
    public void The_title_of_a_part_stands_above_its_chapters()
    {
        var document = new StructureElement(StructureRole.Document);
        var preface = document.Add(StructureRole.Sect).Add(StructureRole.H1);
        var part = document.Add(StructureRole.Part);
        var title = part.Add(StructureRole.H1);
        var chapter = part.Add(StructureRole.Sect).Add(StructureRole.H1);
        var names = TagNames.Of(document);
        Assert.Equal(["H1", "H1", "H2"], new[] { preface, title, chapter }.Select(h => names[h].Value));
    }

    [Fact]
    public void Pieces_of_a_link_on_one_line_are_one_area_of_the_link()
    {
        var root = new StructureElement(StructureRole.Document);
        var link = root.Add(StructureRole.P).Add(StructureRole.Link);
        var code = link.Add(StructureRole.Code);
        var target = new ExternalTarget("https://a.b/");
        var page = Page("1", new LinkArea(20, 20, link, 30, 12, target, "看"), new LinkArea(52, 21, code, 20, 11, target, "代码"), new LinkArea(10, 40, link, 25, 12, target, "代码"), new LinkArea(80, 40, null, 9, 9, target, "again"));
        var areas = Links.On(page, TagNames.Of(root)).ToList();
        Assert.All(areas, a => Assert.Equal(link, a.Owner));
        Assert.Equal(["20 20 52 12 看代码", "10 40 25 12 代码"], areas.Select(a => $"{a.X} {a.Y} {a.Width} {a.Height} {a.Description}"));
    }

    [Fact]
    public void A_link_whose_target_is_missing_is_plain_words()
    {
        var document = new StructureElement(StructureRole.Document);
        var link = document.Add(StructureRole.P).Add(StructureRole.Link);
        var dump = PdfDump.Of(Write(Book(document, Page("1", Run(20, 30, link, Song, "字"), new LinkArea(20, 20, link, 10, 12, new InternalTarget("a.md", "gone"), "字")))));
        Assert.Contains("/S/Span/P", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("/S/Link/P", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void Furniture_says_what_it_is()
    {
        PageItem Kind(int x, Artifact kind) => Run(x, 30, null, Song, "字") with { Artifact = kind };
        var file = Write(Book(new StructureElement(StructureRole.Document), Page("1",
            Kind(10, Artifact.RunningHead), Kind(30, Artifact.RunningHead), Kind(50, Artifact.Folio), Kind(70, Artifact.Repetition), Kind(90, Artifact.Layout),
            new Rule(10, 50, null, 20, 5, Colour.Black) { Artifact = Artifact.Background })));
        string[] expected = ["/H ", "/N ", "<</Type/Pagination>>", "<</Type/Layout>>", "<</Type/Background/BBox[10 345 30 350]>>"];
        Assert.Equal(expected, PdfDump.Content(file).Split("/Artifact").Skip(1).Select(a => a[..a.IndexOf("BDC", StringComparison.Ordinal)]));
        Assert.Contains("<</H<</Type/Pagination/Subtype/Header>>/N<</Type/Pagination/Subtype/Footer>>>>", PdfDump.Of(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_says_what_it_covers_unless_it_stands_on_two_pages()
    {
        var document = new StructureElement(StructureRole.Document);
        var whole = document.Add(new StructureElement(StructureRole.Figure) { Alt = "图" });
        var cut = document.Add(new StructureElement(StructureRole.Figure) { Alt = "图" });
        var dump = PdfDump.Of(Write(Book(document,
            Page("1", new Rule(10, 20, whole, 30, 40, Colour.Black), new Rule(20, 50, whole, 40, 40, Colour.Black), new Rule(0, 390, cut, 5, 5, Colour.Black)),
            Page("2", new Rule(0, 0, cut, 5, 5, Colour.Black)))));
        Assert.Equal(["/A<</O/Layout/BBox[10 310 60 380]>>"], System.Text.RegularExpressions.Regex.Matches(dump, "/A<</O/Layout.*?>>").Select(m => m.Value));
    }

    [Fact] // ISO 32000-1 14.8.2.3.1: content order is reading order as far as it can be
    public void A_cell_is_said_to_its_end_before_the_next()
    {
        var document = new StructureElement(StructureRole.Document);
        var row = document.Add(StructureRole.Table).Add(StructureRole.TR);
        var (left, right) = (row.Add(StructureRole.TD), row.Add(StructureRole.TD));
        var book = Book(document, Page("1", Run(20, 30, left, Song, "左一"), Run(80, 30, right, Song, "右一"), Run(20, 50, left, Song, "左二"), Run(80, 50, right, Song, "右二")));
        Assert.Equal("左一左二右一右二", TextOf(book));
    }

    [Fact]
    public void Text_of_a_loose_line_is_given_beside_it()
    {
        Assert.Contains("/Span<</MCID 1/ActualText(\u00FE\u00FF", PdfDump.Content(Write(Paragraph(p => Run(20, 30, p, Song, "松散", gap: 2)))), StringComparison.Ordinal);
        Assert.DoesNotContain("ActualText", PdfDump.Content(Write(Paragraph(p => Run(20, 30, p, Song, "不松", gap: 0.5)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_for_private_use_are_given_beside_their_glyphs() // ISO 19005-2 6.2.11.7.3
    {
        var content = PdfDump.Content(Write(Paragraph(p => new GlyphRun(20, 30, p, Song, 10, 1, Colour.Black, "\uE001", [new Glyph(Song.GlyphOf('〓'), 0, 0, 0, 1)]))));
        Assert.Contains("/ActualText(\u00FE\u00FF\u00E0\u0001)", content, StringComparison.Ordinal);
    }

    [Fact]
    public void The_colour_profile_is_whole_and_always_the_same()
    {
        var profile = OutputIntent.Profile();
        Assert.Equal(profile, OutputIntent.Profile());
        Assert.Equal(profile.Length, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile));
        Assert.Equal("acsp", System.Text.Encoding.ASCII.GetString(profile, 36, 4));
        Assert.Equal(0, profile.Length % 4); // ICC.1:2004-10 7.1
    }
}
