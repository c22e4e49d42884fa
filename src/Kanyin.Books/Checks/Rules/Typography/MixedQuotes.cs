using System.Buffers;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed class MixedQuotes : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO004", Severity.Warning, "Quotation marks of two shapes in a pair");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("\"");

    // typography.md PU04
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        var text = prose.Text;
        if (text.Count('“') == text.Count('”'))
        {
            return; // StraightQuotes
        }

        for (var i = text.IndexOf('"', StringComparison.Ordinal); i >= 0; i = text.IndexOf('"', i + 1))
        {
            var last = text.AsSpan(0, i).LastIndexOfAny('“', '”');
            var next = text.AsSpan(i + 1).IndexOfAny('“', '”');
            var mark = last >= 0 && text[last] == '“' ? '”' : next >= 0 && text[i + 1 + next] == '”' ? '“' : '\0';
            if (mark != '\0')
            {
                Report(bag, prose, i, 1, "The partner of this quotation mark has another shape.", $"Write {mark}");
                return;
            }
        }
    }
}
