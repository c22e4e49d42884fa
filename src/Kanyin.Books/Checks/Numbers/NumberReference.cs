using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Numbers;

/// <summary>A number of this book that running text names: 第 3 章, 3.2 节, 图 2-1, 附录 B.</summary>
/// <param name="At">The whole reference.</param>
/// <param name="Numeral">The number in it.</param>
internal sealed partial record NumberReference(Place At, ReferenceKind Kind, Place Numeral, string Text)
{
    /// <summary>The values of a chapter's or a section's number; empty for a label, whose number is text.</summary>
    public ImmutableArray<int> Values { get; init; } = [];

    /// <summary>图 2-1 and the like; null for headings.</summary>
    public CaptionLabel? Label { get; init; }

    /// <summary>The references in one piece of text. Those that another book is named before are not ours.</summary>
    public static IEnumerable<NumberReference> In(Text text)
    {
        if (!text.Value.AsSpan().ContainsAny(Signs))
        {
            yield break;
        }

        // Where escapes make the source longer than the words, places cannot be told.
        var source = text.At.File.Text.AsSpan(text.At.Start, System.Math.Min(text.At.Length, text.At.File.Text.Length - text.At.Start));
        if (!source.SequenceEqual(text.Value))
        {
            yield break;
        }

        foreach (Match match in Reference().Matches(text.Value))
        {
            if (!IsOfAnother(text, match) && Make(text, match) is { } reference)
            {
                yield return reference;
            }
        }
    }

    private static NumberReference? Make(Text text, Match match)
    {
        Place PlaceOf(Group group) => text.At with { Start = text.At.Start + group.Index, Length = group.Length };
        NumberReference Of(ReferenceKind kind, string group) => new(PlaceOf(match), kind, PlaceOf(match.Groups[group]), match.Value);
        if (match.Groups["label"].Success)
        {
            return Of(ReferenceKind.Label, "label") with { Label = new CaptionLabel(match.Groups["word"].Value, match.Groups["label"].Value) };
        }

        var (kind, name) = match.Groups["chapter"].Success ? (ReferenceKind.Chapter, "chapter") : match.Groups["section"].Success ? (ReferenceKind.Section, "section") : (ReferenceKind.Appendix, "appendix");
        ImmutableArray<int> values = [.. match.Groups[name].Value.Split('.').Select(ValueOf)];
        return values.Contains(-1) ? null : Of(kind, name) with { Values = values };
    }

    private static int ValueOf(string numeral) =>
        numeral is [>= 'A' and <= 'Z' and var letter] ? letter - 'A' + 1
        : HanNumeral.TryParse(numeral, out var value) ? value
        : int.TryParse(numeral, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>《某书》第 3 章, RFC 9110 第 3 章, 官方文档 3.2 节: judged by the sentence up to the reference, and the words after it. “第 3 章” in quotation marks is an example.</summary>
    private static bool IsOfAnother(Text text, Match match)
    {
        var source = text.At.File.Text;
        var at = text.At.Start + match.Index;
        var before = source.AsSpan(0, at);
        var sentence = before[(before.LastIndexOfAny(SentenceEnds) + 1)..];
        return Another().IsMatch(sentence) || sentence.Count('“') > sentence.Count('”') || (at + match.Length < source.Length && source[at + match.Length] is '》');
    }

    [GeneratedRegex(@"》|\b(?:RFC|ISO|IEC|IEEE|GB|POSIX|spec|paper|chapter)\b|标准|规范|手册|文档|论文|文献|原书|原著|原文|该书|这本书|那本书|有的书|别的书|一书|教材|课本|官方|旧版|第[一二三四五六七八九十0-9 ]+版", RegexOptions.IgnoreCase)]
    private static partial Regex Another();

    /// <summary>One of these stands in every reference.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("章节图表单附");

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？；\n|");

    private const string Digits = "[0-9]{1,3}|[一二三四五六七八九十百零]{1,6}";

    [GeneratedRegex($@"第\s?(?<chapter>{Digits})\s?章(?!程)|(?<![0-9.A-Za-z])(?:第\s?)?(?<section>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}})\s?小?节(?![点省能假日约目奏])|附录\s?(?<appendix>[A-Z])(?![A-Za-z0-9])|(?<![\p{{L}}\p{{N}}-[见如在由从与和及或据照对将把的了看阅考自到像是而]])(?<word>图|表|代码清单|程序清单|清单)\s?(?<label>[0-9A-Z]{{1,3}}(?:[-–.．][0-9]{{1,3}}){{0,2}})(?![0-9A-Za-z%％个张幅行列种项年月日倍次号级层]|[-–.][0-9])")]
    private static partial Regex Reference();
}

internal enum ReferenceKind
{
    Chapter,
    Section,
    Appendix,
    Label,
}
