using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class FullWidthColon : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO014", Severity.Warning, "A full-width colon in a time or ratio");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("：");

    // typography.md PU14
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (Match match in Time().Matches(prose.Text))
        {
            Replace(bag, prose, match.Groups["colon"].Index, 1, ":", "Times and ratios take a half-width colon.");
        }
    }

    // 题 3：20 is a label; a ratio is one only after a word that says so.
    [GeneratedRegex(@"(?<![\d.]|[题例图表步骤第点项条案注式]\s?)(?:[01]?\d|2[0-4])(?<colon>：)[0-5]\d(?![\d.])|(?<=[为是比约按以达成]\s?)\d+(?<colon>：)\d+(?![\d.])")]
    private static partial Regex Time();
}
