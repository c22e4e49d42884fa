using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.EpubCheck;

/// <summary>What a reference is for; decides what it may lead to.</summary>
internal enum Purpose
{
    Link,
    Nav,
    Ncx,
    Guide,
    StyleSheet,
    Font,
    Picture,
    Media,
    Track,
    Frame,
    Script,
    SvgUse,
    Overlay,
    OverlayAudio,
    Cite,
    PackageLink,
    Other,
}

/// <summary>An address in a file of the book. The path is that of the file it stands in.</summary>
/// <param name="HasFallback">Whether its element offers something else, as object or picture does.</param>
internal sealed record Reference(string FromPath, Place At, string Address, Purpose Use, bool HasFallback = false)
{
    /// <summary>The addresses of the other sources of the same audio or video.</summary>
    public IReadOnlyList<string> Siblings { get; init; } = [];

    /// <summary>Whether it stands in a picture element, whose parts are chosen by type, so that fallbacks of the manifest do not count.</summary>
    public bool IsInPicture { get; init; }
}
