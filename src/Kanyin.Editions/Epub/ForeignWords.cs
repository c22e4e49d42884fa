using System.Text.RegularExpressions;

namespace Kanyin.Editions.Epub;

/// <summary>English inside Chinese: from three words on it is declared, so that it is hyphenated, and read aloud, as English (EP3).</summary>
internal static partial class ForeignWords
{
    /// <summary>The stretches of a text, in order, and whether each is English.</summary>
    public static IEnumerable<(string Text, bool IsForeign)> Parts(string text)
    {
        var from = 0;
        foreach (Match match in Phrase().Matches(text).Where(m => !m.Value.Any(c => c is >= 'À' and <= 'ɏ')))
        {
            if (match.Index > from)
            {
                yield return (text[from..match.Index], false);
            }

            yield return (match.Value, true);
            from = match.Index + match.Length;
        }

        if (from < text.Length)
        {
            yield return (text[from..], false);
        }
    }

    // A phrase with accents is of some other language, which nothing tells.
    [GeneratedRegex(@"(?<![\w.])[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]*(?:[,;:]? [A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]*){2,}(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Phrase();
}
