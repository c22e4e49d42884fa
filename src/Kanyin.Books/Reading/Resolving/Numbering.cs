using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>
/// Finds the numbers that authors typed in their headings and captions, takes them out of the words, and works out which number
/// belongs at each place and which is printed. All files count as one tree; headings inside quotes and lists are left alone.
/// </summary>
public static class Numbering
{
    /// <param name="chapters">Headings have their full words and no typed number yet.</param>
    /// <param name="scheme">How computed numbers are written.</param>
    public static ImmutableArray<Chapter> Apply(ImmutableArray<Chapter> chapters, NumberingMode mode = NumberingMode.Keep, NumberScheme scheme = NumberScheme.Decimal)
    {
        var numbers = PlausibleNumbers.Find(chapters);
        var typed = Rewrite(chapters, h => numbers.TryGetValue(h, out var n) && (mode == NumberingMode.Keep || !IsName(n.Number)) ? Parted(h, n) : h);
        var expected = NumberedSections.Of(Section.Of(typed)).ToDictionary<NumberedSection, Heading, SectionNumber>(s => s.Heading, s => s.Number, ReferenceEqualityComparer.Instance);
        var computed = mode == NumberingMode.Auto ? new ComputedNumbers(typed, scheme) : null;
        var captioned = new Captions(computed).Apply(typed);
        return
        [
            .. Rewrite(captioned, h => h with
            {
                Number = computed is null ? expected.GetValueOrDefault(h) : computed.NumberOf(h),
                Printed = computed is not null ? computed.NumberOf(h) : mode == NumberingMode.None && !IsNeeded(h) ? null : h.Typed,
            }).Select(c => mode == NumberingMode.Keep ? c : c with { Title = TitleOf(c) }),
        ];
    }

    private static Heading Parted(Heading heading, TypedNumber number) =>
        heading with { Typed = number.Number, Printed = number.Number, Inlines = HeadingWords.Without(heading.Inlines, number.Length) };

    /// <summary>第三天, 步骤 2: what is counted is told by the words, and a section number does not replace them.</summary>
    private static bool IsName(SectionNumber number) => number.Style == NumberStyle.Ordinal;

    /// <summary>Without their number these would say nothing, or something else.</summary>
    private static bool IsNeeded(Heading heading) => heading.Inlines.IsEmpty || heading.Typed?.Style is NumberStyle.Part or NumberStyle.Appendix;

    /// <summary>The title that navigation shows has the number that is printed.</summary>
    private static string TitleOf(Chapter chapter) => chapter.Blocks.OfType<Heading>().FirstOrDefault() is { } first ? PlainText.Of(first) : chapter.Title;

    private static ImmutableArray<Chapter> Rewrite(ImmutableArray<Chapter> chapters, Func<Heading, Heading> change) =>
        [.. chapters.Select(c => c with { Blocks = [.. c.Blocks.Select(b => b is Heading h ? change(h) : b)] })];
}
