using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class EllipsisWithEnd : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO010", Severity.Note, "An ellipsis and what says the same");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("…");

    // typography.md PU10; GB/T 15834 4.11.3.4
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (var match in Doubled().EnumerateMatches(prose.Text))
        {
            Report(bag, prose, match.Index, match.Length, "…… already says that more follows.", "Keep one of the two.");
        }
    }

    [GeneratedRegex("……[。，；]|……等(?![一待到于级同候价式])|等(?:等)?……")]
    private static partial Regex Doubled();
}
