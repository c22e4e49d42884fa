using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class SpaceInsideMarks : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO028", Severity.Warning, "A space inside brackets or quotation marks");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create(" ");

    // typography.md SP07. Around code Markdown takes the space away itself.
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (var match in Spaces().EnumerateMatches(prose.Text))
        {
            if (SpaceBesideMark.IsInside(prose, match.Index, match.Length))
            {
                Replace(bag, prose, match.Index, match.Length, "", "Brackets and quotation marks enclose what they enclose without a space.");
            }
        }
    }

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
