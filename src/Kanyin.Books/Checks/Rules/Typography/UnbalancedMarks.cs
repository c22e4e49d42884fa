using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class UnbalancedMarks : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO006", Severity.Warning, "A bracket or quotation mark without its partner");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create(Signs.Opening + Signs.Closing + "“”");

    // typography.md PU06
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        // A partner of another shape is MixedQuotes'.
        var hasPartner = MixedQuotes.Find(prose.Text) is not null;
        foreach (var at in Pairs.Of(prose.Text).Loose.Where(i => !IsMeant(prose.Text, i) && !(hasPartner && prose.Text[i] is '“' or '”')))
        {
            var mark = prose.Text[at];
            var message = mark is '(' or ')' ? $"{mark} is half-width and its partner full-width." : $"{mark} has no partner in this paragraph.";
            Report(bag, prose, at, 1, message, mark is '(' ? "Write （" : mark is ')' ? "Write ）" : null);
        }
    }

    /// <summary>“ begins every paragraph of a long quotation; 1） and ：） are not brackets.</summary>
    private static bool IsMeant(string text, int at) => text[at] switch
    {
        '“' => at == 0,
        '）' => Entry().IsMatch(text.AsSpan(0, at)) || (at > 0 && text[at - 1] is '：' or '；' or ':' or ';'),
        _ => false,
    };

    [GeneratedRegex(@"(?:^|[\s，。、；：:（\u2028])(?:[0-9]{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$")]
    private static partial Regex Entry();
}
