using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Structure;

public sealed class FragileBold : Rule
{
    public override DiagnosticKind Kind { get; } = new("TEXT005", Severity.Note, "Bold that other readers print as asterisks");

    // typography.md IN2 and MD01: we read it, what follows CommonMark 6.2 to the letter does not.
    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var inline in book.Book.Chapters.SelectMany(c => c.AllInlines()).Where(i => i is Strong or Emphasis).DistinctBy(i => i.At))
        {
            var (text, start, end) = (inline.At.File.Text, inline.At.Start, inline.At.Start + inline.At.Length);
            var marks = inline is Strong ? 2 : 1;
            if (end > text.Length || inline.At.Length <= 2 * marks || text[start] != '*' || text[end - 1] != '*')
            {
                continue;
            }

            if (!Opens(Before(text, start), After(text, start + marks)) || !Opens(After(text, end), Before(text, end - marks)))
            {
                bag.Add(Kind, inline.At, "GitHub and other readers print these asterisks.", "Put the punctuation outside of the asterisks, or a space.");
            }
        }
    }

    /// <summary>Left-flanking; turned round, right-flanking.</summary>
    private static bool Opens(Rune outside, Rune inside) => !Rune.IsWhiteSpace(inside) && (!IsPunctuation(inside) || Rune.IsWhiteSpace(outside) || IsPunctuation(outside));

    private static bool IsPunctuation(Rune rune) => Rune.IsPunctuation(rune) || Rune.IsSymbol(rune);

    private static Rune Before(string text, int at) => Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : new Rune(' ');

    private static Rune After(string text, int at) => Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : new Rune(' ');
}
