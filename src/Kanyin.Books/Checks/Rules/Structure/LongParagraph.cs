using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Structure;

public sealed class LongParagraph : Rule
{
    /// <summary>Words and Han; most of a page.</summary>
    private const int Longest = 600;

    public override DiagnosticKind Kind { get; } = new("TEXT001", Severity.Note, "A long paragraph");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var paragraph in book.Paragraphs)
        {
            if (paragraph.At.Length > Longest && WordCount.Of(PlainText.Of(paragraph.Inlines)) is var count and > Longest && !paragraph.Inlines.Any(i => i is LineBreak))
            {
                bag.Add(Kind, paragraph.At with { Length = 0 }, System.FormattableString.Invariant($"The paragraph has {count} characters, most of a page."), "Part it where the thought turns.");
            }
        }
    }
}
