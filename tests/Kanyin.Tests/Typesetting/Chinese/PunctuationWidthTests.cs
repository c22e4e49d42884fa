using Kanyin.Typesetting.Chinese;
using Xunit;

namespace Kanyin.Tests.Typesetting.Chinese;

/// <summary>Blanks of marks, between marks and at the ends of a line (typography.md 1.1, 3). Blanks in hundredths of an em.</summary>
public sealed class PunctuationWidthTests
{
    private static readonly CharacterClass[] Seven =
        [CharacterClass.Open, CharacterClass.Close, CharacterClass.Comma, CharacterClass.MiddleDot, CharacterClass.Dash, CharacterClass.Han, CharacterClass.IdeographicSpace];

    [Theory]
    [InlineData(CharacterClass.Open, "0 0 0 0 0 0 0")]
    [InlineData(CharacterClass.Close, "50 0 0 0 50 50 0")]
    [InlineData(CharacterClass.Comma, "50 0 0 0 50 50 0")]
    [InlineData(CharacterClass.Stop, "50 0 0 0 50 50 0")]
    [InlineData(CharacterClass.Exclamation, "50 0 0 0 50 50 0")]
    [InlineData(CharacterClass.MiddleDot, "0 0 0 0 0 0 0")]
    [InlineData(CharacterClass.Dash, "50 0 0 0 0 0 0")]
    [InlineData(CharacterClass.Han, "50 0 0 0 0 0 0")]
    [InlineData(CharacterClass.IdeographicSpace, "0 0 0 0 0 0 0")]
    public void PW1_the_blank_between_two_is_that_of_the_table(CharacterClass a, string blanks) =>
        Assert.Equal(blanks, string.Join(' ', Seven.Select(b => Between(a, b, Composition.Default))));

    [Fact]
    public void PW2_what_remains_between_a_closing_and_an_opening_mark_is_the_first_ones_and_shrinks_with_it() => // S3, S4, S6
        Assert.Equal(
            [(50, 0, ShrinkTier.Bracket), (50, 0, ShrinkTier.Comma), (50, 0, ShrinkTier.Stop), (50, 0, ShrinkTier.Stop), (0, 50, ShrinkTier.Bracket)],
            new[] { CharacterClass.Close, CharacterClass.Comma, CharacterClass.Stop, CharacterClass.Exclamation, CharacterClass.Han }
                .Select(a => PunctuationWidth.Between(After(a), Before(CharacterClass.Open), Composition.Default)));

    [Theory]
    [InlineData(CharacterClass.Close, CharacterClass.Close, 10, 10, 0)]
    [InlineData(CharacterClass.Close, CharacterClass.Close, 10, 9, 50)]
    [InlineData(CharacterClass.Close, CharacterClass.MiddleDot, 10, 10, 0)]
    [InlineData(CharacterClass.Close, CharacterClass.MiddleDot, 10, 9, 50)]
    [InlineData(CharacterClass.Open, CharacterClass.Open, 10, 10, 0)]
    [InlineData(CharacterClass.Open, CharacterClass.Open, 9, 10, 50)]
    [InlineData(CharacterClass.Close, CharacterClass.Open, 10, 10, 50)]
    [InlineData(CharacterClass.Close, CharacterClass.Open, 9, 10, 100)]
    [InlineData(CharacterClass.Close, CharacterClass.Reference, 10, 6, 0)] // PW7
    public void PW5_a_mark_gives_way_only_to_one_of_its_size_or_larger(CharacterClass a, CharacterClass b, double sizeOfA, double sizeOfB, int blank)
    {
        var (trail, lead, _) = PunctuationWidth.Between(After(a) with { Size = sizeOfA }, Before(b) with { Size = sizeOfB }, Composition.Default);
        Assert.Equal(blank, trail + lead);
    }

    [Theory]
    [InlineData(PunctuationStyle.FullWidth, "50/0 0/50 0/50 0/50 0/50 0/0")]
    [InlineData(PunctuationStyle.Kaiming, "0/0 0/0 0/0 0/50 0/50 0/0")]
    [InlineData(PunctuationStyle.HalfWidth, "0/0 0/0 0/0 0/0 0/0 0/0")]
    [InlineData(PunctuationStyle.LineEndHalf, "50/0 0/50 0/50 0/50 0/50 0/0")]
    [InlineData(PunctuationStyle.Plain, "50/0 0/50 0/50 0/50 0/50 25/25")]
    public void PS_each_style_keeps_the_blanks_it_is_named_for(PunctuationStyle style, string blanks) =>
        Assert.Equal(blanks, Own(Composition.Default with { Punctuation = style }));

    [Theory]
    [InlineData(Locale.Taiwan)]
    [InlineData(Locale.HongKong)]
    public void CL3_elsewhere_commas_and_stops_stand_in_the_middle_and_other_points_fill_their_body(Locale locale) =>
        Assert.Equal("50/0 0/50 25/25 25/25 0/0 0/0", Own(Composition.Default with { Locale = locale }));

    [Theory]
    [InlineData(CharacterClass.Comma, CharacterClass.Close, 25)] // It keeps its own blank, and 」 has none before it.
    [InlineData(CharacterClass.Close, CharacterClass.Comma, 25)] // 」 loses its blank, and 、 keeps its own.
    [InlineData(CharacterClass.Comma, CharacterClass.IdeographicSpace, 25)]
    public void CL3_a_mark_in_the_middle_of_its_body_keeps_its_blanks(CharacterClass a, CharacterClass b, int blank) =>
        Assert.Equal(blank, Between(a, b, Composition.Default with { Locale = Locale.Taiwan }));

    [Theory]
    [InlineData(PunctuationStyle.LineEndHalf, true)]
    [InlineData(PunctuationStyle.Plain, false)]
    public void PS_without_a_rule_for_pairs_both_keep_their_blanks(PunctuationStyle style, bool mayShrink) =>
        Assert.Equal((50, 50, mayShrink ? ShrinkTier.Bracket : ShrinkTier.None), PunctuationWidth.Between(After(CharacterClass.Close), Before(CharacterClass.Open), Composition.Default with { Punctuation = style }));

    [Theory]
    [InlineData(PunctuationStyle.FullWidth, true, 0)]
    [InlineData(PunctuationStyle.FullWidth, false, 50)]
    [InlineData(PunctuationStyle.Plain, true, 50)]
    public void PE1_the_first_mark_of_a_line_loses_its_blank_unless_it_is_kept(PunctuationStyle style, bool trims, int blank) =>
        Assert.Equal(blank, LineEdge.Start(50, Composition.Default with { Punctuation = style, TrimsLineStart = trims }));

    [Theory]
    [InlineData(LineEnd.Half, '，', CharacterClass.Han, 0)] // PE3
    [InlineData(LineEnd.Auto, '，', CharacterClass.Han, 0)]
    [InlineData(LineEnd.Full, '，', CharacterClass.Han, 50)]
    [InlineData(LineEnd.Hang, '，', CharacterClass.Han, -50)] // PE4
    [InlineData(LineEnd.Hang, '、', CharacterClass.Han, -50)]
    [InlineData(LineEnd.Hang, '。', CharacterClass.Han, -50)]
    [InlineData(LineEnd.Hang, '．', CharacterClass.Han, -50)]
    [InlineData(LineEnd.Hang, '：', CharacterClass.Han, 0)]
    [InlineData(LineEnd.Hang, '；', CharacterClass.Han, 0)]
    [InlineData(LineEnd.Hang, '！', CharacterClass.Han, 0)]
    [InlineData(LineEnd.Hang, '）', CharacterClass.Han, 0)]
    [InlineData(LineEnd.Hang, '。', CharacterClass.Close, 0)]
    public void PE3_the_last_mark_of_a_line_keeps_takes_half_or_hangs(LineEnd end, char mark, CharacterClass before, int blank) =>
        Assert.Equal(blank, LineEdge.End(CharacterTable.ClassOf(mark), mark, 50, 50, before, Composition.Default with { LineEnd = end }));

    [Fact]
    public void PE3_a_mark_in_the_middle_of_its_body_and_plain_setting_keep_the_blank_at_a_line_end()
    {
        Assert.Equal(25, LineEdge.End(CharacterClass.Comma, '，', 25, 50, CharacterClass.Han, Composition.Default with { Locale = Locale.Taiwan }));
        Assert.Equal(50, LineEdge.End(CharacterClass.Comma, '，', 50, 50, CharacterClass.Han, Composition.Default with { Punctuation = PunctuationStyle.Plain }));
    }

    [Theory]
    [InlineData("zh-CN", Locale.Mainland)]
    [InlineData("zh-Hans-HK", Locale.Mainland)]
    [InlineData("zh", Locale.Mainland)]
    [InlineData("zh-TW", Locale.Taiwan)]
    [InlineData("zh-hant", Locale.Taiwan)]
    [InlineData("zh-Hant-HK", Locale.HongKong)]
    [InlineData("zh-MO", Locale.HongKong)]
    public void CL3_the_language_tells_whose_marks_are_followed(string language, Locale locale) => Assert.Equal(locale, CompositionWords.LocaleOf(language));

    private static int Between(CharacterClass a, CharacterClass b, Composition composition)
    {
        var (trail, lead, _) = PunctuationWidth.Between(After(a, composition), Before(b, composition), composition);
        return trail + lead;
    }

    private static MarkSide After(CharacterClass c, Composition? composition = null) => new(c, Hundredths(PunctuationWidth.Of(c, composition ?? Composition.Default).Trail), 10);

    private static MarkSide Before(CharacterClass c, Composition? composition = null) => new(c, Hundredths(PunctuationWidth.Of(c, composition ?? Composition.Default).Lead), 10);

    private static string Own(Composition composition) => string.Join(' ',
        new[] { CharacterClass.Open, CharacterClass.Close, CharacterClass.Comma, CharacterClass.Stop, CharacterClass.Exclamation, CharacterClass.MiddleDot }
            .Select(c => PunctuationWidth.Of(c, composition)).Select(b => $"{Hundredths(b.Lead)}/{Hundredths(b.Trail)}"));

    private static int Hundredths(double em) => (int)Math.Round(100 * em);
}
