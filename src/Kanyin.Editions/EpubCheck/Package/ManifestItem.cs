using System.Xml.Linq;

namespace Kanyin.Editions.EpubCheck.Package;

/// <summary>One file that the package document lists. The path is in the archive; a remote item has its address instead.</summary>
internal sealed record ManifestItem(string Id, string Path, bool IsRemote, string MediaType, string? Fallback, string? Overlay, string[] Properties, XElement Element)
{
    /// <summary>The types that every reading system shows (EPUB 3.3 3.2); a type's parameters do not count.</summary>
    private static readonly string[] CoreTypes =
    [
        "image/gif", "image/jpeg", "image/png", "image/svg+xml", "image/webp", "audio/mpeg", "audio/mp4", "audio/ogg", "text/css",
        "font/ttf", "application/font-sfnt", "font/otf", "application/vnd.ms-opentype", "font/woff", "application/font-woff", "font/woff2",
        "application/xhtml+xml", "application/javascript", "application/ecmascript", "text/javascript", "application/x-dtbncx+xml", "application/smil+xml", "application/pls+xml",
    ];

    public bool IsCore => CoreTypes.Contains(BareType);

    public bool IsDocument => MediaType is "application/xhtml+xml" or "image/svg+xml";

    public bool IsFont => BareType.StartsWith("font/", StringComparison.Ordinal) || BareType is "application/font-sfnt" or "application/vnd.ms-opentype" or "application/font-woff" or "application/x-font-ttf" or "application/x-font-opentype" or "application/x-font-truetype";

    public bool IsPicture => BareType.StartsWith("image/", StringComparison.Ordinal);

    public bool IsSound => BareType.StartsWith("audio/", StringComparison.Ordinal);

    public bool IsFilm => BareType.StartsWith("video/", StringComparison.Ordinal);

    private string BareType => MediaType.Split(';')[0].Trim();
}
