using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Xunit;
using Math = System.Math;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>What stands before and after the text (typography.md 6.3, 6.4), in the test face.</summary>
public sealed class FrontMatterTests
{
    private static readonly FontBook Fonts = FontBook.Of(TestFace.Create());
    private static readonly BookStyle Style = BookStyle.Named("b5");
    private static readonly BookMetadata Facts = new("茶事", "小书", ["陆小青"], "zh-CN", new DateOnly(2026, 11, 20), "书社", "版权所有", "id", null);

    [Fact]
    public void Prefaces_stand_before_the_contents_and_are_numbered_with_them()
    {
        var pages = Set(Book([Chapter(0, "前言"), Chapter(1, "茶树"), Chapter(2, "水")])).Pages;
        Assert.Equal(["", "", "i", "ii", "iii", "iv", "v", "vi", "1", "2", "3"], pages.Select(p => p.Label));
        Assert.Equal(("iii", "v", "1"), (LabelOf(pages, "h0"), LabelOf(pages, "kanyin-contents"), LabelOf(pages, "h1")));
        Assert.Equal(["iii", "1", "3"], Entries(pages.Single(p => p.Label == "v")).Select(e => e.Number));
    }

    [Fact]
    public void A_book_of_nothing_but_a_preface_has_it_as_its_text() => Assert.Equal("1", LabelOf(Set(Book([Chapter(0, "前言")])).Pages, "h0"));

    [Fact]
    public void The_outline_follows_the_pages() =>
        Assert.Equal(["前言", "目录", "茶树"], Set(Book([Chapter(0, "前言"), Chapter(1, "茶树")])).Outline.Select(o => o.Text));

    [Fact]
    public void Numbers_and_turn_over_lines_of_the_contents_keep_their_distances() // 6.4
    {
        var em = Style.Body;
        var page = Set(Book([.. Enumerable.Range(1, 9).Select(i => Chapter(i, new string('天', 20 + (3 * i)), 4 * i))])).Pages.Single(p => p.Label == "iii");
        var right = Style.Inner + Style.Measure;
        var entries = Entries(page).ToList();
        Assert.Equal(9, entries.Count);
        Assert.All(entries, e => Assert.Equal(right, e.NumberEnd, 6));
        Assert.All(entries, e => Assert.InRange(e.WordsEnd, 0, right - (3 * em) - em)); // the widest number is two figures
        var dots = page.Items.OfType<GlyphRun>().Where(r => r.Text.StartsWith("..", StringComparison.Ordinal)).ToList();
        Assert.Equal(9, dots.Count);
        Assert.All(dots, d => Assert.InRange(d.Text.Length * 0.5, 2, 40));
        Assert.All(dots, d => Assert.Equal(0, Math.Abs(Math.IEEERemainder(right - d.X - (0.25 * em) + (0.25 * d.Size), 0.5 * em)), 6));
    }

    [Fact]
    public void No_entry_of_the_contents_ends_in_a_line_of_one_or_two_Han()
    {
        for (var length = 28; length < 36; length++)
        {
            var page = Set(Book([Chapter(1, new string('天', length)), Chapter(2, "水")])).Pages.Single(p => p.Label == "iii");
            var last = page.Items.OfType<GlyphRun>().Where(r => r.Text.All(c => c == '天')).GroupBy(r => r.Y).OrderBy(g => g.Key).Last();
            Assert.InRange(last.Sum(r => r.Text.Length), 3, 36);
        }
    }

    [Theory]
    [InlineData("前言", 2, 1)]
    [InlineData("前言", 0, 0)]
    [InlineData("参考书", 2, 0)]
    [InlineData("参考书", 4, 0.5)]
    [InlineData("C言", 4, 0.25)] // the gap between scripts
    public void Short_titles_are_set_with_space_between(string title, int most, double gap) // 6.3
    {
        var design = new Design { Page = new PageDesign(Place.Of(new SourceFile("book.yml", "")), null, null, null, null, null, null, null, null, 0) { SpacedTitle = most } };
        var runs = Set(Book([Chapter(1, "茶树"), Chapter(2, title)]) with { Design = design }).Pages[^1].Items.OfType<GlyphRun>().Where(r => r.Owner?.Role == StructureRole.H1).ToList();
        Assert.Equal(title, string.Concat(runs.Select(r => r.Text)));
        var glyphs = runs.SelectMany(r => r.Glyphs.Select(g => r.X + g.X)).Take(2).ToList();
        Assert.Equal(gap, ((glyphs[1] - glyphs[0]) / 22) - (title[0] == 'C' ? 0.5 : 1), 6);
    }

    [Fact]
    public void A_dedication_stands_on_a_recto_of_its_own()
    {
        var pages = Set(Book([Chapter(1, "茶树"), Chapter(2, "水")]) with { Dedication = "献给祖父\n和茶" }).Pages;
        Assert.Equal(["献给祖父", "和茶"], Texts(pages.Single(p => p.Label == "iii")));
        Assert.Empty(pages.Single(p => p.Label == "iv").Items);
        Assert.Equal("v", LabelOf(pages, "kanyin-contents"));
    }

    [Fact]
    public void The_colophon_prints_what_the_book_says_and_what_can_be_counted()
    {
        var imprint = new Imprint("2", "3", "978-7-000-00000-1", "48元", "a.cn");
        var metadata = Facts with { Imprint = imprint, Contributors = [new("顾元茗", ContributorRole.Translator), new("林一舟", ContributorRole.Editor)] };
        var book = Set(Book([Chapter(1, "茶树"), Chapter(2, "水")], metadata));
        Assert.Equal(
            """
            茶事：小书
            作者 陆小青
            译者 顾元茗
            编者 林一舟
            出版 书社
            网址 a.cn
            版次 2026年11月第2版
            印次 第3次印刷
            开本 176×250毫米　1/16
            印张 0.438
            字数 1千字
            书号 ISBN 978-7-000-00000-1
            定价 48元
            版权所有
            """,
            string.Join('\n', Lines(book.Pages.Single(p => p.Label == "ii"))),
            ignoreLineEndingDifferences: true);
        Assert.Equal(7, book.Pages.Count(p => p.Label.Length > 0));
    }

    [Fact]
    public void The_colophon_may_be_the_last_page()
    {
        var pages = Set(Book([Chapter(1, "茶树"), Chapter(2, "水")], Facts) with { Design = new Design { ColophonStandsAtEnd = true } }).Pages;
        Assert.Empty(pages.Single(p => p.Label == "ii").Items);
        Assert.Equal("4", pages[^1].Label);
        Assert.Contains("作者 陆小青", Lines(pages[^1]));
        Assert.Contains("印张 0.5", Lines(pages[^1]));
    }

    [Fact]
    public void A_book_that_says_nothing_of_itself_has_no_colophon() => Assert.Empty(Set(Book([Chapter(1, "茶树")])).Pages.Single(p => p.Label == "ii").Items);

    [Fact]
    public void Authors_beside_a_translator_have_their_office_on_the_title_page()
    {
        var page = Set(Book([Chapter(1, "茶树")], Facts with { Contributors = [new("顾元茗", ContributorRole.Translator)] })).Pages.Single(p => p.Label == "i");
        Assert.Equal(["茶事", "小书", "陆小青　著", "顾元茗　译", "书社"], Texts(page));
    }

    [Theory]
    [InlineData("b5")]
    [InlineData("reader")]
    public void Nothing_stands_off_the_page(string format)
    {
        var metadata = Facts with { Imprint = new Imprint("2", "3", "978-7-000-00000-1", "48元", "a.cn") };
        var book = Book([Chapter(0, "前言", 3), Chapter(1, "茶树", 3)], metadata) with { Style = format, Dedication = "献给祖父" };
        Assert.All(Set(book).Pages, p => Assert.All(p.Items.OfType<GlyphRun>(), r =>
        {
            Assert.InRange(r.X, 0, p.Width);
            Assert.InRange(r.Y, r.Size, p.Height - (0.2 * r.Size));
        }));
    }

    [Fact]
    public void A_dedication_that_is_longer_than_its_page_is_reported()
    {
        DiagnosticBag SetWith(int lines)
        {
            var findings = new DiagnosticBag();
            Typesetter.Set(Book([Chapter(1, "茶树")]) with { Dedication = string.Join('\n', Enumerable.Repeat("诗", lines)) }, Fonts, findings);
            return findings;
        }

        Assert.Empty(SetWith(25).Sorted);
        Assert.Equal("PAGE022", Assert.Single(SetWith(50).Sorted).Kind.Id);
    }

    private static TypesetBook Set(Book book) => Typesetter.Set(book, Fonts, new DiagnosticBag());

    private static Book Book(ImmutableArray<Chapter> chapters, BookMetadata? metadata = null) =>
        new(metadata ?? new BookMetadata("书", null, [], "zh-CN", null, null, null, "id", null), "b5", null, chapters);

    /// <param name="pages">About so many pages of text.</param>
    private static Chapter Chapter(int number, string title, int pages = 0)
    {
        var file = new SourceFile($"{number}.md", "");
        var at = Place.Of(file);
        Block heading = new Heading(at, 1, $"h{number}", $"h{number}", null, null, [new Text(at, title)]);
        var text = Enumerable.Repeat((Block)new Paragraph(at, [new Text(at, "文")]), 35 * pages);
        return new(file, $"c{number}", title, 0, null, [heading, .. text]);
    }

    private static IEnumerable<string> Texts(Page page) => page.Items.OfType<GlyphRun>().Select(r => r.Text);

    /// <summary>The words of the page line by line, from top to bottom.</summary>
    private static IEnumerable<string> Lines(Page page) => page.Items.OfType<GlyphRun>().GroupBy(r => r.Y).OrderBy(g => g.Key).Select(g => string.Concat(g.OrderBy(r => r.X).Select(r => r.Text)));

    private static IEnumerable<(string Number, double NumberEnd, double WordsEnd)> Entries(Page page)
    {
        foreach (var entry in page.Items.OfType<GlyphRun>().Where(r => r.Owner?.Role == StructureRole.Link && r.Text != " ").GroupBy(r => r.Owner))
        {
            var number = entry.Last();
            yield return (number.Text, number.X + (number.Text.Length * 0.5 * number.Size), entry.SkipLast(1).Max(r => r.X + (r.Text.Length * r.Size)));
        }
    }

    private static string LabelOf(IEnumerable<Page> pages, string id) => pages.First(p => p.Items.OfType<DestinationMark>().Any(m => m.Id == id)).Label;
}
