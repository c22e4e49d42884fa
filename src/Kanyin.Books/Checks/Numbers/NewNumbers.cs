using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Numbers;

/// <summary>What each typed number of a heading becomes when the book is renumbered.</summary>
internal sealed class NewNumbers
{
    private readonly Dictionary<NumberedSection, ImmutableArray<int>> _values = [];
    private readonly Dictionary<(ReferenceKind Kind, string Values), SectionNumber> _named = [];
    private readonly Dictionary<Heading, int> _firsts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, (string Old, string New)> _renamed = new(StringComparer.Ordinal);

    public NewNumbers(ImmutableArray<NumberedSection> numbers)
    {
        foreach (var number in numbers)
        {
            var values = _values[number] = [.. Prefix(number), Last(number)];
            var now = number.Typed.WithValues(values);
            _firsts[number.Heading] = values[0];
            if (KindOf(number) is { } kind)
            {
                // Where two have the same number, references mean the first.
                _named.TryAdd((kind, string.Join('.', number.Typed.Values)), now);
            }

            if (now.Text != number.Typed.Text)
            {
                _renamed.TryAdd(number.Heading.Id, (number.Typed.Text, now.Text));
            }
        }
    }

    /// <summary>The numeral for a reference, in the writing that it has; null when it names nothing that there is.</summary>
    public string? Of(NumberReference reference) =>
        _named.GetValueOrDefault((reference.Kind, string.Join('.', reference.Values))) is not { } now || now.Values.SequenceEqual(reference.Values) ? null
        : reference.Kind == ReferenceKind.Appendix ? now.Text[^1..]
        : HanNumeral.IsNumeral(reference.Numeral.Text[0]) ? HanNumeral.Format(now.Values[0])
        : string.Join('.', now.Values);

    /// <summary>The value that now begins the numbers of captions below a heading; null where it has no number.</summary>
    public int? FirstBelow(Heading heading) => _firsts.TryGetValue(heading, out var first) ? first : null;

    /// <summary>A heading's number before and after, if it changes.</summary>
    public (string Old, string New)? Renamed(string id) => _renamed.TryGetValue(id, out var pair) ? pair : null;

    /// <summary>The number in the heading, and in the entry of the contents that lists its file.</summary>
    public IEnumerable<Edit> Edits(NumberedSection number)
    {
        if (Renamed(number.Heading.Id) is not var (old, now))
        {
            return [];
        }

        var isFirst = number.Section.Chapter.Blocks.OfType<Heading>().FirstOrDefault() == number.Heading;
        Place?[] places = [number.Heading.At, isFirst ? number.Section.Chapter.Listed : null];
        return places.OfType<Place>()
            .Select(p => (Place: p, Index: p.Text.IndexOf(old, StringComparison.Ordinal)))
            .Where(p => p.Index >= 0)
            .Select(p => new Edit(p.Place with { Start = p.Place.Start + p.Index, Length = old.Length }, now));
    }

    private ReadOnlySpan<int> Prefix(NumberedSection number)
    {
        if (number.Stem is not { } stem || !_values.TryGetValue(stem, out var above))
        {
            return number.Prefix;
        }

        // 1.2.1 right under 第一章: the level between stays as it was typed.
        return above.Length >= number.Prefix.Length ? above.AsSpan()[..number.Prefix.Length] : (int[])[.. above, .. number.Prefix[above.Length..]];
    }

    /// <summary>A series that is in order is left alone, wherever it begins; another counts on from its beginning.</summary>
    private int Last(NumberedSection number)
    {
        var series = number.Series;
        var isSound = !ComesHome(series.First) && series.Members.All(m => m.Last == series.Expected[m.Index]);
        return isSound ? number.Last
            : number.Index > 0 ? _values[series.Members[number.Index - 1]][^1] + 1
            : ComesHome(number) ? 1
            : series.Expected[0];
    }

    /// <summary>11.9 under 第二章 becomes a number of that chapter, and the first of one is 2.1.</summary>
    private static bool ComesHome(NumberedSection first) =>
        first is { IsUnderAnother: true, Last: > 1, Stem: { } stem } && stem.Typed.Values.Length >= first.Prefix.Length;

    private static ReferenceKind? KindOf(NumberedSection number) => number.Typed.Style switch
    {
        NumberStyle.Chapter => ReferenceKind.Chapter,
        NumberStyle.ArabicDot or NumberStyle.ArabicPause or NumberStyle.ArabicBare or NumberStyle.HanPause when number.Heading.Level == 1 => ReferenceKind.Chapter,
        NumberStyle.Decimal => ReferenceKind.Section,
        NumberStyle.Appendix when number.Typed.Text is [.., >= 'A' and <= 'Z'] => ReferenceKind.Appendix,
        _ => null,
    };
}
