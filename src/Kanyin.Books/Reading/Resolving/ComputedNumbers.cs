using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>The numbers of a book's headings, counted from its tree and written in one of the schemes (typography.md NU1).</summary>
internal sealed class ComputedNumbers
{
    /// <summary>One pattern a level. Deeper headings have no number (NU1: depth ≤ 4 for B).</summary>
    private static readonly ImmutableArray<SectionNumber> Decimal =
    [
        new(NumberStyle.Chapter, [1], "第1章", false),
        new(NumberStyle.Decimal, [1, 1], "1.1", false),
        new(NumberStyle.Decimal, [1, 1, 1], "1.1.1", false),
        new(NumberStyle.ArabicParenthesised, [1], "（1）", false),
    ];

    private static readonly ImmutableArray<SectionNumber> Han =
    [
        new(NumberStyle.Chapter, [1], "第一章", true),
        new(NumberStyle.Section, [1], "第一节", true),
        new(NumberStyle.HanPause, [1], "一、", true),
        new(NumberStyle.HanParenthesised, [1], "（一）", true),
        new(NumberStyle.ArabicDot, [1], "1.", false),
        new(NumberStyle.ArabicParenthesised, [1], "（1）", false),
    ];

    private static readonly SectionNumber Appendix = new(NumberStyle.Appendix, [1], "附录A", false);

    /// <summary>Chapters of these names are never numbered.</summary>
    private static readonly FrozenSet<string> Unnumbered = new[]
    {
        "代序", "译序", "译者序", "引言", "导言", "导读", "凡例", "目录", "内容简介", "作者简介", "关于本书", "关于作者",
        "结语", "尾声", "后记", "跋", "致谢", "鸣谢", "附录", "参考文献", "参考资料", "术语表", "词汇表", "索引", "版权声明",
    }.Concat(Prefaces.Titles).ToFrozenSet(StringComparer.Ordinal);

    private static readonly Counted Book = new(0, "", []);

    private readonly ImmutableArray<SectionNumber> _patterns;
    private readonly Dictionary<Section, Counted> _sections = [];
    private readonly Dictionary<Heading, Counted> _headings = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Counted, int> _counts = new(ReferenceEqualityComparer.Instance);
    private int _appendices;

    /// <param name="chapters">Their typed numbers are taken out of the words.</param>
    public ComputedNumbers(ImmutableArray<Chapter> chapters, NumberScheme scheme)
    {
        _patterns = scheme == NumberScheme.Han ? Han : Decimal;
        foreach (var section in Section.Of(chapters))
        {
            var counted = Count(section);
            _sections.Add(section, counted);
            _headings.Add(section.Heading, counted);
        }
    }

    /// <summary>What is printed before a heading, or null.</summary>
    public SectionNumber? NumberOf(Heading heading) => _headings.TryGetValue(heading, out var counted) ? counted.Number : null;

    /// <summary>1 or A, if the heading begins a chapter that has a number; empty if one that has none; null if it begins no chapter.</summary>
    public string? ChapterOf(Heading heading) => _headings.TryGetValue(heading, out var counted) && counted is { Depth: 1, IsPart: false } ? counted.Stem : null;

    /// <summary>A heading's place in the count. It has identity: what is below it counts for itself.</summary>
    /// <param name="Depth">1 for a chapter.</param>
    /// <param name="Stem">What the decimals below go on from: 1, A, 1.2; empty where nothing below is numbered.</param>
    private sealed record Counted(int Depth, string Stem, ImmutableArray<int> Values, SectionNumber? Number = null)
    {
        public bool IsPart { get; init; }
    }

    private Counted Count(Section section)
    {
        var above = Above(section);
        var typed = section.Heading.Typed;
        if (typed?.Style == NumberStyle.Part)
        {
            // Parts stand beside the scheme: chapters count on through them.
            return new Counted(above.Depth, above.Stem, above.Values, typed) { IsPart = true };
        }

        var depth = above.Depth + 1;
        if (depth == 1 && typed?.Style == NumberStyle.Appendix)
        {
            var number = Appendix.WithValues([++_appendices]);
            return new Counted(depth, number.Text[2..], number.Values, number);
        }

        if (depth > _patterns.Length || (depth > 1 && above.Stem.Length == 0) || IsUnnumbered(section, depth))
        {
            return new Counted(depth, "", []);
        }

        return Next(above, _patterns[depth - 1]);
    }

    private Counted Next(Counted above, SectionNumber pattern)
    {
        var count = _counts[above] = _counts.GetValueOrDefault(above) + 1;
        ImmutableArray<int> values = [.. above.Values, count];
        var digits = count.ToString(CultureInfo.InvariantCulture);
        var stem = above.Depth == 0 ? digits : $"{above.Stem}.{digits}";
        var number = pattern.Style != NumberStyle.Decimal ? pattern.WithValues([count])
            : pattern with { Style = char.IsAsciiLetter(stem[0]) ? NumberStyle.AppendixDecimal : NumberStyle.Decimal, Values = values, Text = stem };
        return new Counted(above.Depth + 1, stem, values, number);
    }

    private Counted Above(Section section)
    {
        var above = section.Parent;
        while (above is not null && _sections[above].IsPart)
        {
            above = above.Parent;
        }

        return above is null ? Book : _sections[above];
    }

    private static bool IsUnnumbered(Section section, int depth)
    {
        var heading = section.Heading;
        var title = PlainText.Of(heading.Inlines).Trim();
        return heading.IsUnnumbered
            || (title.Length == 0 && heading.Typed is null)
            || (depth == 1 && (section.Chapter.IsUnnumbered || (heading.Typed is null && NamesNoChapter(title))));
    }

    private static bool NamesNoChapter(string title) =>
        Unnumbered.Contains(title) || title.StartsWith("附录", StringComparison.Ordinal) || title.EndsWith("前言", StringComparison.Ordinal) || title.EndsWith("后记", StringComparison.Ordinal);
}
