using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class Dash : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO011", Severity.Warning, "A dash that is not ——");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("-—―－");

    // typography.md PU11; GB/T 15834 4.10.2
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (Match match in Strokes().Matches(prose.Text))
        {
            // 北京—上海: between short names a lone dash joins (GB/T 15834 4.13.3).
            if (match.Groups["dash"].ValueSpan is not "—" || !IsConnection(prose.Text, match))
            {
                Report(bag, prose, match.Index, match.Length, "The Chinese dash is two em dashes long.", "Write ——");
            }
        }
    }

    private static bool IsConnection(string text, Match match)
    {
        const int LongestName = 6;
        var before = text.AsSpan(0, match.Index);
        var after = text.AsSpan(match.Index + match.Length);
        return before.Length - before.LastIndexOfAnyExceptInRange('\u3400', '\u9FFF') - 1 <= LongestName
            || (after.IndexOfAnyExceptInRange('\u3400', '\u9FFF') is var end && (end < 0 ? after.Length : end) <= LongestName);
    }

    [GeneratedRegex($"(?<=[{Signs.Han}”）》，。]) ?(?<dash>--+|(?<![—―])[—―](?![—―])|－－+) ?(?=[{Signs.Han}“（《])")]
    private static partial Regex Strokes();
}
