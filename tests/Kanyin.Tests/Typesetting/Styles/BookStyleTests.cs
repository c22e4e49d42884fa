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
    public void An_unknown_name_gives_b5() => Assert.Equal("b5", BookStyle.Named("folio").Name);

    [Fact]
    public void Deep_headings_look_like_the_last_style() => Assert.Same(BookStyle.Named("b5").Heading(4), BookStyle.Named("b5").Heading(9));
}
