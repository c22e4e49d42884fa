using Kanyin.Typesetting.Pages;
using Xunit;
using static Kanyin.Tests.Pdf.HandSet;

namespace Kanyin.Tests.Pdf;

public sealed class PdfTextTests
{
    [Fact]
    public void Text_comes_back_as_it_was_set() =>
        Assert.Equal("用户 Docker，“引号”——完。🄀", TextOf(Paragraph(
            p => Run(20, 30, p, Song, "用户"),
            p => Run(40, 30, p, Latin, " Docker"),
            p => Run(80, 30, p, Song, "，“引号”——完。🄀"))));

    [Fact] // CG5: a font's cmap gives U+2F64 for this glyph as readily as U+7528
    public void One_glyph_gives_back_each_character_it_was_set_for()
    {
        Assert.Equal(Song.GlyphOf(0x7528), Song.GlyphOf(0x2F64));
        Assert.Equal("用用⽤用", TextOf(Paragraph(p => Run(20, 30, p, Song, "用用⽤用"))));
    }

    [Fact]
    public void Ligature_gives_back_all_its_characters()
    {
        var glyph = Song.GlyphOf('—');
        Assert.Equal("——甲—", TextOf(Paragraph(
            p => new GlyphRun(20, 30, p, Song, 10, 1, Colour.Black, "——", [new Glyph(glyph, 0, 0, 0, 2)]),
            p => Run(40, 30, p, Song, "甲—"))));
    }

    [Fact]
    public void Letter_with_a_mark_of_its_own_gives_back_both()
    {
        GlyphRun Marked(StructureElement p) => new(20, 30, p, Latin, 10, 1, Colour.Black, "e\u0301x", [
            new Glyph(Latin.GlyphOf('e'), 0, 0, 0, 2), new Glyph(Latin.GlyphOf(0x301), 1, 0.5, 0, 0), new Glyph(Latin.GlyphOf('x'), 5, 0, 2, 1)]);
        Assert.Equal("e\u0301x", TextOf(Paragraph(Marked)));
    }

    [Fact]
    public void Character_of_several_glyphs_is_given_beside_them()
    {
        GlyphRun Split(StructureElement p) => new(20, 30, p, Latin, 10, 1, Colour.Black, "éx", [
            new Glyph(Latin.GlyphOf('e'), 0, 0, 0, 1), new Glyph(Latin.GlyphOf(0x301), 1, 0, 0, 0), new Glyph(Latin.GlyphOf('x'), 5, 0, 1, 1)]);
        var content = PdfDump.Content(Write(Paragraph(Split)));
        Assert.Contains("/Span<</MCID 1/ActualText(\u00FE\u00FF\0\u00E9)>>BDC", content, StringComparison.Ordinal);
    }

    [Fact]
    public void Turned_text_runs_up_the_page_and_comes_back_in_order()
    {
        using var pdf = Open(Paragraph(p => Run(20, 30, p, Song, "前"), p => new Group(100, 350, null, [Run(10, 20, p, Song, "转过来"), new Rule(0, 25, null, 50, 1, Colour.Black)]) { Transform = Transform.Turning(-90) }, p => Run(20, 60, p, Song, "后")));
        var letters = pdf.GetPage(1).Letters;
        Assert.Equal("前转过来后", string.Concat(letters.Select(l => l.Value)));
        Assert.Equal([(20, 370), (120, 60), (120, 70), (120, 80), (20, 340)], letters.Select(l => (Math.Round(l.StartBaseLine.X), Math.Round(l.StartBaseLine.Y))));
    }

    [Fact]
    public void Same_book_gives_the_same_bytes()
    {
        static TypesetBook Made() => Paragraph(p => Run(20, 30, p, Song, "同样的输入，同样的字节。"), p => Run(20, 50, p, Code, "same in, same out"));
        Assert.Equal(Write(Made()), Write(Made()));
        Assert.NotEqual(Write(Made()), Write(Made() with { Metadata = Metadata with { Title = "别的书" } }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.01234)]
    [InlineData(-0.2)]
    [InlineData(5)]
    public void Glyphs_stand_where_they_were_set(double gap)
    {
        var run = Run(20, 30, null, Song, string.Concat(Enumerable.Repeat("天地玄黄，宇宙洪荒。", 4)), 10.5, gap);
        using var pdf = Open(Paragraph(_ => run));
        var letters = pdf.GetPage(1).Letters;
        Assert.Equal(run.Glyphs.Length, letters.Count);
        for (var i = 0; i < letters.Count; i++)
        {
            // A thousandth of the size is what an adjustment can say.
            Assert.Equal(20 + run.Glyphs[i].X, letters[i].StartBaseLine.X, 0.0106);
            Assert.Equal(370, letters[i].StartBaseLine.Y, 0.001);
        }
    }

    [Fact]
    public void Glyphs_stand_where_they_were_set_when_scaled_raised_and_mixed()
    {
        var han = Run(20, 30, null, Song, "窄字", 10, 0.3, scale: 0.8);
        var raised = new GlyphRun(60, 30, null, Latin, 7, 1, Colour.Black, "ab", [new Glyph(Latin.GlyphOf('a'), 0, 3, 0, 1), new Glyph(Latin.GlyphOf('b'), 9, -2, 1, 1)]);
        using var pdf = Open(Paragraph(_ => han, _ => raised, _ => Run(100, 30, null, Song, "后")));
        var letters = pdf.GetPage(1).Letters;
        Assert.Equal([20, 28.3, 60, 69, 100], letters.Select(l => Math.Round(l.StartBaseLine.X, 2)));
        Assert.Equal([370, 370, 373, 368, 370], letters.Select(l => Math.Round(l.StartBaseLine.Y, 2)));
    }

    [Fact]
    public void Evenly_stretched_line_is_one_string()
    {
        var content = PdfDump.Content(Write(Paragraph(_ => Run(20, 30, null, Song, "天地玄黄宇宙洪荒日月盈昃", 10, 0.0321))));
        Assert.Contains(".0321 Tc", content, StringComparison.Ordinal);
        Assert.DoesNotContain("TJ", content, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_font_is_an_embedded_subset_with_unicode()
    {
        var dump = PdfDump.Of(Write(Paragraph(p => Run(20, 30, p, Song, "字"), p => Run(40, 30, p, Code, "x"))));
        Assert.Matches(@"/BaseFont/[A-Z]{6}\+NotoSerifSC-Regular/Encoding/Identity-H", dump);
        Assert.Matches(@"/BaseFont/[A-Z]{6}\+Inconsolata-Regular/Encoding/Identity-H", dump);
        Assert.Equal(2, dump.Split("/FontFile2 ").Length - 1);
        Assert.Equal(2, dump.Split("/ToUnicode ").Length - 1);
    }
}
