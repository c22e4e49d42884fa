using System.Buffers;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed class LookAlikes : Rule
{
    private static readonly SearchValues<char> Wrong = SearchValues.Create([.. Ideographs.LookAlikes.Keys]);

    public override DiagnosticKind Kind { get; } = new("TYPO029", Severity.Warning, "A character that only looks like another");

    // typography.md CH01. They come with text that was copied out of a PDF; no search finds them.
    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var prose in book.Prose.Where(p => p.Text.AsSpan().ContainsAny(Wrong) && !p.Text.Any(Signs.IsHangul)))
        {
            for (var i = 0; i < prose.Text.Length; i++)
            {
                if (Ideographs.LookAlikes.TryGetValue(prose[i], out var right) && prose.IsWritten(i, 1))
                {
                    var at = prose.At(i, 1);
                    bag.Add(new Diagnostic(Kind, at, $"This is U+{(int)prose[i]:X4} and not the character {right}", $"Write {right}") { Fix = [new Edit(at, right.ToString())] });
                }
            }
        }
    }
}
