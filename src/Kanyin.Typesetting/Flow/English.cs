using System.Collections.Frozen;
using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>
/// Tells English from Chinese, so that it is read aloud as such (ISO 14289-1 7.2). Names and terms are part of a Chinese
/// sentence; a stretch of three words or more, with one of the little words that only sentences have, is English.
/// </summary>
internal static class English
{
    public const string Tag = "en";

    private const int LeastWords = 3;

    private static readonly FrozenSet<string> _littleWords = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "for", "from", "has", "have", "how", "if", "in", "into", "is", "it", "its",
        "not", "of", "on", "or", "that", "the", "their", "there", "these", "this", "to", "was", "we", "what", "when", "which", "who", "why", "will", "with", "you", "your");

    /// <summary>An element whose words are these, in their language where they are all English.</summary>
    public static StructureElement ElementOf(StructureRole role, ImmutableArray<Inline> words) =>
        new(role) { Language = Is(PlainText.Of(words)) ? Tag : null };

    /// <summary>Cuts a text where it changes into English and back; white space goes with the Chinese.</summary>
    public static IEnumerable<(string Words, bool IsEnglish)> Stretches(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && text[i] < '\u2E80')
            {
                i++;
            }

            var end = start + text.AsSpan(start, i - start).TrimEnd().Length;
            start = end - text.AsSpan(start, end - start).TrimStart().Length;
            if (Is(text[start..end]))
            {
                if (start > from)
                {
                    yield return (text[from..start], false);
                }

                yield return (text[start..end], true);
                from = end;
            }
        }

        if (from < text.Length)
        {
            yield return (text[from..], false);
        }
    }

    private static bool Is(string text)
    {
        int words = 0, little = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= '\u2E80')
            {
                return false;
            }

            var start = i;
            while (i < text.Length && char.IsAsciiLetter(text[i]))
            {
                i++;
            }

            words += i > start ? 1 : 0;
            little += _littleWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(start, i - start)) ? 1 : 0;
        }

        return words >= LeastWords && little > 0;
    }
}
