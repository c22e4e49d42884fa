using Kanyin.Typesetting.Pages;
using SkiaSharp;

namespace Kanyin.Editions.Pictures;

/// <summary>Pages as pictures for a screen. Several may be drawn at once.</summary>
public sealed class PagePictures : IDisposable
{
    private readonly Typefaces _typefaces = new();

    /// <param name="pixelWidth">The height follows from the page's shape.</param>
    /// <returns>A PNG file, drawn fast rather than packed small.</returns>
    public byte[] Png(Page page, int pixelWidth)
    {
        ArgumentNullException.ThrowIfNull(page);
        using var bitmap = PageDrawing.Draw(page, pixelWidth, _typefaces);
        using var pixels = bitmap.PeekPixels()!;
        using var file = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Up, zLibLevel: 1)) ?? throw new InvalidOperationException("The page has no room for a pixel.");
        return file.ToArray();
    }

    /// <param name="pixelWidth">The height follows from the page's shape.</param>
    /// <returns>A JPEG file: a third as large, and slower to make.</returns>
    public byte[] Jpeg(Page page, int pixelWidth)
    {
        ArgumentNullException.ThrowIfNull(page);
        return PageDrawing.ToJpeg(page, pixelWidth, _typefaces);
    }

    public void Dispose() => _typefaces.Dispose();
}
