using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-LEVEL (typography.md NU6): 第一章, then 1.1.1.</summary>
public sealed class NumberLevelSkipped : Rule
{
    public override DiagnosticKind Kind { get; } = new("NUM006", Severity.Warning, "Section number skips a level");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        var reported = new HashSet<NumberedSection>();
        foreach (var section in book.Numbers)
        {
            if (section.Stem is { } stem && stem.Typed.Values.Length < section.Prefix.Length && !section.IsUnderAnother && reported.Add(stem))
            {
                var between = string.Join('.', section.Typed.Values[..(stem.Typed.Values.Length + 1)]);
                bag.Add(Kind, section.Heading.At, $"{section.Typed} stands directly under {stem.Typed}: there is no {between}.", "Number it one level higher, or add the heading between.");
            }
        }
    }
}
