namespace Kanyin.Books.Model;

/// <summary>字数: every Han and every mark counts as one, and every word or number in other letters.</summary>
public static class WordCount
{
    /// <summary>Rounded; a book with any words has at least one thousand.</summary>
    public static int Thousands(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var words = book.Chapters.Sum(Of);
        return words == 0 ? 0 : (int)System.Math.Max(1, (words + 500) / 1000);
    }

    private static long Of(Chapter chapter)
    {
        var inlines = chapter.AllInlines().Sum(i => i switch
        {
            Text t => Of(t.Value),
            Code c => Of(c.Value),
            Keyboard k => Of(k.Value),
            Math m => Of(m.Formula.Reading),
            _ => 0,
        });
        return inlines + chapter.AllBlocks().Sum(b => b switch
        {
            CodeBlock c => Of(c.Text),
            MathBlock m => Of(m.Formula.Reading),
            _ => 0,
        });
    }

    public static long Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var count = 0L;
        var isInWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isLetter = rune.Value < 0x2E80 && System.Text.Rune.IsLetterOrDigit(rune);
            count += System.Text.Rune.IsWhiteSpace(rune) || (isLetter && isInWord) ? 0 : 1;
            isInWord = isLetter;
        }

        return count;
    }
}
