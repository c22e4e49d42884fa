using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class Ellipsis : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO009", Severity.Warning, "An ellipsis that is not ……");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create(".。．…");

    // typography.md PU09; GB/T 15834 4.11.2
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (var match in Dots().EnumerateMatches(prose.Text))
        {
            var (before, after) = (prose[match.Index - 1], prose[match.Index + match.Length]);
            var isChinese = Signs.EndsChinese(before) || Signs.IsPoint(before) || (Signs.IsHan(after) && !char.IsAsciiLetterOrDigit(before));

            // In a row such as 1，2，…，n three dots are right, and ...args is code.
            var isInRow = before is ',' or '，' or '、' && after is ',' or '，' or '、';
            if (isChinese && !isInRow && !char.IsAsciiLetterOrDigit(after) && after is not ('/' or ProseText.Opaque))
            {
                Replace(bag, prose, match.Index, match.Length, "……", "The Chinese ellipsis has six dots.");
            }
        }
    }

    [GeneratedRegex(@"\.{3,}|。{3,}|．{2,}|(?<!…)…(?!…)")]
    private static partial Regex Dots();
}
