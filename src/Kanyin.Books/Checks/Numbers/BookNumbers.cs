using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Numbers;

/// <summary>Every number that the headings of a book are printed with.</summary>
internal sealed class BookNumbers
{
    private readonly HashSet<int> _chapters = [];
    private readonly HashSet<int> _appendices = [];
    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);

    public BookNumbers(ImmutableArray<Section> sections)
    {
        foreach (var (section, number) in sections.Select(s => (s, s.Heading.Printed)))
        {
            switch (number)
            {
                case { Style: NumberStyle.Chapter }:
                case { Style: NumberStyle.ArabicDot or NumberStyle.ArabicPause or NumberStyle.ArabicBare or NumberStyle.HanPause } when section.Heading.Level == 1:
                    _chapters.Add(number.Values[^1]);
                    break;
                case { Style: NumberStyle.Appendix }:
                    _appendices.Add(number.Values[^1]);
                    break;
                case { Style: NumberStyle.Decimal }:
                    // 7.1 tells of a chapter 7, whatever its heading says.
                    _sections.Add(string.Join('.', number.Values));
                    _chapters.Add(number.Values[0]);
                    break;
            }
        }
    }

    /// <summary>Null when the book has too few numbers of the kind to tell.</summary>
    public bool? Has(NumberReference reference) => reference.Kind switch
    {
        ReferenceKind.Chapter => _chapters.Count < 2 ? null : _chapters.Contains(reference.Values[0]),
        ReferenceKind.Section => _sections.Count < 2 ? null : _sections.Contains(string.Join('.', reference.Values)),
        ReferenceKind.Appendix => _appendices.Count < 2 ? null : _appendices.Contains(reference.Values[0]),
        _ => null,
    };
}
