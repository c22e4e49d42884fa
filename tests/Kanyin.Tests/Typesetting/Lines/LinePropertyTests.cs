using CsCheck;
using Kanyin.Typesetting.Pages;
using Xunit;

namespace Kanyin.Tests.Typesetting.Lines;

public sealed class LinePropertyTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        "天", "地", "玄", "黄", "，", "。", "“", "”", "（", "）", "《", "》", "——", "……", "！", "？", "、", "：", " ", "word", "3.14", "https://example.org/a/b?c=d", "·", "％", "①", "‘", "’", "a-b", "\u3000", "😀", "é")
        .Array[1, 80].Select(string.Concat);

    [Fact]
    public void No_character_is_lost_repeated_or_moved() => Texts.Select(Gen.Int[4, 40]).Sample((text, measure) =>
    {
        var set = SetText.Of(text, measure);
        var got = string.Concat(set.Lines.SelectMany(l => l.Items.OfType<GlyphRun>()).Select(r => r.Text));
        Assert.Equal(text.Trim(' ', '\u3000'), got.Replace("\u00AD", null, StringComparison.Ordinal));
    });

    [Fact]
    public void Every_full_line_reaches_the_edge_or_is_reported() => Texts.Select(Gen.Int[6, 40]).Sample((text, measure) =>
    {
        var set = SetText.Of(text, measure);
        if (set.Findings.Any(f => f.Kind.Id is "LINE002"))
        {
            return;
        }

        foreach (var line in set.Lines.SkipLast(1))
        {
            Assert.InRange(line.Width / SetText.Em, line.Adjustment.Natural > measure || set.Findings.Count == 0 ? measure - 0.01 : 0, measure + 0.01);
        }
    });

    [Fact]
    public void No_line_starts_or_ends_with_a_forbidden_mark() => Texts.Select(Gen.Int[6, 40]).Sample((text, measure) =>
    {
        var set = SetText.Of(text, measure);
        if (set.Findings.Any(f => f.Kind.Id is "LINE003"))
        {
            return; // BR6: in distress a run of closing marks may be cut, and is reported.
        }

        var lines = set.Lines.Select(l => string.Concat(l.Items.OfType<GlyphRun>().Select(r => r.Text)).Trim(' ', '\u3000')).ToArray();
        Assert.All(lines.Skip(1), l => Assert.False("，。、：！？）》％".Contains(l[0], StringComparison.Ordinal), l));
        Assert.All(lines.SkipLast(1), l => Assert.False("（《".Contains(l[^1], StringComparison.Ordinal), l));
    });

    [Fact]
    public void Setting_twice_gives_the_same_lines() => Texts.Select(Gen.Int[4, 40]).Sample((text, measure) =>
        Assert.Equal(SetText.Of(text, measure).Broken, SetText.Of(text, measure).Broken));
}
