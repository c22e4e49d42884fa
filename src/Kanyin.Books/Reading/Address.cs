namespace Kanyin.Books.Reading;

/// <summary>An address as authors write them: path and fragment, percent signs decoded, backslashes and angle brackets forgiven.</summary>
/// <param name="Path">Empty for a place in the same file. A leading slash means the root of the book.</param>
/// <param name="Fragment">Without the #; null when there is none.</param>
internal readonly record struct Address(string Path, string? Fragment)
{
    public static Address Parse(string raw)
    {
        var text = raw.Trim();
        if (text.Length > 1 && text[0] == '<' && text[^1] == '>')
        {
            text = text[1..^1];
        }

        // docsify's routes: #/guide/start?id=install is guide/start.md#install from the root.
        if (text.StartsWith("#/", StringComparison.Ordinal) || text.StartsWith("/#/", StringComparison.Ordinal))
        {
            text = text[(text.IndexOf('#', StringComparison.Ordinal) + 1)..];
        }

        string? fragment = null;
        if (text.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0)
        {
            fragment = Uri.UnescapeDataString(text[(hash + 1)..]);
            text = text[..hash];
        }

        if (text.IndexOf('?', StringComparison.Ordinal) is var query and >= 0)
        {
            const string Id = "?id=";
            fragment ??= text.AsSpan(query).StartsWith(Id) ? Uri.UnescapeDataString(text[(query + Id.Length)..].Split('&')[0]) : null;
            text = text[..query];
        }

        return new Address(Uri.UnescapeDataString(text).Replace('\\', '/'), fragment);
    }

    /// <summary>Has a scheme (https:, mailto:) or begins with //, so that it leads out of the book.</summary>
    public static bool IsExternal(string raw)
    {
        var text = raw.AsSpan().Trim();
        var colon = text.IndexOf(':');

        // One letter before the colon is a Windows drive, not a scheme (RFC 3986 3.1 would allow it).
        return text.StartsWith("//") || (colon > 1 && char.IsAsciiLetter(text[0]) && text[..colon].IndexOfAnyExcept(SchemeCharacters) < 0);
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");
}
