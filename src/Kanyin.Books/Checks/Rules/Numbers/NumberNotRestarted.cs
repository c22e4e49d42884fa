using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-RESET (typography.md NU6).</summary>
public sealed class NumberNotRestarted : Rule
{
    public override DiagnosticKind Kind { get; } = new("NUM004", Severity.Error, "Section numbers do not begin at 1");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var section in book.Numbers)
        {
            if (section.Index == 0 && section.Last > section.Due)
            {
                var place = section.Section.Parent is { } parent ? $" under “{PlainText.Of(parent.Heading)}”" : "";
                bag.Add(Kind, section.Heading.At, $"{section.Typed} is the first{place}: {section.Number} is missing.", $"{section.Number} is due here.");
            }
        }
    }
}
