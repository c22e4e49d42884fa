using Kanyin.Books.Diagnostics;
namespace Kanyin.Books.Checks.Rules.Terms;

public sealed class OtherTerm : Rule
{
    public override DiagnosticKind Kind { get; } = new("TERM002", Severity.Warning, "A word that the glossary replaces");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        var terms = book.Book.Prose.Terms.Where(t => !t.Wrong.IsEmpty).ToList();
        if (terms.Count == 0)
        {
            return;
        }

        foreach (var prose in book.Prose)
        {
            foreach (var term in terms)
            {
                foreach (var (start, length) in term.Wrong.SelectMany(w => Places(prose.Text, w, term.Right)))
                {
                    bag.Add(Kind, prose.At(start, length), $"The glossary has {term.Right} for this.", $"Write {term.Right}");
                }
            }
        }
    }

    /// <summary>A Latin word counts only when it is whole, and no word counts inside the right one: 元 is wrong, and 词元 is not.</summary>
    private static IEnumerable<(int Start, int Length)> Places(string text, string wrong, string right)
    {
        var inside = right.IndexOf(wrong, StringComparison.Ordinal);
        for (var i = text.IndexOf(wrong, StringComparison.Ordinal); i >= 0; i = text.IndexOf(wrong, i + wrong.Length, StringComparison.Ordinal))
        {
            var isRight = inside >= 0 && i >= inside && string.CompareOrdinal(text, i - inside, right, 0, right.Length) == 0;
            if (!isRight && !(IsLetter(wrong[0]) && i > 0 && IsLetter(text[i - 1])) && !(IsLetter(wrong[^1]) && i + wrong.Length < text.Length && IsLetter(text[i + wrong.Length])))
            {
                yield return (i, wrong.Length);
            }
        }
    }

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c);
}
