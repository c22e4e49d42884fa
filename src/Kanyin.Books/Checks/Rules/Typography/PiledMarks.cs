using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class PiledMarks : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO008", Severity.Note, "More than three exclamation or question marks");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("！？!?");

    // typography.md PU08; GB/T 15834 4.2.3.5, 4.3.3.3
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (var match in Piled().EnumerateMatches(prose.Text))
        {
            Report(bag, prose, match.Index, match.Length, "Three marks are the most that can stand together.", "Keep three, or one.");
        }
    }

    [GeneratedRegex("[！？!?]{4,}")]
    private static partial Regex Piled();
}
