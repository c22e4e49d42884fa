using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Xunit;
using TextKind = Kanyin.Typesetting.Lines.TextKind;

namespace Kanyin.Tests.Typesetting.Lines;

/// <summary>typography.md AS6, AS7: lines and tints reach from the first character of their words to the last, and never over the gap beside them.</summary>
public sealed class DecorationTests
{
    // 天 is an em wide, the gap a quarter, each of the three letters half an em.
    private const double Left = 125, Width = 150;

    [Fact]
    public void AS6_an_underline_stands_below_its_words_alone() =>
        Assert.Equal([(Left, 16, Width, 5)], Rules(s => s with { IsUnderlined = true }));

    [Fact]
    public void A_line_through_words_stands_at_the_height_of_their_middle() =>
        Assert.Equal([(Left, -38, Width, 5)], Rules(s => s with { IsStruck = true }));

    [Fact]
    public void A_tint_is_as_high_as_the_letters_and_stands_behind_them()
    {
        var items = Items(s => s with { Background = Colour.Grey(0.9) });
        var at = items.FindIndex(i => i is Rule);
        Assert.Equal([(Left, -95, Width, 115)], Rules(s => s with { Background = Colour.Grey(0.9) }));
        Assert.Contains(items.Skip(at + 1), i => i is GlyphRun { Text: "abc" });
        Assert.Equal(Artifact.Background, items[at].Artifact);
    }

    [Fact]
    public void AS7_the_tint_of_code_takes_its_padding_out_of_the_gap()
    {
        var (x, _, width, _) = Assert.Single(Rules(s => s with { Background = Colour.Grey(0.9), Kind = TextKind.Code }));
        Assert.InRange(x, 101, Left - 1);
        Assert.Equal(2 * (Left - x), width - Width, 0.01);
    }

    [Fact]
    public void Words_without_decoration_have_none() => Assert.Empty(Rules(s => s));

    private static IEnumerable<(double X, double Y, double Width, double Height)> Rules(Func<TextStyle, TextStyle> dress) =>
        Items(dress).OfType<Rule>().Select(r => (Math.Round(r.X, 6), Math.Round(r.Y, 6), Math.Round(r.Width, 6), Math.Round(r.Height, 6)));

    private static List<PageItem> Items(Func<TextStyle, TextStyle> dress)
    {
        var words = SetText.Piece("abc");
        return [.. SetText.Of([SetText.Piece("天"), words with { Style = dress(words.Style) }, SetText.Piece("地")], 12).Lines[0].Items];
    }
}
