using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Headings;

public sealed class DuplicateAnchor : Rule
{
    public override DiagnosticKind Kind { get; } = new("HEAD003", Severity.Error, "Anchor used twice in a file");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        var first = new Dictionary<(SourceFile, string), (Place At, bool IsHeading)>();
        foreach (var (chapter, block) in book.Blocks)
        {
            foreach (var (name, at, isHeading) in Named(block))
            {
                if (name.Length > 0 && !first.TryAdd((chapter.File, name), (at, isHeading)))
                {
                    var (other, otherIsHeading) = first[(chapter.File, name)];
                    bag.Add(Kind, at, $"The anchor {name} already names the {(otherIsHeading ? "heading" : "place")} at line {other.Line}; links to it lead there.", $"Give one of the two another {(isHeading ? "{#name}" : "name")}.");
                }
            }
        }
    }

    /// <summary>A place that has the name of the heading it stands in is the same place.</summary>
    private static IEnumerable<(string Name, Place At, bool IsHeading)> Named(Block block)
    {
        var heading = block as Heading;
        var placed = Descendants.OwnInlines(block).OfType<Anchor>().Where(a => a.Name != heading?.Anchor).Select(a => (a.Name, a.At, false));
        return heading is null ? placed : placed.Prepend((heading.Anchor, heading.At, true));
    }
}
