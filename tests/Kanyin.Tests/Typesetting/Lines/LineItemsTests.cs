using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Xunit;
using Math = System.Math;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Tests.Typesetting.Lines;

/// <summary>typography.md 5 and 6: what stands on a line and where; lengths in hundredths of an em.</summary>
public sealed class LineItemsTests
{
    [Fact]
    public void A_dot_stands_under_the_middle_of_each_Han_and_under_nothing_else() // 6.4
    {
        var words = SetText.Piece("天，a地");
        var dots = SetText.Of([words with { Style = words.Style with { IsDotted = true } }], 12).Lines[0].Items.OfType<Path>();
        Assert.Equal([(50, 28), (325, 28)], dots.Select(d => (Math.Round(d.X, 6), Math.Round(d.Y, 6))));
    }

    [Fact]
    public void A_dot_is_round()
    {
        const double Radius = 7.5;
        var words = SetText.Piece("天");
        var dot = SetText.Of([words with { Style = words.Style with { IsDotted = true } }], 12).Lines[0].Items.OfType<Path>().Single().Segments;
        Assert.Equal([PathVerb.Move, PathVerb.Curve, PathVerb.Curve, PathVerb.Curve, PathVerb.Curve, PathVerb.Close], dot.Select(s => s.Verb));
        Assert.Equal([(Radius, 0), (0, Radius), (-Radius, 0), (0, -Radius), (Radius, 0)], dot.SkipLast(1).Select(s => (s.X, s.Y)));
        Assert.All(Enumerable.Range(1, 4), i =>
        {
            var (from, to) = (dot[i - 1], dot[i]);
            var middle = (X: (from.X + (3 * to.X1) + (3 * to.X2) + to.X) / 8, Y: (from.Y + (3 * to.Y1) + (3 * to.Y2) + to.Y) / 8);
            Assert.Equal(Radius, Math.Sqrt((middle.X * middle.X) + (middle.Y * middle.Y)), 0.01);
        });
    }

    [Fact]
    public void A_link_is_as_wide_as_its_words_and_covers_their_bodies()
    {
        var set = SetText.Of([SetText.Piece("天"), SetText.Piece("地玄") with { Link = new ExternalTarget("https://a.cn") }, SetText.Piece("黄")], 12);
        var link = set.Lines[0].Items.OfType<LinkArea>().Single();
        Assert.Equal((100, -95, 200, 120, "https://a.cn"), (link.X, link.Y, link.Width, link.Height, link.Description));
    }

    [Theory]
    [InlineData(100, 50, 125)] // SP2: a quarter of the Han's em, whatever the Latin's size
    [InlineData(100, 100, 125)]
    [InlineData(60, 100, 75)]
    public void A_gap_to_Latin_goes_by_the_size_of_the_Han(double han, double latin, double x)
    {
        var after = Runs([Sized("天", han), Sized("ab", latin)]);
        Assert.Equal(x, after[1].X, 0.1);
        var before = Runs([Sized("ab", latin), Sized("天", han)]);
        Assert.Equal(latin + (han / 4), before[1].X, 0.1);
    }

    [Theory]
    [InlineData(Alignment.Left, 0, 0)]
    [InlineData(Alignment.Centre, 0, 400)]
    [InlineData(Alignment.Right, 0, 800)]
    [InlineData(Alignment.Left, 2, 200)]
    [InlineData(Alignment.Centre, 2, 500)]
    [InlineData(Alignment.Right, 2, 800)]
    public void A_line_stands_where_its_alignment_says(Alignment alignment, double indent, double x) =>
        Assert.Equal(x, SetText.Of("天地", 10, new ParagraphStyle(0, 0, indent) { Alignment = alignment }).Lines[0].Items.OfType<GlyphRun>().First().X, 0.1);

    [Theory]
    [InlineData("天地玄黄宇宙洪荒日月盈", 8, "天地玄黄宇宙│洪荒日月盈")] // 6.3: as many lines as need be, as even as can be
    [InlineData("天地玄黄宇宙洪荒", 8, "天地玄黄宇宙洪荒")]
    [InlineData("天地玄黄宇宙洪荒日月盈昃辰宿列张寒", 8, "天地玄黄宇宙│洪荒日月盈昃│辰宿列张寒")]
    public void A_heading_has_even_lines(string text, double measure, string lines) =>
        Assert.Equal(lines, SetText.Of(text, measure, new ParagraphStyle(0, 0) { Alignment = Alignment.Left }).Broken);

    [Theory]
    [InlineData("天地玄黄宇宙洪荒", 5, Alignment.Justified, "天地玄黄宇│宙洪荒")] // JU9: the longest line that fits
    [InlineData("天地，玄黄，宇宙", 6.5, Alignment.Justified, "天地，玄黄，宇│宙")] // or that can be squeezed
    [InlineData("天地，玄黄，宇宙", 6.5, Alignment.Left, "天地，玄黄，│宇宙")]
    [InlineData("天地玄黄宇。宙", 5, Alignment.Justified, "天地玄黄│宇。宙")]
    [InlineData("word天地", 1, Alignment.Justified, "wo│rd│天│地")] // BR6
    public void A_simple_paragraph_takes_the_longest_line(string text, double measure, Alignment alignment, string lines) =>
        Assert.Equal(lines, SetText.Of(text, measure, new ParagraphStyle(0, 0) { IsSimple = true, Alignment = alignment, Hyphenates = false }).Broken);

    [Theory]
    [InlineData(10, "天地玄黄宇宙洪荒日月12", "天地玄黄宇宙洪荒日│月12")] // JU6: less than two em is too short
    [InlineData(10, "天地玄黄宇宙洪荒日月盈昃", "天地玄黄宇宙洪荒日月│盈昃")] // two characters are enough
    public void A_last_line_is_not_too_short(double measure, string text, string lines) => Assert.Equal(lines, SetText.Of(text, measure).Broken);

    [Fact]
    public void Words_give_way_before_letters_do() // JU2, E1: the white between four words has .25 em to share
    {
        var runs = SetText.Of("word word word word word", 9).Lines[0].Items.OfType<GlyphRun>().Single().Glyphs.Where(g => g.X > 0 && g.Length == 1).Select(g => Math.Round(g.X, 1));
        Assert.Contains(200 + 25 + 8.3, runs);
    }

    [Theory]
    [InlineData(10, 0, 0, 10)]
    [InlineData(0, 15, 0, 11)] // a reading may stand in the white
    [InlineData(0, 0, 12, 10.4)] // a formula in four tenths of it
    [InlineData(10, 15, 12, 11)]
    public void Above_the_baseline_a_line_needs_what_is_highest(double ascent, double reading, double formula, double needed) => // PG4
        Assert.Equal(needed, new Line([], 0, ascent, 0, [], default) { ReadingAscent = reading, FormulaAscent = formula }.Above(4), 6);

    [Theory]
    [InlineData(8, 0, 8)]
    [InlineData(0, 5, 5.4)]
    [InlineData(8, 5, 8)]
    public void Below_it_what_is_lowest(double descent, double formula, double needed) =>
        Assert.Equal(needed, new Line([], 0, 0, descent, [], default) { FormulaDescent = formula }.Below(4), 6);

    [Fact]
    public void Of_a_long_line_the_middle_is_left_out_of_a_finding()
    {
        var finding = SetText.Of(new string('1', 60), 22, new ParagraphStyle(0, 0) { IsSimple = true }).Findings[0];
        Assert.Equal(("LINE003", $"“{new string('1', 24)}…{new string('1', 12)}” does not fit its line and is broken without a hyphen."), (finding.Kind.Id, finding.Message));
    }

    private static TextPiece Sized(string text, double size) => SetText.Piece(text) with { Style = new TextStyle(FontFamily.Serif, size) };

    private static List<GlyphRun> Runs(TextPiece[] pieces) => [.. SetText.Of([.. pieces], 20).Lines[0].Items.OfType<GlyphRun>()];
}
