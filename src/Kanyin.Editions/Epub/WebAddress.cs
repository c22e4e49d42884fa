namespace Kanyin.Editions.Epub;

/// <summary>Addresses that lead out of the book.</summary>
internal static class WebAddress
{
    private static readonly string[] _schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto, Uri.UriSchemeFtp, "tel"];

    /// <summary>The address percent-encoded, or null when it is none that a reader could follow.</summary>
    public static string? Of(string address)
    {
        if (!Uri.TryCreate(XmlText.Clean(address).Trim(), UriKind.Absolute, out var uri) || !_schemes.Contains(uri.Scheme, StringComparer.Ordinal))
        {
            return null;
        }

        if (uri.Scheme is "mailto" or "tel")
        {
            return uri.AbsoluteUri;
        }

        return uri.IdnHost.Length == 0 ? null : $"{uri.Scheme}://{Authority(uri)}{Encoded(uri.PathAndQuery)}{Encoded(uri.Fragment)}";
    }

    private static string Authority(Uri uri)
    {
        var host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost.Trim('[', ']')}]" : uri.IdnHost;
        var user = uri.UserInfo.Length == 0 ? "" : uri.UserInfo + "@";
        return user + host + (uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    // Uri leaves these as they are, but URL code points (WHATWG 4.3) leave them out.
    private static string Encoded(string text) =>
        text.Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal)
            .Replace("|", "%7C", StringComparison.Ordinal).Replace("^", "%5E", StringComparison.Ordinal)
            .Replace("`", "%60", StringComparison.Ordinal).Replace("{", "%7B", StringComparison.Ordinal)
            .Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);
}
