using System.Buffers;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed class CornerQuotes : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO019", Severity.Note, "Corner brackets for quotation marks");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("「『");

    protected override bool Applies(Book book) => book.Metadata.Language is "zh" or "zh-CN" or "zh-SG" or "zh-Hans" or "zh-Hans-CN";

    // typography.md PU19; GB/T 15834 4.8.2: in horizontal Simplified text quotation marks are “ ” and ‘ ’.
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (var pair in Pairs.Of(prose.Text).All.Where(p => prose.Text[p.Open] is '「' or '『'))
        {
            Report(bag, prose, pair.Open, pair.Close - pair.Open + 1, "Simplified Chinese set in lines takes “ and ”", prose.Text[pair.Open] == '「' ? "Write “…”" : "Write ‘…’ inside “…”");
        }
    }
}
