using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Typography;

public sealed class LatinSpacing : Rule
{
    public override DiagnosticKind Kind { get; } = new("TYPO022", Severity.Note, "Han and Latin are not parted as the book asks");

    // typography.md SP01: the editions are the same either way, so that only a book which asks is looked at.
    public override void Check(Survey book, DiagnosticBag bag)
    {
        if (book.Book.Prose.Spacing is not { } spacing)
        {
            return;
        }

        foreach (var prose in book.Prose.Where(p => p is { IsChinese: true, Kind: not (ProseKind.Heading or ProseKind.Caption) }))
        {
            for (var i = 1; i < prose.Text.Length; i++)
            {
                if (spacing == Spacing.Space && Meet(prose[i - 1], prose[i]))
                {
                    Report(bag, prose, i, "There is no space between Han and Latin.", "Put a space in.");
                }
                else if (spacing == Spacing.None && prose[i] == ' ' && Meet(prose[i - 1], prose[i + 1]))
                {
                    Report(bag, prose, i, "There is a space between Han and Latin.", "Remove it.");
                }
            }
        }
    }

    /// <summary>Where marks of Markdown lie between the two, the author decides on which side of them a space belongs.</summary>
    private void Report(DiagnosticBag bag, ProseText prose, int i, string message, string hint)
    {
        var isSpace = prose[i] == ' ';
        var isPlain = isSpace ? prose.IsWritten(i - 1, 3) : prose.At(i - 1, 2) is { Length: var length } && length == 2;
        var at = isSpace ? prose.At(i, 1) : prose.At(i - 1, 2);
        bag.Add(new Diagnostic(Kind, at, message, hint)
        {
            Fix = !isPlain ? [] : isSpace ? [new Edit(at, "")] : [new Edit(at with { Start = at.Start + 1, Length = 0 }, " ")],
        });
    }

    private static bool Meet(char a, char b) => (Signs.IsHan(a) && IsLatin(b)) || (IsLatin(a) && Signs.IsHan(b));

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);
}
