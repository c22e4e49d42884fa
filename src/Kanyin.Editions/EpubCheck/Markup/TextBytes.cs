using System.Text;
using System.Text.RegularExpressions;

namespace Kanyin.Editions.EpubCheck.Markup;

/// <summary>From the bytes of a text file to its characters.</summary>
internal static partial class TextBytes
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without a byte order mark, and the name of the encoding: UTF-8, UTF-16 or what an XML declaration says.</summary>
    /// <returns>A text of null where the bytes are not in that encoding.</returns>
    public static (string? Text, string Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, .. var rest]:
                return (Strict(rest), "UTF-8");
            case [0xFF, 0xFE, .. var rest]:
                return (Encoding.Unicode.GetString(rest), "UTF-16");
            case [0xFE, 0xFF, .. var rest]:
                return (Encoding.BigEndianUnicode.GetString(rest), "UTF-16");
            case [(byte)'<', 0, (byte)'?', 0, ..]:
                return (Encoding.Unicode.GetString(bytes), "UTF-16");
            case [0, (byte)'<', 0, (byte)'?', ..]:
                return (Encoding.BigEndianUnicode.GetString(bytes), "UTF-16");
        }

        return Declared(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)])) is { } declared && !declared.Equals("UTF-8", StringComparison.OrdinalIgnoreCase)
            ? (Encoding.Latin1.GetString(bytes), declared)
            : (Strict(bytes), "UTF-8");
    }

    /// <summary>The encoding that an XML declaration names, or null.</summary>
    public static string? Declared(string text) => Declaration.Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    private static string? Strict(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex Declaration { get; }
}
