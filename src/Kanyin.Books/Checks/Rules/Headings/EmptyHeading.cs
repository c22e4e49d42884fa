using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Headings;

public sealed class EmptyHeading : Rule
{
    public override DiagnosticKind Kind { get; } = new("HEAD002", Severity.Error, "Heading without words");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var heading in book.Sections.Select(s => s.Heading))
        {
            if (string.IsNullOrWhiteSpace(PlainText.Of(heading)) && !heading.Inlines.Any(i => i is Image))
            {
                bag.Add(Kind, heading.At, "The heading has no words.", "Give it words, or remove the # signs.");
            }
        }
    }
}
