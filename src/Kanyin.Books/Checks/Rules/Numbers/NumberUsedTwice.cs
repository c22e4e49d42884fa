using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-DUP (typography.md NU6).</summary>
public sealed class NumberUsedTwice : Rule
{
    public override DiagnosticKind Kind { get; } = new("NUM002", Severity.Error, "Section number used twice");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var section in book.Numbers)
        {
            if (section.Last < section.Due && section.Series.FirstWith(section.Last) is { } first && first.Index < section.Index)
            {
                var place = first.Section.Chapter == section.Section.Chapter ? $"at line {first.Heading.At.Line}" : $"in {first.Heading.At.File}, line {first.Heading.At.Line}";
                bag.Add(Kind, section.Heading.At, $"{section.Typed} is already used {place}.", $"{section.Number} is due here.");
            }
        }
    }
}
