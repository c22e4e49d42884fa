using System.Text.RegularExpressions;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>Whether a selector can be one at all; which elements it chooses is not asked.</summary>
internal static partial class CssSelector
{
    public static bool IsRight(string selector)
    {
        var text = selector.Trim();
        return text.Length > 0
            && text[0] is not ('/' or '>' or '+' or '~')
            && text[^1] is not ('.' or '#' or ':' or '>' or '+' or '~')
            && !text.Split(',').Any(string.IsNullOrWhiteSpace)
            && !Broken.IsMatch(Quoted.Replace(text, "\"\""))
            && (!char.IsAsciiDigit(text[0]) || KeyframeStops.IsMatch(text))
            && text.Count(c => c == '(') == text.Count(c => c == ')')
            && (KeyframeStops.IsMatch(text) || text.AsSpan().IndexOfAny("$%!@&") < 0 || text.AsSpan().IndexOfAny('[', '\\') >= 0);
    }

    /// <summary>A class that begins with a digit (not the 1.5 of a keyframe), two marks or combinators in a row, an attribute without its value.</summary>
    [GeneratedRegex(@"(?<![0-9\\])[.][0-9]|(?<!\\)([.]{2}|[#]{2}|[>+~]\s*[>+~])|=\s*\]")]
    private static partial Regex Broken { get; }

    [GeneratedRegex("\"[^\"]*\"|'[^']*'")]
    private static partial Regex Quoted { get; }

    [GeneratedRegex(@"^((from|to|[0-9.]+%)(\s*,\s*|$))+$", RegexOptions.IgnoreCase)]
    private static partial Regex KeyframeStops { get; }
}
