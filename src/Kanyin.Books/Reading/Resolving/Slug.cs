using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>The anchor that GitHub gives a heading: lower case, spaces become -, and only letters, marks, numbers, - and _ stay.</summary>
internal static partial class Slug
{
    public static string Of(string words)
    {
        var slug = new StringBuilder(words.Length);
        foreach (var rune in words.Trim().EnumerateRunes())
        {
            if (rune.Value == ' ')
            {
                slug.Append('-');
            }
            else if (rune.Value is '-' or '_' || Stays(Rune.GetUnicodeCategory(rune)))
            {
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return slug.ToString();
    }

    /// <summary>The anchors that other sites give the heading with this text: links that were written for them land too.</summary>
    public static IEnumerable<string> Others(string words)
    {
        // docsify: GitHub's, but never a digit first.
        var slug = Of(words);
        if (slug is [>= '0' and <= '9', ..])
        {
            yield return "_" + slug;
        }

        // VitePress: a run of ASCII and quotation marks becomes one -, full-width marks stay, and never a digit first.
        var plain = Marks().Replace(words.Trim(), "-").Trim('-').ToLowerInvariant();
        yield return plain is [>= '0' and <= '9', ..] ? "_" + plain : plain;
    }

    [GeneratedRegex("""[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+""")]
    private static partial Regex Marks();

    // Ruby's \p{Word}, which GitHub uses: Letter, Mark, Decimal_Number, Connector_Punctuation, and the letters among numbers (Ⅳ).
    private static bool Stays(UnicodeCategory category) => category
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation;
}
