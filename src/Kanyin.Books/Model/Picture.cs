namespace Kanyin.Books.Model;

public enum PictureFormat
{
    /// <summary>Not a picture that we know, or a damaged one.</summary>
    Unknown,
    Png,
    Jpeg,
    Gif,
    WebP,
    Bmp,
    Svg,
}

/// <summary>A picture file of the book. Only its head was read; the bytes are opened when an edition needs them.</summary>
/// <param name="Path">Relative to the book's folder, with forward slashes; unique.</param>
/// <param name="FullPath">Where to open it.</param>
/// <param name="Format">From the content, never from the extension. Unknown also for a picture that is cut short or too large; its size is then kept.</param>
/// <param name="PixelWidth">CSS pixels for SVG; 0 when unknown.</param>
/// <param name="Orientation">EXIF's, 1 to 8: how a JPEG's stored rows must be turned before it is shown; 1 is upright. Width and height are as stored.</param>
public sealed record Picture(string Path, string FullPath, PictureFormat Format, int PixelWidth, int PixelHeight, long Length, int Orientation = 1)
{
    /// <summary>Larger pictures are refused: decoding one would need gigabytes.</summary>
    public const long MaximumPixels = 100_000_000;

    /// <summary>Pixels as they are shown: orientations from 5 on lay the picture on its side.</summary>
    public (int Width, int Height) ShownSize => Orientation >= 5 ? (PixelHeight, PixelWidth) : (PixelWidth, PixelHeight);

    /// <summary>The bytes of a picture that lies inside another file; null when it is a file of its own.</summary>
    public byte[]? Content { get; init; }

    public byte[] ReadBytes() => Content ?? File.ReadAllBytes(FullPath);
}
