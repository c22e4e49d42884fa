using System.Buffers;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed class MissingStop : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO017", Severity.Note, "A paragraph without a stop at its end");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("，。");

    // typography.md PU17. What leads over to a list or a display may end in anything.
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        var text = prose.Text;
        var isLink = prose.Beside(text.Length - 1, 1, isAfter: true) == ']'; // the last of a row of links
        if (!isLink && prose is { Kind: ProseKind.Paragraph, IsInList: false, Next: null or Paragraph or Heading or Break }
            && Signs.IsHan(text[^1]) && text.AsSpan().ContainsAny("。！？") && !text.Contains(ProseText.ForcedBreak, StringComparison.Ordinal))
        {
            Report(bag, prose, text.Length - 1, 1, "The last sentence of the paragraph has no stop.", "End it with 。");
        }
    }
}
