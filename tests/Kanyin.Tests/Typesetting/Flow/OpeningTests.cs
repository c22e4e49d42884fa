using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>Where chapters and parts begin, and what stands at the head and the foot there (typography.md 6.3, 6.4).</summary>
public sealed class OpeningTests
{
    private static readonly FontBook Fonts = FontBook.Of(TestFace.Create());

    private static readonly Chapter[] TwoParts = [Chapter(1) with { Part = "上篇" }, Chapter(2), Chapter(3) with { Part = "下篇" }];

    [Fact]
    public void Chapters_begin_on_rectos() => Assert.Equal("1 h1|2|3 h2|4|5 h3", Body(Design.Default, Chapter(1), Chapter(2), Chapter(3)));

    [Fact]
    public void Chapters_begin_on_any_page_when_the_author_asks_for_it() =>
        Assert.Equal("1 h1|2 h2|3 h3", Body(new Design { OpensOnRecto = false }, Chapter(1), Chapter(2), Chapter(3)));

    [Theory]
    [InlineData(true, "1 part-c1|2|3 h1|4|5 h2|6|7 part-c3|8|9 h3")]
    [InlineData(false, "1 part-c1|2|3 h1|4 h2|5 part-c3|6|7 h3")]
    public void A_part_has_a_leaf_of_its_own(bool opensOnRecto, string pages) => Assert.Equal(pages, Body(new Design { OpensOnRecto = opensOnRecto }, TwoParts));

    [Fact]
    public void On_one_side_of_the_paper_no_page_stays_blank()
    {
        var book = Set("reader", Design.Default, TwoParts);
        Assert.Equal(["", "i", "ii", "1", "2", "3", "4", "5"], book.Pages.Select(p => p.Label));
        Assert.Single(book.Pages.Skip(3).Select(p => p.Items.OfType<GlyphRun>().FirstOrDefault(r => r.Text == "章")?.X).OfType<double>().Distinct());
    }

    [Fact]
    public void Parts_and_blank_pages_have_no_furniture_and_openings_only_their_number()
    {
        var pages = Set("b5", Design.Default, TwoParts).Pages;
        string[] FurnitureOf(string label) => [.. pages.Single(p => p.Label == label).Items.OfType<GlyphRun>().Where(r => r.Owner is null).Select(r => r.Text)];
        Assert.Empty(FurnitureOf("1"));
        Assert.Empty(pages.Single(p => p.Label == "2").Items);
        Assert.Equal(["3"], FurnitureOf("3"));
    }

    [Fact]
    public void The_page_number_may_stand_in_the_middle()
    {
        var design = new Design { Page = new PageDesign(Place.Of(new SourceFile("book.yml", "")), null, null, null, null, null, null, null, null, 0) { CentresPageNumber = true } };
        var page = Set("b5", design, Chapter(1)).Pages[^1];
        var number = page.Items.OfType<GlyphRun>().Single(r => r.Text == "1");
        var style = Kanyin.Typesetting.Styles.BookStyle.Named("b5");
        Assert.Equal(style.Inner + (style.Measure / 2), number.X + (number.Size / 4), 6);
    }

    [Fact]
    public void A_title_too_long_for_the_running_head_ends_in_an_ellipsis()
    {
        var chapter = Chapter(1);
        var at = Place.Of(chapter.File);
        var long_ = new Heading(at, 1, "h1", "h1", null, null, [new Text(at, new string('长', 80))]);
        var page = Set("b5", Design.Default, chapter with { Blocks = [long_, .. Enumerable.Repeat(new Paragraph(at, [new Text(at, "文")]), 80)] }).Pages.Single(p => p.Label == "3");
        var style = Kanyin.Typesetting.Styles.BookStyle.Named("b5");
        var head = page.Items.OfType<GlyphRun>().Where(r => r.Y < style.Top).ToList();
        Assert.EndsWith("……", string.Concat(head.Select(r => r.Text)), StringComparison.Ordinal);
        Assert.Single(head.Select(r => r.Y).Distinct());
        Assert.InRange(head.Min(r => r.X), style.Inner, style.Inner + (2 * style.Small));
    }

    [Theory]
    [InlineData(22, 1.5)]
    [InlineData(16, 1.11)]
    [InlineData(10, 0)]
    public void A_running_head_keeps_off_the_edge_of_the_page_or_is_left_out(double top, double lines) // 6.4
    {
        var design = new Design { Page = new PageDesign(Place.Of(new SourceFile("book.yml", "")), null, null, null, null, null, null, null, top, 0) };
        var chapter = Chapter(1);
        var text = Enumerable.Repeat((Block)new Paragraph(Place.Of(chapter.File), [new Text(Place.Of(chapter.File), "文")]), 60);
        var rule = Set("b5", design, chapter with { Blocks = [.. chapter.Blocks, .. text] }).Pages.Single(p => p.Label == "2").Items.OfType<Rule>().SingleOrDefault();
        Assert.Equal(lines, rule is null ? 0 : ((top * 72 / 25.4) - rule.Y) / 16.8, 2);
    }

    [Fact]
    public void The_composition_of_the_book_reaches_its_paragraphs()
    {
        var chapter = Chapter(1);
        var at = Place.Of(chapter.File);
        double Width(string punctuation)
        {
            var page = Set("b5", new Design { Punctuation = punctuation }, chapter with { Blocks = [new Paragraph(at, [new Text(at, "读《诗经》《楚辞》后")])] }).Pages[^1];
            var glyphs = page.Items.OfType<GlyphRun>().Where(r => r.Owner is not null).SelectMany(r => r.Glyphs.Select(g => r.X + g.X)).ToList();
            return (glyphs[^1] - glyphs[0]) / 10.5;
        }

        Assert.Equal([8.5, 9, 7], new[] { "quanjiao", "plain", "banjiao" }.Select(Width)); // PS, T17
    }

    /// <summary>The labels of the numbered pages, and what begins on each.</summary>
    private static string Body(Design design, params Chapter[] chapters) => string.Join('|', Set("b5", design, chapters).Pages
        .Where(p => int.TryParse(p.Label, out _))
        .Select(p => string.Join(' ', p.Items.OfType<DestinationMark>().Select(m => m.Id).Where(id => id[0] is 'h' or 'p').Prepend(p.Label))));

    private static TypesetBook Set(string format, Design design, params Chapter[] chapters) => Typesetter.Set(
        new Book(new BookMetadata("书名", null, [], "zh-CN", null, null, null, "id", null), format, null, [.. chapters]) { Design = design }, Fonts, new DiagnosticBag());

    private static Chapter Chapter(int number)
    {
        var file = new SourceFile($"{number}.md", "");
        return new(file, $"c{number}", "章", 0, null, [new Heading(Place.Of(file), 1, $"h{number}", $"h{number}", null, null, [new Text(Place.Of(file), "章")])]);
    }
}
