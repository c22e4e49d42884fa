using Kanyin.Books.Reading;
using Kanyin.Tests.Solution;
using Kanyin.Typesetting.Styles;
using Xunit;

namespace Kanyin.Tests.Typesetting.Styles;

/// <summary>The formats of typography.md 6.2, in millimetres.</summary>
public sealed class BookStyleTests
{
    private const double Millimetre = 72 / 25.4;

    [Theory]
    [InlineData("a4", 210, 297, 12, 38, 160.9, 241.3, 36, 26, 23.1, 28, 27.7)]
    [InlineData("16k", 185, 260, 10.5, 38, 140.8, 211.1, 36, 24, 20.2, 25, 23.9)]
    [InlineData("b5", 176, 250, 10.5, 36, 133.3, 205.2, 35, 23, 19.7, 22, 22.8)]
    [InlineData("a5", 148, 210, 10.5, 30, 111.1, 163.7, 28, 20, 16.9, 22, 24.3)]
    [InlineData("170x240", 170, 240, 10.5, 35, 129.6, 199.3, 34, 22, 18.4, 21, 19.7)]
    [InlineData("140x203", 140, 203, 10.5, 28, 103.7, 157.8, 27, 20, 16.3, 22, 23.2)]
    [InlineData("145x210", 145, 210, 10.5, 29, 107.4, 163.7, 28, 20, 17.6, 22, 24.3)]
    [InlineData("reader", 90, 122, 10.5, 21, 77.8, 104.5, 18, 6, 6.2, 8, 9.5)]
    public void Formats_have_the_numbers_of_the_table(
        string name, double width, double height, double body, int characters, double measure, double textHeight, int lines, double inner, double outer, double top, double bottom)
    {
        var style = BookStyle.Named(name);
        Assert.Equal((characters, lines, body), (style.Characters, style.Lines, style.Body));
        Assert.Equal(1.6 * body, style.Pitch, 9);
        double[] expected = [width, height, measure, textHeight, inner, outer, top, bottom];
        double[] actual = [style.Width, style.Height, style.Measure, style.TextHeight, style.Inner, style.Outer, style.Top, style.Bottom];
        Assert.All(expected.Zip(actual), p => Assert.InRange(p.Second / Millimetre, p.First - 0.11, p.First + 0.11));
    }

    [Fact]
    public void Margins_change_sides_on_even_pages() // PG2
    {
        var style = BookStyle.Named("b5");
        Assert.Equal((style.Inner, style.Outer), (style.Left(1), style.Left(2)));
    }

    [Fact]
    public void Every_format_that_book_yml_may_name_is_there() =>
        Assert.All(DesignSettings.Formats, name => Assert.Equal(name, BookStyle.Named(name).Name));

    [Fact]
    public void Setters_make_their_paragraphs_from_the_style_of_the_book()
    {
        // A paragraph made otherwise would be composed by the rules of no book.
        var setters = Repository.Files.Where(f => f.StartsWith("src/Kanyin.Typesetting/Flow/", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(setters);
        Assert.DoesNotContain(setters, f => Repository.Read(f).Contains("new ParagraphStyle(", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_name_gives_b5() => Assert.Equal("b5", BookStyle.Named("folio").Name);

    [Fact]
    public void Deep_headings_look_like_the_last_style() => Assert.Same(BookStyle.Named("b5").Heading(4), BookStyle.Named("b5").Heading(9));
}
