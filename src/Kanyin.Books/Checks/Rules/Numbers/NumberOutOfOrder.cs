using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-ORDER (typography.md NU6).</summary>
public sealed class NumberOutOfOrder : Rule
{
    public override DiagnosticKind Kind { get; } = new("NUM003", Severity.Error, "Section number out of order");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var section in book.Numbers)
        {
            if (section.Previous is { } previous && section.Last < section.Due && section.Series.FirstWith(section.Last) == section)
            {
                bag.Add(Kind, section.Heading.At, $"{section.Typed} comes after {previous.Typed}.", $"Move it; {section.Number} is due here.");
            }
        }
    }
}
