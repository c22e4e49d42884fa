using System.Collections.Immutable;

namespace Kanyin.Books.Model;

/// <summary>A section whose heading has a number, and the others that its number counts with.</summary>
public sealed class NumberedSection
{
    private bool? _isUnderAnother;

    internal NumberedSection(Section section, SectionNumber typed, NumberedSection? stem, NumberSeries series)
    {
        Section = section;
        Typed = typed;
        Stem = stem;
        Series = series;
        Index = series.Add(this);
    }

    public Section Section { get; }
    public Heading Heading => Section.Heading;
    public SectionNumber Typed { get; }

    /// <summary>The section whose number a decimal number goes on from: 第二章 or 2 for 2.1, 2.1 for 2.1.3.</summary>
    public NumberedSection? Stem { get; }

    public NumberSeries Series { get; }

    /// <summary>From 0, in <see cref="Series"/>.</summary>
    public int Index { get; }

    public NumberedSection? Previous => Index == 0 ? null : Series.Members[Index - 1];

    /// <summary>The value that counts: 3 in 2.1.3.</summary>
    public int Last => Typed.Values[^1];

    /// <summary>The values before it: 2.1 in 2.1.3.</summary>
    public ReadOnlySpan<int> Prefix => Typed.Values.AsSpan()[..^1];

    /// <summary>The last value that the sequence asks for here. Under another's heading one finding is enough.</summary>
    public int Due => IsUnderAnother ? Last : Series.Expected[Index];

    /// <summary>What the sequence asks for here, in the writing of <see cref="Typed"/>.</summary>
    public SectionNumber Number => Typed.WithValues(DueValues);

    /// <summary>A decimal number that does not begin with its stem's, nor goes on from one before it that did not.</summary>
    public bool IsUnderAnother => _isUnderAnother ??= Stem is not null
        && !Prefix.StartsWith(Stem.Typed.Values.AsSpan())
        && !Prefix.StartsWith(Stem.DueValues.AsSpan())
        && !(Previous is not null && Previous.Prefix.SequenceEqual(Prefix));

    private ImmutableArray<int> DueValues => [.. IsUnderAnother ? Stem!.Typed.Values.AsSpan() : Prefix, Due];
}

/// <summary>Numbers that count together: the chapters of a book, the steps of one list.</summary>
public sealed class NumberSeries
{
    /// <summary>A number this much off may be a slip; one that is farther off was never of the sequence.</summary>
    internal const int Near = 3;

    private readonly List<NumberedSection> _members = [];
    private Dictionary<int, int>? _firstIndex;
    private ImmutableArray<int> _expected;

    public IReadOnlyList<NumberedSection> Members => _members;
    public NumberedSection First => _members[0];
    public NumberedSection Latest => _members[^1];

    internal int Add(NumberedSection member)
    {
        _members.Add(member);
        return _members.Count - 1;
    }

    /// <summary>The first member with this last value, or null.</summary>
    public NumberedSection? FirstWith(int value)
    {
        _firstIndex ??= _members.Select((m, i) => (m.Last, i)).DistinctBy(x => x.Last).ToDictionary(x => x.Last, x => x.i);
        return _firstIndex.TryGetValue(value, out var index) ? _members[index] : null;
    }

    /// <summary>
    /// The last value that the sequence asks for at each member. It goes on from what was typed, so that one slip is one
    /// disagreement: after 1, 3 it asks for 4; in 1, 7, 3 only the 7 is wrong; in 1, 3, 2, 4 only the 2.
    /// </summary>
    public ImmutableArray<int> Expected =>
        _expected.IsDefault ? _expected = IsFree ? [.. _members.Select(m => m.Last)] : Expect([.. _members.Select(m => m.Last)], StartsAnywhere) : _expected;

    /// <summary>Days and weeks are told as they come: 第三天 may follow 第一天.</summary>
    private bool IsFree => First.Typed is { Style: NumberStyle.Ordinal, Text: [.., '天' or '周'] };

    internal static ImmutableArray<int> Expect(ImmutableArray<int> typed, bool startsAnywhere)
    {
        var known = typed.Distinct().Order().ToArray();
        var expected = ImmutableArray.CreateBuilder<int>(typed.Length);
        var reached = 0;
        for (var i = 0; i < typed.Length; i++)
        {
            var value = typed[i];
            var due = i == 0 ? (value == 0 || startsAnywhere ? value : 1) : reached + 1;
            if (value == due || (value > due && NoneMissing(due, value)))
            {
                expected.Add(value);
                reached = value;
                continue;
            }

            expected.Add(due);
            int? next = i + 1 < typed.Length ? typed[i + 1] : null;
            reached = next == due + 1 ? due : value > due || next == value + 1 ? value : reached;
        }

        return expected.MoveToImmutable();

        // Numbers that stand elsewhere in the series are reported there, as out of order, and not here as missing.
        bool NoneMissing(int from, int to)
        {
            var (low, high) = (Array.BinarySearch(known, from), Array.BinarySearch(known, to));
            return low >= 0 && high - low == to - from;
        }
    }

    /// <summary>Whether nothing says that the first number must be 1.</summary>
    private bool StartsAnywhere => First.Typed.Style switch
    {
        // 3.6, 3.7 with no chapter above, and any decimal that is already under another's number.
        NumberStyle.Decimal or NumberStyle.AppendixDecimal => First.Stem is null || First.IsUnderAnother || First.Stem.Typed.Values.Length < First.Prefix.Length,

        // One numbered heading makes no sequence: an excerpt, or a figure of speech. 20. 有效的括号 has its number from elsewhere.
        NumberStyle.ArabicDot or NumberStyle.ArabicPause => Members.Count == 1 || First.Last > Near + 1,
        _ => Members.Count == 1,
    };
}
