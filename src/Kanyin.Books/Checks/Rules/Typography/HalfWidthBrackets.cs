using System.Buffers;
using System.Text.RegularExpressions;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed partial class HalfWidthBrackets : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO002", Severity.Warning, "Half-width brackets around Han");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("(");

    // typography.md PU02. A suggestion only: f(参数) may be a call.
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        foreach (Match match in Bracketed().Matches(prose.Text))
        {
            var inside = match.Groups["inside"].Value;
            var isCall = char.IsAsciiLetterOrDigit(prose[match.Index - 1]) || prose[match.Index - 1] is '_' or '.' or ProseText.Opaque;
            if (inside.Any(Signs.IsHan) && !inside.Contains('=', StringComparison.Ordinal) && !(isCall && inside.Contains(',', StringComparison.Ordinal)))
            {
                Report(bag, prose, match.Index, match.Length, "Brackets around Chinese text are full-width.", $"Write （{Shown(inside)}）");
            }
        }
    }

    private static string Shown(string inside) => inside.Length > 12 || inside.Contains(ProseText.Opaque, StringComparison.Ordinal) ? "…" : inside;

    [GeneratedRegex(@"\((?<inside>[^()（）\n\u2028]+)\)")]
    private static partial Regex Bracketed();
}
