using System.Globalization;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Markup beyond GitHub's: H~2~O, x^2^, ==marked==, ++added++ and ++ctrl+c++. The same signs are common in plain text, so each is asked whether it is meant.</summary>
internal static partial class Extras
{
    /// <summary>Characters of a subscript or superscript.</summary>
    private const int LongestScript = 8;

    /// <param name="at">From the first sign to the last.</param>
    public static bool IsMeant(char sign, string words, string source, Place at)
    {
        var (before, after) = (At(source, at.Start - 1), At(source, at.Start + at.Length));
        return sign switch
        {
            '~' or '^' => words.Length <= LongestScript && Script().IsMatch(words) && !char.IsAsciiDigit(after),
            _ => !char.IsAsciiLetterOrDigit(before) && !char.IsAsciiLetterOrDigit(after) && before != sign && after != sign,
        };
    }

    public static IEnumerable<Inline> Of(char sign, Place at, System.Collections.Immutable.ImmutableArray<Inline> inlines, string words) => sign switch
    {
        '~' => [new Script(at, false, inlines)],
        '^' => [new Script(at, true, inlines)],
        '=' => [new Mark(at, inlines)],
        _ when Keys().IsMatch(words) => words.Split('+').SelectMany((key, i) => i == 0 ? [KeyOf(at, key)] : new Inline[] { new Text(at, "+"), KeyOf(at, key) }),
        _ => [new Underline(at, inlines)],
    };

    /// <summary>The length of {.class}, {#id}, {: key=value } or {target="_blank"} at an offset; 0 when there is none.</summary>
    public static int Attributes(string text, int offset) => AttributeList().Match(text, offset).Length;

    private static char At(string text, int index) => index >= 0 && index < text.Length ? text[index] : '\n';

    private static Keyboard KeyOf(Place at, string key) => new(at, CultureInfo.InvariantCulture.TextInfo.ToTitleCase(key.Trim('"').Replace('-', ' ')));

    // Letters and digits, with one sign at an end or in brackets; no spaces, no Han.
    [GeneratedRegex(@"^(?:[A-Za-z0-9\u0370-\u03FF,.*'′]+[+\-−]?|[+\-−][A-Za-z0-9\u0370-\u03FF]+|\([A-Za-z0-9\u0370-\u03FF+\-−,]+\))$")]
    private static partial Regex Script();

    [GeneratedRegex("""^(?:[a-z0-9-]+|"[^"]+")(?:\+(?:[a-z0-9-]+|"[^"]+"))*$""", RegexOptions.IgnoreCase)]
    private static partial Regex Keys();

    [GeneratedRegex("""\G\{:?\s*(?:(?:[.#][\w-]+|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[\w-]+))\s*)+\}""")]
    private static partial Regex AttributeList();
}
