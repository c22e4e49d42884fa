using System.Text.RegularExpressions;

namespace Kanyin.Books.Reading;

/// <summary>
/// What no edition can print: control characters, the colours of a terminal (ECMA-48 8.3.117) that come along when its
/// output is copied, and U+FFFE and U+FFFF, which are no characters.
/// </summary>
internal static partial class ControlCharacters
{
    public static string Removed(string text) => Unprintable().Replace(text, "");

    // Tab, line feed and carriage return stay; form feed and vertical tab are white space to some editors only.
    [GeneratedRegex(@"\x1B\[[0-9;]*[A-Za-z]|[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]")]
    private static partial Regex Unprintable();
}
