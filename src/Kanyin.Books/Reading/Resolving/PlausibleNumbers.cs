using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>
/// Decides which of the things that look like numbers are. 第一章 绪论 speaks for itself; 2.0 版本 and 3 种方法 are numbers
/// only where their neighbours count with them.
/// </summary>
internal sealed class PlausibleNumbers
{
    private static readonly object Top = new();

    private readonly List<Candidate> _candidates;
    private readonly Dictionary<Section, Candidate> _bySection;

    /// <summary>Candidates that a decimal below them goes on from: 3 above 3.1, 3.1 above 3.1.1.</summary>
    private readonly HashSet<Candidate> _stems = [];

    /// <summary>The last free decimal that was accepted, by its leading values.</summary>
    private readonly Dictionary<string, int> _reached = [];

    /// <summary>Styles whose numbers mostly touch the title: 第一章绪论.</summary>
    private readonly HashSet<NumberStyle> _gluing;

    private PlausibleNumbers(List<Candidate> candidates)
    {
        _candidates = candidates;
        _bySection = candidates.ToDictionary(c => c.Section);
        _gluing = [.. candidates.GroupBy(c => c.Style).Where(IsGluing).Select(g => g.Key)];

        var latestBelow = new Dictionary<object, Candidate>();
        foreach (var candidate in candidates)
        {
            var parent = candidate.Section.Parent ?? Top;
            candidate.SiblingStem = latestBelow.GetValueOrDefault(parent)?.StemFor(candidate);
            latestBelow[parent] = candidate;
            _stems.UnionWith(Above(candidate).Where(a => a.Begins(candidate)).Take(1));
        }
    }

    /// <summary>The numbers, by heading (by reference).</summary>
    public static IReadOnlyDictionary<Heading, TypedNumber> Find(ImmutableArray<Chapter> chapters)
    {
        var candidates = new List<Candidate>();
        foreach (var section in Section.Of(chapters))
        {
            if (TypedNumber.Parse(HeadingWords.Leading(section.Heading.Inlines, TypedNumber.Reach)) is { } typed)
            {
                candidates.Add(new Candidate(section, typed));
            }
        }

        return new PlausibleNumbers(candidates).Accepted();
    }

    private Dictionary<Heading, TypedNumber> Accepted()
    {
        var accepted = new Dictionary<Heading, TypedNumber>(ReferenceEqualityComparer.Instance);
        foreach (var like in _candidates.GroupBy(c => (c.Section.Parent, c.Style, c.Values.Length)))
        {
            foreach (var candidate in AmongItsLike([.. like]))
            {
                accepted.Add(candidate.Section.Heading, candidate.Typed);
            }
        }

        return accepted;
    }

    /// <summary>The numbers among the candidates of one style below one parent, in reading order.</summary>
    private IEnumerable<Candidate> AmongItsLike(IReadOnlyList<Candidate> like) => like[0].Style switch
    {
        NumberStyle.ArabicBare => Chain(like),
        NumberStyle.Decimal or NumberStyle.AppendixDecimal => Decimals(like),
        NumberStyle.ArabicDot or NumberStyle.ArabicPause => AreScattered(like) ? [] : like.Where(c => c.Typed.Certainty == Certainty.Sure).Union(WithNeighbours(like)),
        var style => _gluing.Contains(style) ? like : like.Where(c => c.Typed.Certainty == Certainty.Sure),
    };

    /// <summary>1 绪论, 2 方法, 4 结论: from the beginning, and upwards in small steps.</summary>
    private IEnumerable<Candidate> Chain(IReadOnlyList<Candidate> like)
    {
        var chain = new List<Candidate>();
        foreach (var candidate in like)
        {
            var step = chain.Count == 0 ? candidate.Last : candidate.Last - chain[^1].Last;
            if (step is 1 or 2 || (chain.Count == 0 && step == 0))
            {
                chain.Add(candidate);
            }
        }

        // 1 月, 2 月, 3 月
        var isMeasure = chain.All(c => c.Typed.Next == chain[0].Typed.Next);
        return chain.Count > 1 && chain[0].Last < 2 && !isMeasure ? chain : like.Where(_stems.Contains);
    }

    /// <summary>15. 三数之和, 206. 反转链表: numbers from elsewhere.</summary>
    private static bool AreScattered(IReadOnlyList<Candidate> like)
    {
        var expected = NumberSeries.Expect([.. like.Select(c => c.Last)], startsAnywhere: true);
        return like.Where((c, i) => System.Math.Abs(c.Last - expected[i]) > NumberSeries.Near).Count() * 2 >= like.Count;
    }

    private IEnumerable<Candidate> Decimals(IReadOnlyList<Candidate> like)
    {
        foreach (var run in like.GroupBy(c => c.Prefix))
        {
            var members = run.ToList();
            var counts = IsBound(members[0]) || CountsFromTheBeginning(members);
            var sure = counts ? members.Where(c => c.Typed.Certainty != Certainty.Doubtful).Union(WithNeighbours(members)) : [];
            foreach (var candidate in sure.Union(members.Where(_stems.Contains)))
            {
                _reached[run.Key] = System.Math.Max(candidate.Last, _reached.GetValueOrDefault(run.Key));
                yield return candidate;
            }
        }
    }

    /// <summary>A chapter above, or a number above that decimals elsewhere go on from, or a number before it on its own level.</summary>
    private bool IsBound(Candidate candidate) =>
        candidate.SiblingStem is not null
        || (Above(candidate).FirstOrDefault() is { } above && above.Typed.Number.CanBeStem(candidate.Style) && (above.Style is NumberStyle.Chapter or NumberStyle.Decimal or NumberStyle.Appendix or NumberStyle.AppendixDecimal || _stems.Contains(above)));

    /// <summary>1.1, 1.2, or going on where the same leading values stopped. 3.8, 3.7, 3.6 are versions.</summary>
    private bool CountsFromTheBeginning(List<Candidate> run)
    {
        var first = run[0].Last;
        var begins = first < 2 || (_reached.TryGetValue(run[0].Prefix, out var reached) && reached + 1 == first);
        var steps = run.Zip(run.Skip(1), (a, b) => System.Math.Sign(b.Last - a.Last)).Sum();
        return begins && (run.Count > 1 ? steps > 0 : _reached.Count > 0 && first < 2);
    }

    /// <summary>Those with another beside them that is one more or one less.</summary>
    private static IEnumerable<Candidate> WithNeighbours(IReadOnlyList<Candidate> like)
    {
        var values = like.Select(c => c.Last).ToHashSet();
        return like.Where(c => values.Contains(c.Last - 1) || values.Contains(c.Last + 1));
    }

    /// <summary>第六章实践说明 is a number in a book that writes 第一章绪论, and words in one that writes 第一章 绪论.</summary>
    private static bool IsGluing(IGrouping<NumberStyle, Candidate> like)
    {
        var glued = like.Count(c => c.Typed.Certainty == Certainty.Glued);
        return glued * 2 > like.Count() && (glued > 1 || like.Key == NumberStyle.Chapter);
    }

    private IEnumerable<Candidate> Above(Candidate candidate)
    {
        for (var above = candidate.Section.Parent; above is not null; above = above.Parent)
        {
            if (_bySection.TryGetValue(above, out var found))
            {
                yield return found;
            }
        }
    }

    private sealed class Candidate(Section section, TypedNumber typed)
    {
        public Section Section => section;
        public TypedNumber Typed => typed;
        public NumberStyle Style => typed.Number.Style;
        public ImmutableArray<int> Values => typed.Number.Values;
        public int Last => Values[^1];

        /// <summary>Of a decimal, as it is written: 2.1 in 2.1.3, C in C.1.</summary>
        public string Prefix { get; } = typed.Number.WithValues(typed.Number.Values[..^1]).Text;

        /// <summary>The number on its own level that it goes on from: 1. before 1.1.</summary>
        public Candidate? SiblingStem { get; set; }

        public bool Begins(Candidate other) => Typed.Number.CanBeStem(other.Style) && Values.Length < other.Values.Length && other.Values.AsSpan().StartsWith(Values.AsSpan());

        public Candidate? StemFor(Candidate next) => Begins(next) ? this : SiblingStem?.StemFor(next);
    }
}
