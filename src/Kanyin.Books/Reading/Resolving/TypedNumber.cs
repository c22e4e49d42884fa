using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>How much the words alone say that this is a number; what is left open, its neighbours decide.</summary>
internal enum Certainty
{
    /// <summary>第一章 绪论, （一）背景: nothing else looks like it.</summary>
    Sure,

    /// <summary>第一章绪论, 第一节课: the title follows without a gap, and may belong to the word.</summary>
    Glued,

    /// <summary>1.5 版本, A.1 密钥, 3 种方法, 3.js 入门: a number only among its like.</summary>
    NeedsCompany,

    /// <summary>1.5 倍, 2.0 版本: a number only where the sequence asks for just this one.</summary>
    Doubtful,
}

/// <summary>A number that may stand at the start of a heading (typography.md NU1, NU5).</summary>
/// <param name="Length">What it takes of the text: the number, the white space and the mark that parts it from the title.</param>
/// <param name="Next">The first letter of the title; 0 when there is none.</param>
internal sealed partial record TypedNumber(SectionNumber Number, int Length, Certainty Certainty, char Next)
{
    /// <summary>Numbers are looked for in this much of a heading, in UTF-16 units.</summary>
    public const int Reach = 80;

    private const int Largest = 9999;

    private const string Digits = "[0-9０-９]";
    private const string Han = "[零〇○一二两三四五六七八九十百千万廿卅卌]{1,12}";
    private const string Numeral = $"(?<n>{Digits}{{1,4}}|{Han})";
    private const string Small = $"(?<n>{Digits}{{1,3}})";

    // What parts a number from its title: white space, a colon, a dash.
    private const string Gap = @"(?<gap>\s*(?:[：:、．.]\s*|[-–|]+\s+|—+\s*)?)";

    // Words that a quantity or a version goes on with: 1.5 倍, 2.0 以上, 3.6 新特性.
    [GeneratedRegex("^(?:倍|版|系列|时代|新|以[上下前后内]|[之及]|亿|万|元|米|秒|小时|分钟|[GMKT]B|[GM]Hz|%|％)")]
    private static partial Regex Measure();

    [GeneratedRegex($@"^(?<text>第\s*{Numeral}\s*(?<unit>章|节|部分|篇|部|卷|编|天|周|步|讲|课|回|关|阶段)){Gap}")]
    private static partial Regex Ordinal();

    [GeneratedRegex($@"^(?<text>步骤\s*{Numeral})(?<gap>\s*[：:、．.]\s*|\s+|$)")]
    private static partial Regex Step();

    [GeneratedRegex($@"^(?<text>附录\s*(?:(?<n>[A-Z])(?![A-Za-z0-9])|{Numeral})){Gap}")]
    private static partial Regex Appendix();

    [GeneratedRegex($@"^(?<text>[（(]\s*(?:{Small}|(?<n>{Han}))\s*[）)]|{Small}[）)])\s*")]
    private static partial Regex Parenthesised();

    [GeneratedRegex(@"^(?<text>(?<n>[①-⑳㉑-㉟㊱-㊿]))\s*")]
    private static partial Regex Circled();

    [GeneratedRegex($@"^(?<text>(?<n>(?:[A-Z]|{Digits}{{1,3}})(?:[.．]{Digits}{{1,3}}){{1,5}})[.．、]?)(?<gap>\s+|$|(?=[\p{{IsCJKUnifiedIdeographs}}《“「【（]))")]
    private static partial Regex Decimal();

    [GeneratedRegex($@"^(?<text>{Small}(?<mark>[.．、]))(?!{Digits})\s*")]
    private static partial Regex Arabic();

    [GeneratedRegex($@"^(?<text>(?<n>{Han})[、.．])\s*")]
    private static partial Regex HanPause();

    [GeneratedRegex($@"^(?<text>{Small})\s+(?=\S)")]
    private static partial Regex Bare();

    /// <summary>The number at the start of a heading's words, or null. White space before it counts into the length.</summary>
    public static TypedNumber? Parse(string text)
    {
        var blank = text.Length - text.AsSpan().TrimStart().Length;
        var head = text.Substring(blank, System.Math.Min(Reach, text.Length - blank));
        var number = ParseOrdinal(head)
            ?? ParsePlain(Step(), head, NumberStyle.Ordinal)
            ?? ParseAppendix(head)
            ?? ParseParenthesised(head)
            ?? ParsePlain(Circled(), head, NumberStyle.Circled)
            ?? ParseDecimal(head)
            ?? ParseArabic(head)
            ?? ParsePlain(HanPause(), head, NumberStyle.HanPause)
            ?? ParseBare(head);
        return number is null ? null : number with { Length = number.Length + blank, Next = head.ElementAtOrDefault(number.Length) };
    }

    private static TypedNumber? ParseOrdinal(string head)
    {
        var match = Ordinal().Match(head);
        var style = match.Groups["unit"].Value switch
        {
            "章" => NumberStyle.Chapter,
            "节" => NumberStyle.Section,
            "部分" or "篇" or "部" or "卷" or "编" => NumberStyle.Part,
            _ => NumberStyle.Ordinal,
        };
        return Make(match, style, CertaintyOf(match, head));
    }

    private static TypedNumber? ParseAppendix(string head)
    {
        var match = Appendix().Match(head);

        // 附录A标题 is clear; 附录三方库 is not.
        var certainty = match.Groups["n"].Value is [>= 'A' and <= 'Z'] ? Certainty.Sure : CertaintyOf(match, head);
        return Make(match, NumberStyle.Appendix, certainty);
    }

    private static TypedNumber? ParseParenthesised(string head)
    {
        var match = Parenthesised().Match(head);
        var isHan = match.Groups["n"].Value is [var first, ..] && HanNumeral.IsNumeral(first);
        return Make(match, isHan ? NumberStyle.HanParenthesised : NumberStyle.ArabicParenthesised, Certainty.Sure);
    }

    private static TypedNumber? ParseDecimal(string head)
    {
        var match = Decimal().Match(head);
        return Make(match, match.Success && char.IsAsciiLetter(head[0]) ? NumberStyle.AppendixDecimal : NumberStyle.Decimal, Measure().IsMatch(head[match.Length..]) ? Certainty.Doubtful : Certainty.NeedsCompany);
    }

    private static TypedNumber? ParseArabic(string head)
    {
        var match = Arabic().Match(head);
        var style = match.Groups["mark"].Value == "、" ? NumberStyle.ArabicPause : NumberStyle.ArabicDot;

        // 3.js is a name; 1.Introduction may be a number.
        var touches = match.Success && match.Length < head.Length && char.IsAsciiLetter(head[match.Length]) && !char.IsWhiteSpace(head[match.Length - 1]);
        return Make(match, style, touches ? Certainty.NeedsCompany : Certainty.Sure);
    }

    private static TypedNumber? ParseBare(string head) => Make(Bare().Match(head), NumberStyle.ArabicBare, Certainty.NeedsCompany);

    private static TypedNumber? ParsePlain(Regex pattern, string head, NumberStyle style) => Make(pattern.Match(head), style, Certainty.Sure);

    private static Certainty CertaintyOf(Match match, string head) =>
        match.Groups["gap"].Length == 0 && match.Length < head.Length ? Certainty.Glued : Certainty.Sure;

    private static TypedNumber? Make(Match match, NumberStyle style, Certainty certainty)
    {
        if (!match.Success)
        {
            return null;
        }

        var numeral = match.Groups["n"].Value;
        var isHan = HanNumeral.IsNumeral(numeral[0]);
        var values = numeral.Split('.', '．').Select(ValueOf).ToImmutableArray();
        var isWhole = values.All(v => v is >= 0 and <= Largest) && !(style is NumberStyle.Decimal or NumberStyle.AppendixDecimal && IsPadded(numeral));
        return isWhole ? new TypedNumber(new SectionNumber(style, values, match.Groups["text"].Value, isHan), match.Length, certainty, Next: default) : null;
    }

    /// <summary>1.05 is a measure, never a section.</summary>
    private static bool IsPadded(string numeral) => numeral.Split('.', '．').Any(part => part is ['0' or '０', _, ..]);

    private static int ValueOf(string part) => part switch
    {
        [>= 'A' and <= 'Z' and var letter] => letter - 'A' + 1,
        [>= '①' and <= '⑳' and var c] => c - '①' + 1,
        [>= '㉑' and <= '㉟' and var c] => c - '㉑' + 21,
        [>= '㊱' and <= '㊿' and var c] => c - '㊱' + 36,
        _ when HanNumeral.TryParse(part, out var value) => value,
        _ => part.All(char.IsDigit) ? part.Aggregate(0, (sum, c) => (sum * 10) + (int)char.GetNumericValue(c)) : -1,
    };
}
