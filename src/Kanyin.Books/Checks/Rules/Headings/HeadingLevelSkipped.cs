using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Headings;

public sealed class HeadingLevelSkipped : Rule
{
    public override DiagnosticKind Kind { get; } = new("HEAD001", Severity.Warning, "Heading level skipped");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        Section? before = null;
        foreach (var section in book.Sections)
        {
            var (level, last) = (section.Heading.Level, before?.Heading.Level ?? 0);
            if (before?.Chapter == section.Chapter && level > last + 1)
            {
                bag.Add(Kind, section.Heading.At, $"This heading is {level - last} levels below the one before it.", $"Take away {(level - last == 2 ? "one #" : $"{level - last - 1} #")}, or add the heading between.");
            }

            before = section;
        }
    }
}
