using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pictures;

/// <summary>A printed page as a picture, to show before anybody opens the book.</summary>
public static class PageImage
{
    /// <param name="pixelWidth">The height follows from the page's shape.</param>
    /// <returns>A JPEG file.</returns>
    public static byte[] Jpeg(Page page, int pixelWidth)
    {
        ArgumentNullException.ThrowIfNull(page);
        return PageDrawing.ToJpeg(page, pixelWidth);
    }
}
