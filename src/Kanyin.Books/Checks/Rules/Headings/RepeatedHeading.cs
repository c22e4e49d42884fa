using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Headings;

public sealed class RepeatedHeading : Rule
{
    public override DiagnosticKind Kind { get; } = new("HEAD004", Severity.Note, "The same heading twice in a file");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        var first = new Dictionary<(Chapter, string), Heading>();
        foreach (var section in book.Sections)
        {
            var words = PlainText.Of(section.Heading);
            if (words.Length > 0 && !first.TryAdd((section.Chapter, words), section.Heading))
            {
                bag.Add(Kind, section.Heading.At, $"“{words}” is also the heading at line {first[(section.Chapter, words)].At.Line}.", "In the contents nobody can tell the two apart: say more.");
            }
        }
    }
}
