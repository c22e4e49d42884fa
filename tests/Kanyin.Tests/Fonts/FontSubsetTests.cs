using Kanyin.Tests.Pdf;
using Kanyin.Typesetting.Fonts;
using Xunit;

namespace Kanyin.Tests.Fonts;

public sealed class FontSubsetTests
{
    [Fact]
    public void Glyphs_come_in_the_order_asked_for_and_parts_of_composites_after_them()
    {
        var face = HandSet.Latin;
        ushort[] glyphs = [0, face.GlyphOf('z'), face.GlyphOf('é'), face.GlyphOf('A')];
        var subset = FontSubset.Of(face, glyphs);
        var metrics = SfntReader.Table(subset, "hmtx");
        for (var i = 0; i < glyphs.Length; i++)
        {
            Assert.Equal(face.Advance(glyphs[i]) * face.UnitsPerEm, SfntReader.U16(metrics, 4 * i), 0.001);
        }

        var outlines = SfntReader.Table(subset, "glyf");
        var loca = SfntReader.Table(subset, "loca");
        var isLong = SfntReader.U16(SfntReader.Table(subset, "head"), 50) == 1;
        var e = (int)(isLong ? SfntReader.U32(loca, 8) : 2u * SfntReader.U16(loca, 4));
        Assert.Equal(-1, SfntReader.I16(outlines, e)); // é is composite …
        Assert.InRange(SfntReader.U16(outlines, e + 12), glyphs.Length, SfntReader.U16(SfntReader.Table(subset, "maxp"), 4) - 1); // … of glyphs after ours
    }

    [Fact]
    public void Subset_holds_only_what_a_pdf_needs()
    {
        var subset = FontSubset.Of(HandSet.Song, [0, HandSet.Song.GlyphOf('永')]);
        Assert.InRange(subset.Length, 300, 2000);
        Assert.All(["cmap", "name", "OS/2", "post", "GSUB", "GPOS", "vmtx"], tag => Assert.True(SfntReader.Table(subset, tag).IsEmpty));
        Assert.All(["glyf", "head", "hhea", "hmtx", "loca", "maxp"], tag => Assert.False(SfntReader.Table(subset, tag).IsEmpty));
    }

    [Fact]
    public void Same_glyphs_give_the_same_bytes()
    {
        ushort[] glyphs = [0, .. "床前明月光".Select(c => HandSet.Song.GlyphOf(c))];
        Assert.Equal(FontSubset.Of(HandSet.Song, glyphs), FontSubset.Of(HandSet.Song, glyphs));
    }

    [Fact]
    public void First_glyph_must_be_notdef() => Assert.Throws<ArgumentOutOfRangeException>(() => FontSubset.Of(HandSet.Song, [5]));
}
