using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class MiddleDot : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO013", Severity.Warning, "A middle dot that is not ·");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("•・‧∙⋅");

    // typography.md PU13; GB/T 15834 4.14.2
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (var match in Dot().EnumerateMatches(prose.Text))
        {
            Replace(bag, prose, match.Index, match.Length, "·", $"The dot between the parts of a name is · (U+00B7), not U+{(int)prose.Text[match.Index]:X4}.");
        }
    }

    [GeneratedRegex($"(?<=[{Signs.Han}])[•・‧∙⋅](?=[{Signs.Han}])")]
    private static partial Regex Dot();
}
