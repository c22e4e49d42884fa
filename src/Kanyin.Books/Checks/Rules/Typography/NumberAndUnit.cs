using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class NumberAndUnit : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO025", Severity.Note, "A number and its unit");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("0123456789");

    // typography.md SP04; GB 3101 3.4
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        if (prose.Kind is ProseKind.Heading or ProseKind.Caption)
        {
            return;
        }

        foreach (Match match in Glued().Matches(prose.Text))
        {
            var unit = match.Groups["unit"];
            Replace(bag, prose, (match.Index, match.Length), (match.Index, match.Length, $"{prose.Text[match.Index..unit.Index]} {unit.Value}"), "A space parts a number from its unit.");
        }

        foreach (Match match in Parted().Matches(prose.Text))
        {
            Replace(bag, prose, match.Index, match.Length, "", "No space parts a number from its % sign.");
        }
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9_.\-])\d+(?:\.\d+)?(?<unit>(?:[kmcnμ]m|[kmμ]g|m[lL]|m[sAVW]|μs|ns|k[WV]|[kMGT]?Hz|[kKMGTP]i?B|[kMG]bps|kWh|mAh))(?![A-Za-z0-9_/.\-])", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();

    [GeneratedRegex("(?<=[0-9]) +(?=[%‰])")]
    private static partial Regex Parted();
}
