using System.Collections.Immutable;
using System.Globalization;

namespace Kanyin.Books.Model;

/// <summary>The forms in which Chinese books number their sections (typography.md NU1, books.md).</summary>
public enum NumberStyle
{
    /// <summary>第1章, 第一章</summary>
    Chapter,

    /// <summary>第1节, 第一节</summary>
    Section,

    /// <summary>第1部分, 第一篇, 第一部, 第一卷</summary>
    Part,

    /// <summary>第一天, 第3步, 步骤 3: ordinals of other things</summary>
    Ordinal,

    /// <summary>附录A</summary>
    Appendix,

    /// <summary>1.1, 1.1.1</summary>
    Decimal,

    /// <summary>A.1, C.1.2: in an appendix</summary>
    AppendixDecimal,

    /// <summary>1.</summary>
    ArabicDot,

    /// <summary>1、 (malformed by NU2, but common)</summary>
    ArabicPause,

    /// <summary>1 标题</summary>
    ArabicBare,

    /// <summary>（1）</summary>
    ArabicParenthesised,

    /// <summary>一、</summary>
    HanPause,

    /// <summary>（一）</summary>
    HanParenthesised,

    /// <summary>①</summary>
    Circled,
}

/// <summary>A section number as it is written in a heading.</summary>
/// <param name="Values">One value a level: 2.1.3 is [2, 1, 3]; 第二章 is [2]; 附录B is [2], B.1 is [2, 1].</param>
/// <param name="Text">As typed or as printed, without the white space after it: 第二章, 2.1, 一、, 1.</param>
/// <param name="IsHan">Written with Han numerals.</param>
public sealed record SectionNumber(NumberStyle Style, ImmutableArray<int> Values, string Text, bool IsHan)
{
    /// <summary>What stands between the number and the words in plain text: a space, but nothing after a full-width mark, whose own blank is the gap (NU2).</summary>
    public string Gap => Text is [.., '、' or '）' or '．'] ? "" : " ";

    public override string ToString() => Text;

    /// <summary>What is counted, without white space: 第章, 第步, 步骤.</summary>
    public string Unit => string.Concat((Text[..Numeral.Start] + Text[Numeral.End..]).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Whether decimals of a style may go on from it: 2.1 from 第二章, C.1 from 附录C.</summary>
    public bool CanBeStem(NumberStyle below) => below == NumberStyle.AppendixDecimal
        ? Style == NumberStyle.AppendixDecimal || this is { Style: NumberStyle.Appendix, Text: [.., >= 'A' and <= 'Z'] }
        : Style is NumberStyle.Chapter or NumberStyle.Decimal or NumberStyle.ArabicDot or NumberStyle.ArabicPause or NumberStyle.ArabicBare;

    /// <summary>What captions in its chapter begin with: 2 of 第二章 and of 2.1, A of 附录A; null of a number that tells of no chapter.</summary>
    public string? Chapter => this switch
    {
        { Style: NumberStyle.Appendix, Text: [.., >= 'A' and <= 'Z' and var letter] } => letter.ToString(),
        { Style: NumberStyle.AppendixDecimal, Text: [var letter, ..] } => letter.ToString(),
        { Style: NumberStyle.Chapter or NumberStyle.ArabicDot or NumberStyle.ArabicPause or NumberStyle.ArabicBare or NumberStyle.Decimal, Values: [var number, ..] } => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Another number in the same writing: [3] in the manner of 第二章 is 第三章.</summary>
    public SectionNumber WithValues(ImmutableArray<int> values)
    {
        var (start, end) = Numeral;
        var text = Text[..start] + string.Join('.', values.Select((v, i) => Style == NumberStyle.AppendixDecimal && i == 0 ? LetterOf(v) : Write(v, Text[start..end]))) + Text[end..];
        return this with { Values = values, Text = text };
    }

    private (int Start, int End) Numeral
    {
        get
        {
            var start = 0;
            while (start < Text.Length && !IsNumeral(Text[start]))
            {
                start++;
            }

            var end = Text.Length;
            while (end > start && !IsNumeral(Text[end - 1]))
            {
                end--;
            }

            return (start, end);
        }
    }

    private bool IsNumeral(char c) => Style switch
    {
        NumberStyle.Circled => true,
        NumberStyle.Appendix or NumberStyle.AppendixDecimal when char.IsAsciiLetterUpper(c) => true,
        _ => IsHan ? HanNumeral.IsNumeral(c) : char.IsDigit(c),
    };

    private string Write(int value, string like) => (Style, like) switch
    {
        (NumberStyle.Circled, _) when value is >= 1 and <= 20 => ((char)('①' + value - 1)).ToString(),
        (NumberStyle.Circled, _) when value is >= 21 and <= 35 => ((char)('㉑' + value - 21)).ToString(),
        (NumberStyle.Circled, _) when value is >= 36 and <= 50 => ((char)('㊱' + value - 36)).ToString(),
        (NumberStyle.Appendix, [>= 'A' and <= 'Z']) => LetterOf(value),
        // 01, 02: the author pads.
        (not (NumberStyle.Decimal or NumberStyle.AppendixDecimal), ['0', _, ..]) => value.ToString(CultureInfo.InvariantCulture).PadLeft(like.Length, '0'),
        _ => IsHan ? HanNumeral.Format(value) : value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>After Z follow plain numbers.</summary>
    private static string LetterOf(int value) => value is >= 1 and <= 26 ? ((char)('A' + value - 1)).ToString() : value.ToString(CultureInfo.InvariantCulture);
}
