using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Headings;

public sealed class HeadingEndsInFullStop : Rule
{
    public override DiagnosticKind Kind { get; } = new("HEAD005", Severity.Warning, "Heading ends in a full stop");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var heading in book.Sections.Select(s => s.Heading))
        {
            // typography.md PU18
            if (!PlainText.Of(heading.Inlines).TrimEnd().EndsWith('。'))
            {
                continue;
            }

            var stop = heading.At.File.Text.AsSpan(heading.At.Start, heading.At.Length).LastIndexOf('。');
            var at = stop < 0 ? heading.At : new Place(heading.At.File, heading.At.Start + stop, 1);
            bag.Add(new Diagnostic(Kind, at, "A heading takes no 。 at its end.", "Remove it.") { Fix = stop < 0 ? [] : [new Edit(at, "")] });
        }
    }
}
