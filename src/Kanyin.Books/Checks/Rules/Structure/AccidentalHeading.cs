using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Structure;

public sealed partial class AccidentalHeading : Rule
{
    public override DiagnosticKind Kind { get; } = new("TEXT003", Severity.Warning, "A paragraph that became a heading");

    // CommonMark 4.3: a line of --- or === makes a heading of all the lines above it.
    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var heading in book.Sections.Select(s => s.Heading))
        {
            var end = Math.Min(heading.At.File.Text.Length, heading.At.Start + heading.At.Length);
            var source = heading.At.File.Text[heading.At.Start..Math.Max(heading.At.Start, end)];
            if (Underlined().Match(source) is { Success: true } match && (match.Groups["words"].Value.TrimEnd().Contains('\n', StringComparison.Ordinal) || Sentence().IsMatch(match.Groups["words"].Value)))
            {
                bag.Add(Kind, heading.At, "The line of - or = below makes a heading of this paragraph.", "Put a blank line between them.");
            }
        }
    }

    [GeneratedRegex(@"^(?![#<])(?<words>.+?)\n[ >]*(?:-+|=+)\s*$", RegexOptions.Singleline)]
    private static partial Regex Underlined();

    [GeneratedRegex(@"[。！；：，]\s*$|。.")]
    private static partial Regex Sentence();
}
