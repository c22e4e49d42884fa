using Kanyin.Books.Checks.Numbers;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Numbers;

/// <summary>NUM-XREF (typography.md NU6).</summary>
public sealed class ReferenceToMissingNumber : Rule
{
    public override DiagnosticKind Kind { get; } = new("NUM015", Severity.Error, "Reference to a number that does not exist");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        var numbers = new BookNumbers(book.Sections);
        foreach (var reference in book.References)
        {
            var isThere = reference.Label is not { } label ? numbers.Has(reference)
                : book.Labels.Has(label) ? true
                : book.Labels.Uses(label) ? false : null;
            if (isThere is false)
            {
                bag.Add(Kind, reference.At, $"There is no {reference.Text} in this book.", "Mend the number, or name the other work before it: 《…》.");
            }
        }
    }
}
