using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-PUNCT (typography.md NU2, NU6): 1、 and 一. and 1.1.</summary>
public sealed class NumberWithWrongMark : Rule
{
    public override DiagnosticKind Kind { get; } = new("NUM009", Severity.Warning, "Section number with the wrong mark");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var section in book.Numbers)
        {
            if (Mended(section.Typed) is { } right)
            {
                bag.Add(Kind, section.Heading.At, $"{section.Typed} takes another mark.", $"Write {right}");
            }
        }
    }

    private static string? Mended(SectionNumber number) => (number.Style, number.Text[^1]) switch
    {
        (NumberStyle.ArabicPause, _) => $"{number.Text[..^1]}.",
        (NumberStyle.HanPause, not '、') => $"{number.Text[..^1]}、",
        (NumberStyle.Decimal or NumberStyle.AppendixDecimal, '.' or '．' or '、') => number.Text[..^1],
        _ => null,
    };
}
