using System.Collections.Immutable;

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
/// <param name="Values">One value a level: 2.1.3 is [2, 1, 3]; 第二章 is [2]; 附录B is [2].</param>
/// <param name="Text">As typed or as printed, without the white space after it: 第二章, 2.1, 一、, 1.</param>
/// <param name="IsHan">Written with Han numerals.</param>
public sealed record SectionNumber(NumberStyle Style, ImmutableArray<int> Values, string Text, bool IsHan)
{
    /// <summary>What stands between the number and the words in plain text: a space, but nothing after a full-width mark, whose own blank is the gap (NU2).</summary>
    public string Gap => Text is [.., '、' or '）' or '．'] ? "" : " ";

    public override string ToString() => Text;
}
