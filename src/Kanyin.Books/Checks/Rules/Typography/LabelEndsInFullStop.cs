using System.Buffers;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed class LabelEndsInFullStop : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO018", Severity.Warning, "A label ends in a full stop");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("。");

    // typography.md PU18. Headings are HEAD005; captions of one sentence are printed without their stop (6.4).
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        var last = prose.Text.Length - 1;
        var isWord = prose[last] == '。' && !prose.Text.AsSpan(0, last).ContainsAny("，。；"); // a whole sentence keeps its stop
        if (prose.Kind is ProseKind.Label or ProseKind.ColumnHead && isWord)
        {
            Replace(bag, prose, last, 1, "", "The title of a note, a term and the head of a column take no 。");
        }
    }
}
