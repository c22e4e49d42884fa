using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>
/// Finds the numbers that authors typed in their headings, takes them out of the words, and works out which number belongs at
/// each place. All files count as one tree; headings inside quotes and lists are left alone.
/// </summary>
public static class Numbering
{
    /// <param name="chapters">Headings have their full words and no typed number yet.</param>
    public static ImmutableArray<Chapter> Apply(ImmutableArray<Chapter> chapters)
    {
        var numbers = PlausibleNumbers.Find(chapters);
        var typed = Rewrite(chapters, h => numbers.TryGetValue(h, out var n) ? h with { Typed = n.Number, Inlines = HeadingWords.Without(h.Inlines, n.Length) } : h);
        var expected = NumberedSections.Of(Section.Of(typed)).ToDictionary<NumberedSection, Heading, SectionNumber>(s => s.Heading, s => s.Number, ReferenceEqualityComparer.Instance);
        return Rewrite(typed, h => expected.TryGetValue(h, out var number) ? h with { Number = number } : h);
    }

    private static ImmutableArray<Chapter> Rewrite(ImmutableArray<Chapter> chapters, Func<Heading, Heading> change) =>
        [.. chapters.Select(c => c with { Blocks = [.. c.Blocks.Select(b => b is Heading h ? change(h) : b)] })];
}
