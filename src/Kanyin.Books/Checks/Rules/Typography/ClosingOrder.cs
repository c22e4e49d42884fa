using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class ClosingOrder : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO016", Severity.Note, "A stop on the wrong side of ”");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("”");

    // typography.md PU16; GB/T 15834 appendix A.2
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (Match match in Order().Matches(prose.Text))
        {
            var end = match.Groups["end"];
            Report(bag, prose, end.Index, end.Length, end.Value[0] == '”' ? "A sentence that is quoted whole keeps its stop inside." : "There is a stop on both sides of ”", end.Value[0] == '”' ? "Write 。”" : null);
        }
    }

    [GeneratedRegex("(?<=[说道问答曰云])：“[^“”]*[，。；][^“”。！？；]*(?<end>”。)|(?<end>[。！？]”[。，])")]
    private static partial Regex Order();
}
