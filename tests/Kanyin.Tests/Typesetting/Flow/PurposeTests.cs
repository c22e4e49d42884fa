using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Tests.Pdf;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Xunit;

namespace Kanyin.Tests.Typesetting.Flow;

public sealed class PurposeTests
{
    private static readonly SourceFile _source = new("a.md", "");
    private static readonly Place _at = Place.Of(_source);
    private static readonly double _three = 3 * BookStyle.Millimetre;

    [Fact]
    public void Text_for_print_is_black_only_and_otherwise_links_have_a_colour()
    {
        Assert.Contains(Runs(Purpose.Both), run => !run.Colour.IsGrey);
        Assert.Contains(Runs(Purpose.Screen), run => !run.Colour.IsGrey);
        Assert.All(Runs(Purpose.Print), run => Assert.True(run.Colour.IsGrey));

        static IEnumerable<GlyphRun> Runs(Purpose purpose) => Set(new Design { Purpose = purpose }).Pages.Skip(1).SelectMany(p => p.AllItems).OfType<GlyphRun>();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_book_for_print_has_an_even_number_of_pages(int chapters)
    {
        var pages = Set(new Design { Purpose = Purpose.Print }, chapters).Pages;
        Assert.Equal(0, pages.Length % 2);
        Assert.Equal((2 * chapters).ToString(CultureInfo.InvariantCulture), pages[^1].Label);
    }

    [Fact]
    public void A_screen_sees_the_text_in_the_middle_and_no_empty_page() // PG2
    {
        var book = Set(new Design { Purpose = Purpose.Screen }, chapters: 2);
        Assert.DoesNotContain(book.Pages, page => page.Items.IsEmpty);
        Assert.Equal(150, book.PictureResolution);
        var style = BookStyle.Of(BookOf(new Design { Purpose = Purpose.Screen }, 1), new DiagnosticBag());
        Assert.Equal(style.Inner, style.Outer, 6);
    }

    [Fact]
    public void Crop_marks_stand_outside_the_bleed_and_surfaces_reach_into_it()
    {
        var page = Set(new Design { Purpose = Purpose.Print, Bleed = 3, HasCropMarks = true }).Pages[0];
        var marks = page.Items.OfType<Rule>().Where(r => r.X < -_three || r.Y < -_three || r.X > page.Width || r.Y > page.Height).ToList();
        Assert.Equal(8, marks.Count);
        Assert.All(marks, mark => Assert.True(mark.X + mark.Width <= -_three + 1e-6 || mark.Y + mark.Height <= -_three + 1e-6 || mark.X >= page.Width + _three - 1e-6 || mark.Y >= page.Height + _three - 1e-6));
        Assert.Contains(page.Items.OfType<Rule>(), r => r.X.Equals(-_three) && r.Y.Equals(-_three) && System.Math.Abs(r.Width - page.Width - (2 * _three)) < 1e-6);
    }

    [Fact]
    public void The_boxes_of_a_page_lie_in_one_another() // ISO 32000-1 14.11.2
    {
        var page = new Page(300, 400, "1", []) { Bleed = 10, Slug = 25 };
        var dump = PdfDump.Of(HandSet.Write(HandSet.Book(new StructureElement(StructureRole.Document), page)));
        Assert.Contains("/MediaBox[-25 -25 325 425]/TrimBox[0 0 300 400]/BleedBox[-10 -10 310 410]", dump, StringComparison.Ordinal);
    }

    private static TypesetBook Set(Design design, int chapters = 1) => Typesetter.Set(BookOf(design, chapters), HandSet.Fonts, new DiagnosticBag());

    private static Book BookOf(Design design, int chapters) => new(HandSet.Metadata, "a5", null, [.. Enumerable.Range(1, chapters).Select(ChapterOf)]) { Design = design };

    private static Chapter ChapterOf(int number) => new(_source, $"c{number}", "题", 0, null,
    [
        new Heading(_at, 1, $"h{number}", "", null, null, [new Text(_at, "题")]),
        new Paragraph(_at, [new Text(_at, "见"), new Link(_at, new ExternalTarget("https://example.com/"), null, [new Text(_at, "别处")])]),
    ]);
}
