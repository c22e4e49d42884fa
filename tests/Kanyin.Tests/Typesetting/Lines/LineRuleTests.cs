using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Xunit;

namespace Kanyin.Tests.Typesetting.Lines;

/// <summary>Rules of typography.md that no vector of section 9 covers.</summary>
public sealed class LineRuleTests
{
    [Theory]
    [InlineData("BR4", 14, "天地玄黄宇宙洪荒日月盈昃A. Smith", "天地玄黄宇宙洪荒日月盈昃│A. Smith")]
    [InlineData("BR4", 10, "天地玄黄宇宙洪荒日16 GB的", "天地玄黄宇宙洪荒日│16 GB的")]
    [InlineData("BR1", 9, "天地玄黄宇宙洪荒日①月", "天地玄黄宇宙洪荒│日①月")]
    [InlineData("BR8", 8.5, "天地玄黄https://a.cn/bcd/ef", "天地玄黄https://│a.cn/bcd/ef")]
    [InlineData("BR10", 6.25, "天地玄黄Type Font宇", "天地玄黄Type│Font宇")]
    public void A_line_breaks_by_the_rule(string rule, double measure, string text, string lines) => Assert.Equal((rule, lines), (rule, SetText.Of(text, measure).Broken));

    [Fact]
    public void BR9_an_opening_bracket_in_code_does_not_end_a_line() =>
        Assert.DoesNotContain("{│", SetText.Of([SetText.Piece("天地玄黄宇宙"), SetText.Piece("union { u64, struct { a } }", TextKind.Code), SetText.Piece("洪荒")], 13).Broken, StringComparison.Ordinal);

    [Fact]
    public void BR9_a_name_in_code_is_parted_between_its_words_before_a_line_gapes() =>
        Assert.Equal("天地玄黄宇宙洪荒Auto│ModelForCausal", SetText.Of([SetText.Piece("天地玄黄宇宙洪荒"), SetText.Piece("AutoModelForCausal", TextKind.Code)], 10.5).Broken);

    [Theory]
    [InlineData(1.0, 0.5)] // A mark gives way to one of its size or larger …
    [InlineData(1.2, 0.5)]
    [InlineData(0.8, 1.0)] // … and not to a smaller one.
    public void PW5_a_mark_is_trimmed_only_beside_one_of_its_size_or_larger(double size, double width)
    {
        var text = "天）";
        ImmutableArray<ParagraphPiece> pieces = [SetText.Piece(text), Sized("，", size)];
        var set = SetText.Of(pieces, 12);
        var comma = set.Lines[0].Items.OfType<Kanyin.Typesetting.Pages.GlyphRun>().Last();
        Assert.Equal(1 + width, comma.X / SetText.Em, 0.01);
    }

    [Theory]
    [InlineData("天。")]
    [InlineData("天”")]
    public void PW7_a_small_call_sits_in_the_blank_of_the_mark_before_it(string text)
    {
        var call = SetText.Piece("①", TextKind.Reference) with { Style = new TextStyle(FontFamily.Serif, 0.6 * SetText.Em) { Kind = TextKind.Reference } };
        var set = SetText.Of([SetText.Piece(text), call, SetText.Piece("地")], 12);
        Assert.Equal(1.5, set.Lines[0].Items.OfType<Kanyin.Typesetting.Pages.GlyphRun>().ElementAt(1).X / SetText.Em, 0.01);
    }

    [Fact]
    public void CL3_marks_of_Taiwan_stand_in_the_middle_of_their_body()
    {
        var fonts = FontBook.Load(Path.Combine(Solution.Repository.Root, "fonts"));
        var style = new ParagraphStyle(1200, 100) { Composition = Composition.Default with { Locale = Locale.Taiwan } };
        var line = new ParagraphSetter(fonts, new DiagnosticBag()).Set([SetText.Piece("天，地。")], style)[0];
        var glyphs = line.Items.OfType<Kanyin.Typesetting.Pages.GlyphRun>().Single().Glyphs;

        // ，: ink from .076 to .229 of a body that begins a quarter after 天 (FT).
        Assert.Equal(150, glyphs[1].X + (100 * (0.076 + 0.229) / 2), 1.0);
        Assert.True(glyphs[1].Y > 20, $"{glyphs[1].Y}");
        Assert.Equal(4, line.Width / 100, 0.001);
    }

    [Fact]
    public void Emergency_a_long_run_of_closing_marks_is_cut_and_reported() // BR6
    {
        var set = SetText.Of("天地）））））））））玄黄", 3);
        Assert.Contains(set.Findings, f => f.Kind.Id == "LINE003");
        Assert.DoesNotContain(set.Findings, f => f.Kind.Id == "LINE002");
    }

    private static TextPiece Sized(string text, double size) => SetText.Piece(text) with { Style = new TextStyle(FontFamily.Serif, size * SetText.Em) };

    [Fact]
    public void Code_is_parted_at_its_humps_rather_than_anywhere() // BR9, JU7
    {
        var set = SetText.Of([SetText.Piece("天地玄黄宇宙洪荒日月盈昃辰宿"), SetText.Piece("AllocationError", TextKind.Code), SetText.Piece("列张。")], 20);
        Assert.Equal("天地玄黄宇宙洪荒日月盈昃辰宿Allocation│Error列张。", set.Broken);
    }
}
