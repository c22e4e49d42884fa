using System.Collections.Immutable;

namespace Kanyin.Books.Model;

/// <summary>
/// Sorts the numbered headings of a book into series. A series goes on from heading to heading under one parent; chapters,
/// and any list whose next number carries on where the last one stopped, go on from parent to parent.
/// </summary>
public sealed class NumberedSections
{
    private static readonly object Top = new();

    private readonly Dictionary<(object Scope, Kind Kind), NumberSeries> _open = [];
    private readonly Dictionary<Kind, NumberSeries> _running = [];
    private readonly Dictionary<Section, NumberedSection> _numbered = [];
    private readonly Dictionary<object, NumberedSection> _latestBelow = [];

    private NumberedSections()
    {
    }

    /// <summary>The headings that have a typed number, in reading order.</summary>
    public static ImmutableArray<NumberedSection> Of(ImmutableArray<Section> sections)
    {
        var sorter = new NumberedSections();
        return [.. sections.Where(s => s.Heading.Typed is not null).Select(s => sorter.Place(s, s.Heading.Typed!))];
    }

    /// <summary>What tells series apart: 第3天 does not count with 第3步, nor 2.1 with 2.1.1.</summary>
    /// <param name="Style">1. and 1、 are one style here.</param>
    /// <param name="Level">The headings' level, where the series runs through the book.</param>
    /// <param name="Unit">The number's text without its numeral, where that names what is counted.</param>
    /// <param name="Prefix">The leading values of a decimal, where no stem binds it.</param>
    private readonly record struct Kind(NumberStyle Style, int Level, int Depth, string Unit, string Prefix);

    private NumberedSection Place(Section section, SectionNumber typed)
    {
        var stem = StemOf(section, typed);
        var parent = section.Parent ?? Top;
        object scope = stem is not null ? stem : IsBookWide(typed) ? Top : parent;
        var running = KindOf(typed);
        var kind = running with { Level = IsBookWide(typed) ? section.Heading.Level : 0, Prefix = stem is null ? running.Prefix : "" };

        var series = SeriesFor(section, typed, scope, kind, running);
        var placed = new NumberedSection(section, typed, stem, series);
        _open[(scope, kind)] = _running[running] = series;
        _numbered[section] = _latestBelow[parent] = placed;
        return placed;
    }

    private NumberSeries SeriesFor(Section section, SectionNumber typed, object scope, Kind kind, Kind running)
    {
        var value = typed.Values[^1];
        if (_open.TryGetValue((scope, kind), out var open))
        {
            return StartsAgain(open.Latest, section, typed) ? new NumberSeries() : open;
        }

        if (value > 1 && scope is not NumberedSection && _running.TryGetValue(running, out var left) && left.Latest.Last + 1 == value)
        {
            return left;
        }

        // 一、 then 2.: the same list in another writing.
        var isMixed = value > 1 && typed.Values.Length == 1
            && _latestBelow.TryGetValue(section.Parent ?? Top, out var before)
            && before.Typed.Values.Length == 1 && before.Last + 1 == value;
        return isMixed ? _latestBelow[section.Parent ?? Top].Series : new NumberSeries();
    }

    /// <summary>Whether a number that falls back to the beginning has a reason to.</summary>
    private static bool StartsAgain(NumberedSection latest, Section section, SectionNumber typed)
    {
        var value = typed.Values[^1];
        if (value > 1 || value > latest.Last)
        {
            return false;
        }

        if (typed.Style is NumberStyle.Decimal or NumberStyle.AppendixDecimal)
        {
            return !latest.Prefix.SequenceEqual(typed.Values.AsSpan()[..^1]);
        }

        var isElsewhere = section.Parent != latest.Section.Parent || section.Part != latest.Section.Part;
        return isElsewhere || (!IsBookWide(typed)
            && (typed.Style == NumberStyle.Ordinal || section.Chapter != latest.Section.Chapter || section.Previous != latest.Section));
    }

    /// <summary>
    /// The number that a decimal goes on from: an earlier sibling's or an ancestor's that it begins with; failing that, the
    /// one that it ought to begin with.
    /// </summary>
    private NumberedSection? StemOf(Section section, SectionNumber typed)
    {
        if (typed.Style is not (NumberStyle.Decimal or NumberStyle.AppendixDecimal))
        {
            return null;
        }

        // 1. and 1.1 as headings of one level.
        var sibling = Shorter(_latestBelow.GetValueOrDefault(section.Parent ?? Top), typed);
        if (sibling is not null && sibling.Section.Parent == section.Parent && Begins(sibling, typed))
        {
            return sibling;
        }

        NumberedSection? farthest = null;
        var isFree = false;
        foreach (var ancestor in Ancestors(section))
        {
            if (Shorter(ancestor, typed) is not { } above)
            {
                // Under 附录A or 步骤 2, decimals have nothing that they must begin with.
                isFree |= ancestor.Typed.Style != typed.Style;
            }
            else if (Begins(above, typed) || (!isFree && above.Typed.Style is NumberStyle.Chapter or NumberStyle.Decimal or NumberStyle.Appendix or NumberStyle.AppendixDecimal))
            {
                return above;
            }
            else
            {
                farthest = isFree ? farthest : above;
            }
        }

        return farthest;
    }

    private IEnumerable<NumberedSection> Ancestors(Section section)
    {
        for (var above = section.Parent; above is not null; above = above.Parent)
        {
            if (_numbered.TryGetValue(above, out var numbered))
            {
                yield return numbered;
            }
        }
    }

    /// <summary>The first number with fewer values than this one among a number and those it goes on from.</summary>
    private static NumberedSection? Shorter(NumberedSection? number, SectionNumber typed)
    {
        while (number is not null && !(number.Typed.CanBeStem(typed.Style) && number.Typed.Values.Length < typed.Values.Length))
        {
            number = number.Stem;
        }

        return number;
    }

    private static bool Begins(NumberedSection stem, SectionNumber typed) => typed.Values.AsSpan().StartsWith(stem.Typed.Values.AsSpan());

    private static bool IsBookWide(SectionNumber typed) => typed.Style is NumberStyle.Chapter or NumberStyle.Appendix;

    private static Kind KindOf(SectionNumber typed)
    {
        var style = typed.Style == NumberStyle.ArabicPause ? NumberStyle.ArabicDot : typed.Style;
        var unit = style is NumberStyle.Ordinal or NumberStyle.Part ? typed.Unit : "";
        return new Kind(style, Level: 0, typed.Values.Length, unit, string.Join('.', typed.Values[..^1]));
    }
}
