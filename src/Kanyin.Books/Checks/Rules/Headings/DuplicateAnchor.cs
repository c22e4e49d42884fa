using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Headings;

public sealed class DuplicateAnchor : Rule
{
    public override DiagnosticKind Kind { get; } = new("HEAD003", Severity.Error, "Anchor used twice in a file");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        var first = new Dictionary<(Chapter, string), Heading>();
        foreach (var section in book.Sections)
        {
            var heading = section.Heading;
            if (heading.Anchor.Length > 0 && !first.TryAdd((section.Chapter, heading.Anchor), heading))
            {
                var line = first[(section.Chapter, heading.Anchor)].At.Line;
                bag.Add(Kind, heading.At, $"The anchor {heading.Anchor} already names the heading at line {line}; links to it lead there.", "Give one of the two another {#name}.");
            }
        }
    }
}
