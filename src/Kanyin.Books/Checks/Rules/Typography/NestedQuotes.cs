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
        if (!pairs.Loose.IsEmpty)
        {
            return; // UnbalancedMarks
        }

        foreach (var pair in pairs.All.Where(p => p.Outer == prose.Text[p.Open] && p.Outer is '“' or '《'))
        {
            Report(bag, prose, pair.Open, pair.Close - pair.Open + 1, $"{pair.Outer} stands inside {pair.Outer}", pair.Outer == '“' ? "Write ‘…’ inside “…”" : "Write 〈…〉 inside 《…》");
        }
    }
}
