using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class CommaBetweenTitles : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO015", Severity.Note, "、 between titles or quotations");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("、");

    // typography.md PU15; GB/T 15834 4.5.3.5
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (var match in Comma().EnumerateMatches(prose.Text))
        {
            Report(bag, prose, match.Index, match.Length, "Between titles and between quotations no 、 is needed.", "Leave it out.");
        }
    }

    [GeneratedRegex("(?<=》)、(?=《)|(?<=”)、(?=“)")]
    private static partial Regex Comma();
}
