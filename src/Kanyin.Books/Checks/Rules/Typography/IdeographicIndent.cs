using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class IdeographicIndent : Rule
{
    public override DiagnosticKind Kind { get; } = new("TYPO026", Severity.Note, "An indent made of spaces");

    // typography.md SP05. The reader takes the spaces away, so they are looked for in the file.
    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var chapter in book.Book.Chapters.Where(c => c.File.Text.Contains('\u3000', StringComparison.Ordinal)))
        {
            foreach (var paragraph in chapter.AllBlocks().OfType<Paragraph>().DistinctBy(p => p.At))
            {
                var end = System.Math.Min(chapter.File.Text.Length, paragraph.At.Start + paragraph.At.Length);
                foreach (var match in Indent().EnumerateMatches(chapter.File.Text.AsSpan(paragraph.At.Start, System.Math.Max(0, end - paragraph.At.Start))))
                {
                    var at = new Place(chapter.File, paragraph.At.Start + match.Index, match.Length);
                    bag.Add(new Diagnostic(Kind, at, "Paragraphs are indented when they are set.", "Remove the spaces.") { Fix = [new Edit(at, "")] });
                }
            }
        }
    }

    [GeneratedRegex(@"(?<=^|\n[ >]*)\u3000+")]
    private static partial Regex Indent();
}
