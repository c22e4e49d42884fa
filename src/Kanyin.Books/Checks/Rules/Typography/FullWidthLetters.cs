using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class FullWidthLetters : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO020", Severity.Warning, "Full-width letters or digits");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ");

    // typography.md WD01
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (Match match in Wide().Matches(prose.Text))
        {
            Replace(bag, prose, match.Index, match.Length, string.Concat(match.Value.Select(c => (char)(c - '０' + '0'))), "Latin letters and digits are half-width.");
        }
    }

    [GeneratedRegex("[０-９Ａ-Ｚａ-ｚ]+")]
    private static partial Regex Wide();
}
