using Kanyin.Books.Diagnostics;
using Xunit;

namespace Kanyin.Tests.Diagnostics;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("甲\n见[丙](c.md)。\n乙", "[丙](c.md)", "见[丙](c.md)。\n  ^^^^^^^^^^")]
    [InlineData("  \t缩进 x 后  \n", "x", "缩进 x 后\n     ^")]
    [InlineData("a\tb", "b", "a b\n  ^")]
    [InlineData("甲乙\n丙", "乙\n丙", "甲乙\n  ^^")]
    [InlineData("😀é用", "用", "😀é用\n   ^^")]
    [InlineData("一\r\n二\r三", "二", "二\n^^")]
    public void Carets_stand_below_the_place_as_a_terminal_shows_it(string text, string place, string expected) =>
        Assert.Equal(expected, Excerpt.Of(At(text, place))!.Value.WithCarets(""));

    [Fact]
    public void A_long_line_is_cut_on_both_sides_of_the_place()
    {
        var excerpt = Excerpt.Of(At(new string('前', 100) + "错" + new string('后', 100), "错"))!.Value;

        Assert.Equal("…" + new string('前', 12) + "错" + new string('后', 25) + "…", excerpt.Text);
        Assert.Equal((25, 2), (excerpt.Indent, excerpt.Width));
    }

    [Fact]
    public void A_whole_file_and_an_empty_line_have_none()
    {
        var file = new SourceFile("a.md", "文\n\n");
        Assert.Null(Excerpt.Of(Place.Of(file)));
        Assert.Null(Excerpt.Of(new Place(file, 2, 0)));
    }

    private static Place At(string text, string place) => new(new SourceFile("a.md", text), text.IndexOf(place, StringComparison.Ordinal), place.Length);
}
