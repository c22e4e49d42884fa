using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-FORM (typography.md NU3, NU5, NU6): 一十二, 一百一, 二百零零三, 一〇一.</summary>
public sealed class MalformedNumeral : Rule
{
    public override DiagnosticKind Kind { get; } = new("NUM008", Severity.Warning, "Malformed numeral");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var section in book.Numbers.Where(n => n.Typed.IsHan))
        {
            var right = section.Typed.WithValues(section.Typed.Values);
            if (right.Text != section.Typed.Text)
            {
                bag.Add(Kind, section.Heading.At, $"{section.Typed} is not how {section.Last} is written.", $"Write {right}");
            }
        }
    }
}
