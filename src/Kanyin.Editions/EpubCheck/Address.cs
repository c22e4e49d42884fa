namespace Kanyin.Editions.EpubCheck;

/// <summary>Addresses as they stand in the files of a book (URL Standard; EPUB 3.3 4.2.5).</summary>
internal static class Address
{
    /// <summary>The scheme in front of the colon, or null for a relative address.</summary>
    public static string? Scheme(string address)
    {
        var colon = address.AsSpan().IndexOfAny(":/?#");
        return colon > 0 && address[colon] == ':' && char.IsAsciiLetter(address[0]) && address.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0
            ? address[..colon].ToLowerInvariant()
            : null;
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    public static bool IsRemote(string address) => Scheme(address) is not null and not ("data" or "file") || address.StartsWith("//", StringComparison.Ordinal);

    /// <summary>The path in the archive and the fragment. Path is null where the address climbs out of the archive.</summary>
    public static (string? Path, string? Fragment) Resolve(string fromPath, string address)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? null : Unescape(address[(hash + 1)..]);
        var relative = (hash < 0 ? address : address[..hash]).Split('?')[0];
        if (relative.Length == 0)
        {
            return (fromPath, fragment);
        }

        var parts = relative.StartsWith('/') ? [] : fromPath.Split('/')[..^1].ToList();
        foreach (var part in Unescape(relative).Split('/', StringSplitOptions.None))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return (null, fragment);
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return (string.Join('/', parts), fragment);
    }

    /// <summary>Why an address is no URL, or null where it is one.</summary>
    public static string? Trouble(string address)
    {
        if (address.Any(c => c is ' ' or '\t' or '\n'))
        {
            return "it has a space in it";
        }

        var scheme = Scheme(address);
        return scheme is "http" or "https" && !Uri.TryCreate(address, UriKind.Absolute, out _) ? "it has no proper host" : null;
    }

    private static string Unescape(string text) => text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
}
