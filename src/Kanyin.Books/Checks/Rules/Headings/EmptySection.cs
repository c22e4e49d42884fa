using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Headings;

public sealed class EmptySection : Rule
{
    public override DiagnosticKind Kind { get; } = new("HEAD007", Severity.Warning, "A section without text");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        for (var i = 0; i < book.Sections.Length; i++)
        {
            var (section, next) = (book.Sections[i], i + 1 < book.Sections.Length ? book.Sections[i + 1] : null);
            if (next is not null && next.Heading.Level > section.Heading.Level)
            {
                continue;
            }

            // A sentence typed as a heading is itself the text (HEAD005); one without words is EmptyHeading's.
            if (PlainText.Of(section.Heading.Inlines).TrimEnd() is [] or [.., '。'])
            {
                continue;
            }

            // The title that a file without one is given has no place; its text is what the file holds.
            var blocks = section.Chapter.Blocks;
            var index = blocks.IndexOf(section.Heading);
            if (section.Heading.At.Length > 0 && !section.Heading.Inlines.Any(x => x is Image) && (index + 1 == blocks.Length || blocks[index + 1] is Heading))
            {
                bag.Add(Kind, section.Heading.At, "Nothing stands under this heading.", "Write the section, or remove the heading.");
            }
        }
    }
}
