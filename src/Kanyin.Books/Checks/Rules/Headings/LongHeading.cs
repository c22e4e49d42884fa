using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Headings;

public sealed class LongHeading : Rule
{
    /// <summary>Words and Han; two lines of a heading in most formats.</summary>
    private const int Longest = 36;

    public override DiagnosticKind Kind { get; } = new("HEAD006", Severity.Note, "A long heading");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var heading in book.Sections.Select(s => s.Heading))
        {
            if (WordCount.Of(PlainText.Of(heading.Inlines)) is var count and > Longest)
            {
                bag.Add(Kind, heading.At, string.Create(CultureInfo.InvariantCulture, $"The heading has {count} characters; running heads and the contents have room for about {Longest}."), "Say it shorter, and the rest in the text.");
            }
        }
    }
}
