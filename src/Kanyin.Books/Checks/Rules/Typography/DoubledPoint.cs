using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class DoubledPoint : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO007", Severity.Warning, "Two points where one belongs");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("，。、；：");

    // typography.md PU07
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (Match match in Points().Matches(prose.Text))
        {
            if (match.Value.AsSpan().ContainsAnyExcept(match.Value[0]))
            {
                Report(bag, prose, match.Index, match.Length, $"{match.Value} are two points in one place.", "Keep one of them.");
            }
            else
            {
                Replace(bag, prose, match.Index, match.Length, match.Value[..1], $"{match.Value[0]} stands here {(match.Length == 2 ? "twice" : "several times")}.");
            }
        }
    }

    // 。。。 is meant for an ellipsis.
    [GeneratedRegex("([，、；：])\\1+|(?<!。)。。(?!。)|[，、；：][，。、；：！？]+|。[，、；：]")]
    private static partial Regex Points();
}
