using System.Buffers;

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

    /// <summary>URL code points of ASCII (URL Standard 4.3); what may begin an escape, query or fragment is looked at apart.</summary>
    private static readonly SearchValues<char> UrlCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!$&'()*+,-./:;=?@_~%#");

    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

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
        if (scheme is "http" or "https" or "ftp" || address.StartsWith("//", StringComparison.Ordinal))
        {
            var whole = scheme is null ? "https:" + address : address;
            if (!Uri.TryCreate(whole, UriKind.Absolute, out var url) || url.Host.Length == 0 || !whole.Contains("://", StringComparison.Ordinal))
            {
                return "it has no proper host";
            }
        }

        return TroubleAfter(address, Authority(address));
    }

    /// <summary>Where the host ends; brackets belong to the addresses of machines and may stand before there.</summary>
    private static int Authority(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal);
        if (start < 0 || (start > 0 && address[start - 1] != ':'))
        {
            return 0;
        }

        var length = address.AsSpan(start + 2).IndexOfAny("/?#\\");
        return length < 0 ? address.Length : start + 2 + length;
    }

    private static string? TroubleAfter(string address, int start)
    {
        var hasFragment = false;
        for (var i = start; i < address.Length; i++)
        {
            var c = address[i];
            if (c < 0x80 && !UrlCharacters.Contains(c) || (c == '#' && hasFragment))
            {
                return $"“{c}” must be written as %{(int)c:X2}";
            }

            if (c == '%' && !(i + 2 < address.Length && char.IsAsciiHexDigit(address[i + 1]) && char.IsAsciiHexDigit(address[i + 2])))
            {
                return "“%” stands without two hexadecimal digits";
            }

            hasFragment |= c == '#';
        }

        return null;
    }

    private static string Unescape(string text) => text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
}
