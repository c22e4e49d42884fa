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

    /// <summary>With the signs and what else does not count; what is not meant is read twice, and signs inside each other would make that once more for each.</summary>
    private const int LongestScriptInSource = 24;

    /// <summary>Judged by what is around the signs, before anything between them is read.</summary>
    /// <param name="at">From the first sign to the last.</param>
    public static bool MayBeMeant(char sign, string source, Place at)
    {
        var (before, after) = (At(source, at.Start - 1), At(source, at.Start + at.Length));
        return sign is '~' or '^'
            ? at.Length <= LongestScriptInSource && !char.IsAsciiDigit(after)
            : !char.IsAsciiLetterOrDigit(before) && !char.IsAsciiLetterOrDigit(after) && before != sign && after != sign;
    }

    /// <summary>Judged by the words between the signs, for signs that may be meant.</summary>
    public static bool IsMeant(char sign, string words) => sign is not ('~' or '^') || (words.Length <= LongestScript && Script().IsMatch(words));

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
