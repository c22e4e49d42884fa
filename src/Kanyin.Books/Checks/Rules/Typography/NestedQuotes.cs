using System.Buffers;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed class NestedQuotes : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO005", Severity.Warning, "The same marks inside each other");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("“《");

    // typography.md PU05; GB/T 15834 4.8.3.3 and 4.14.3.3
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        var pairs = Pairs.Of(prose.Text);

        // Where one of the marks has no partner (UnbalancedMarks), nobody knows which belong together.
        bool AreWhole(string marks) => !pairs.Loose.Any(i => marks.Contains(prose.Text[i], StringComparison.Ordinal));
        var looked = (AreWhole("“”") ? "“" : "") + (AreWhole("《》") ? "《" : "");
        foreach (var pair in pairs.All.Where(p => p.Outer == prose.Text[p.Open] && looked.Contains(p.Outer, StringComparison.Ordinal)))
        {
            Report(bag, prose, pair.Open, pair.Close - pair.Open + 1, $"{pair.Outer} stands inside {pair.Outer}", pair.Outer == '“' ? "Write ‘…’ inside “…”" : "Write 〈…〉 inside 《…》");
        }
    }
}
