using System.Buffers;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed class StraightQuotes : ProseRule
{
    public override DiagnosticKind Kind { get; } = new("TYPO003", Severity.Warning, "Straight quotation marks in Chinese");

    protected override SearchValues<char> Triggers { get; } = SearchValues.Create("\"");

    // typography.md PU03
    protected override void Check(ProseText prose, DiagnosticBag bag)
    {
        var text = prose.Text;
        if (IsOpening(text))
        {
            return;
        }

        var mixed = MixedQuotes.Find(text)?.At;
        var marks = Enumerable.Range(0, text.Length).Where(i => text[i] == '"' && i != mixed).ToList();
        if (marks.Count % 2 == 1)
        {
            marks.RemoveAll(i => char.IsAsciiDigit(prose[i - 1])); // inches
        }

        if (marks.Count % 2 == 1)
        {
            marks.Where(i => Signs.IsHan(prose[i - 1]) || Signs.IsHan(prose[i + 1])).Take(1).ToList()
                .ForEach(i => Report(bag, prose, i, 1, "A straight quotation mark without a partner.", "Write “ and ”"));
            return;
        }

        foreach (var pair in marks.Chunk(2))
        {
            Check(prose, pair[0], pair[1], bag);
        }
    }

    private void Check(ProseText prose, int open, int close, DiagnosticBag bag)
    {
        var inside = prose.Text.AsSpan(open + 1, close - open - 1);
        var hasHan = inside.ContainsAnyInRange('\u3400', '\u9FFF');
        if (!hasHan && !Touches(prose[open - 1]) && !Touches(prose[close + 1]))
        {
            return;
        }

        // “ begins a word and ” ends one; where the marks do not, who knows which belong together. Inside other quotation marks ‘’ may be meant, and Latin alone may be code.
        var isCertain = hasHan && !inside.IsEmpty && !IsSpace(inside[0]) && !IsSpace(inside[^1]) && !inside.ContainsAny("“”‘’\u2028")
            && !char.IsAsciiLetterOrDigit(prose[open - 1]) && !char.IsAsciiLetterOrDigit(prose[close + 1])
            && !prose.Text.AsSpan(0, open).ContainsAny("“‘") && prose.IsWritten(open, 1) && prose.IsWritten(close, 1);
        bag.Add(new Diagnostic(Kind, prose.At(open, close - open + 1), "Chinese text takes “ and ”, not straight quotation marks.", "Write “…”")
        {
            Fix = isCertain ? [new Edit(prose.At(open, 1), "“"), new Edit(prose.At(close, 1), "”")] : [],
        });
    }

    /// <summary>The first line of a MkDocs block, which stands where it is not read as one: ??? "标题".</summary>
    private static bool IsOpening(string text) => text.StartsWith("??? ", StringComparison.Ordinal) || text.StartsWith("???+ ", StringComparison.Ordinal) || text.StartsWith("!!! ", StringComparison.Ordinal) || text.StartsWith("=== ", StringComparison.Ordinal);

    private static bool Touches(char c) => Signs.IsHan(c) || Signs.IsPoint(c) || Signs.IsOpening(c) || Signs.IsClosing(c);

    private static bool IsSpace(char c) => c is ' ' or '\n';
}
