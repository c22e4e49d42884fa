using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-MIX (typography.md NU6): 第1章, then 第二章. The fewer are reported.</summary>
public sealed class NumberStylesMixed : Rule
{
    public override DiagnosticKind Kind { get; } = new("NUM007", Severity.Warning, "Section numbers in mixed styles");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var series in book.Numbers.Select(n => n.Series).Distinct())
        {
            var writings = series.Members.GroupBy(m => WritingOf(m.Typed)).ToList();
            var usual = writings.MaxBy(w => w.Count())!;
            foreach (var odd in writings.Where(w => w != usual).SelectMany(w => w))
            {
                bag.Add(Kind, odd.Heading.At, $"{odd.Typed} is not written like {usual.First().Typed}.", $"Write {usual.First().Typed.WithValues(odd.Typed.Values)}");
            }
        }
    }

    /// <summary>1、 among 1. has the wrong mark (NUM009); it is no style of its own.</summary>
    private static (NumberStyle Style, bool IsHan, bool IsLetter) WritingOf(SectionNumber number)
    {
        var style = number.Style == NumberStyle.ArabicPause ? NumberStyle.ArabicDot : number.Style;
        return (style, number.IsHan, style == NumberStyle.Appendix && char.IsAsciiLetter(number.Text[^1]));
    }
}
