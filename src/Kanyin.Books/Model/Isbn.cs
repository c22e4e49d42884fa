namespace Kanyin.Books.Model;

/// <summary>International standard book numbers of thirteen digits (ISO 2108).</summary>
public static class Isbn
{
    /// <summary>The thirteen digits of a text that is an ISBN with a sound check digit, or null.</summary>
    public static string? Digits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = string.Concat(In(text)?.Where(char.IsAsciiDigit) ?? []);
        return digits.Length == 13 && Sum(digits) % 10 == 0 ? digits : null;
    }

    /// <summary>The number as it is written, without a prefix that says what it is; null for what does not look like one.</summary>
    public static string? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var number = text.StartsWith("urn:isbn:", StringComparison.OrdinalIgnoreCase) ? text["urn:isbn:".Length..] : text.StartsWith("ISBN", StringComparison.OrdinalIgnoreCase) ? text["ISBN".Length..].TrimStart(':', ' ') : text;
        var digits = number.Count(char.IsAsciiDigit);
        return digits == 13 && number.All(c => char.IsAsciiDigit(c) || c is '-' or ' ') && number[..3] is "978" or "979" ? number : null;
    }

    private static int Sum(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return sum;
    }
}
