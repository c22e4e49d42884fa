using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-PARENT (typography.md NU6).</summary>
public sealed class NumberUnderWrongParent : Rule
{
    public override DiagnosticKind Kind { get; } = new("NUM005", Severity.Error, "Section number under another's heading");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var section in book.Numbers)
        {
            if (section.IsUnderAnother)
            {
                var stem = section.Stem!.Typed;
                bag.Add(Kind, section.Heading.At, $"{section.Typed} stands under {stem}.", $"Begin it with {section.Typed.WithValues(stem.Values)}, or move it.");
            }
        }
    }
}
