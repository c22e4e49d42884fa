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
        if (Find(prose.Text) is var (at, mark))
        {
            Report(bag, prose, at, 1, "The partner of this quotation mark has another shape.", $"Write {mark}");
        }
    }

    /// <summary>The first straight mark that stands where the partner of “ or ” is missing, and what should stand there.</summary>
    internal static (int At, char Mark)? Find(string text)
    {
        if (text.Count('“') == text.Count('”'))
        {
            return null;
        }

        for (var i = text.IndexOf('"', StringComparison.Ordinal); i >= 0; i = text.IndexOf('"', i + 1))
        {
            if (text.AsSpan(0, i).LastIndexOfAny('“', '”') is >= 0 and var last && text[last] == '“')
            {
                return (i, '”');
            }

            if (text.AsSpan(i).IndexOfAny('“', '”') is >= 0 and var next && text[i + next] == '”')
            {
                return (text.LastIndexOf('"', i + next), '“');
            }
        }

        return null;
    }
}
