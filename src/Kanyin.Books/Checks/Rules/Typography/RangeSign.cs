using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class RangeSign : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO012", Severity.Note, "A hyphen between the ends of a range");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("-~");

    // typography.md PU12; GB/T 15834 4.13.3
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (Match match in Range().Matches(prose.Text))
        {
            Report(bag, prose, match.Index, match.Length, "A range from one number to another takes ～", $"Write {match.Groups["from"].Value}～{match.Groups["to"].Value}");
        }
    }

    [GeneratedRegex($@"(?<![A-Za-z0-9_.\-~/:]|[图表式例]\s?)(?<from>\d+(?:\.\d+)?%?)(?<![12]\d\d\d)[-~](?<to>\d+(?:\.\d+)?)(?= ?[天年月日时分秒个章节页倍周次人米元万亿千百种条岁层行步点台级小毫微字位])", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
