using Kanyin.Books.Model;
using SkiaSharp;
using Math = System.Math;

namespace Kanyin.Editions.Pictures;

/// <summary>A picture as e-readers take it: PNG, JPEG, GIF or SVG (EPUB 3.3 3.2), within limits of size.</summary>
/// <param name="Extension">With its dot.</param>
internal sealed record ScreenPicture(string Extension, string MediaType, byte[] Data)
{
    /// <summary>Larger files and pictures stall small readers.</summary>
    private const int MaximumBytes = 1_500_000;
    private const int MaximumPixels = 4_000_000;
    private const int JpegQuality = 88;

    /// <summary>Null when the file is damaged or of no known format.</summary>
    public static ScreenPicture? From(Picture picture) => picture.Format switch
    {
        PictureFormat.Png when IsSmall(picture) => new ScreenPicture(".png", "image/png", picture.ReadBytes()),
        PictureFormat.Jpeg when IsSmall(picture) && picture.ReadBytes() is var bytes && !IsCmyk(bytes) => new ScreenPicture(".jpg", "image/jpeg", bytes),
        PictureFormat.Gif => new ScreenPicture(".gif", "image/gif", picture.ReadBytes()), // it may move, so it is kept
        PictureFormat.Svg => SvgFile.Safe(picture.ReadBytes()) is { } svg ? new ScreenPicture(".svg", "image/svg+xml", svg) : null,
        PictureFormat.Unknown => null,
        _ => Raster.Decode(picture.ReadBytes()) is { } raster ? Fitted(raster, isPhoto: picture.Format == PictureFormat.Jpeg) : null,
    };

    public static byte[] Jpeg(Raster raster)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(raster.Width, raster.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var pixels = bitmap.GetPixelSpan();
        for (var i = 0; i < raster.Width * raster.Height; i++)
        {
            for (var c = 0; c < 3; c++)
            {
                pixels[(i * 4) + c] = raster.Samples[raster.IsGrey ? i : (i * 3) + c];
            }

            pixels[(i * 4) + 3] = byte.MaxValue;
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return data.ToArray();
    }

    private static bool IsSmall(Picture picture) => picture.Length <= MaximumBytes && (long)picture.PixelWidth * picture.PixelHeight <= MaximumPixels;

    /// <summary>Opaque photographs become JPEG, the rest PNG; what is still too large is halved until it fits.</summary>
    private static ScreenPicture Fitted(Raster raster, bool isPhoto)
    {
        while ((long)raster.Width * raster.Height > MaximumPixels)
        {
            raster = Halved(raster);
        }

        var screen = isPhoto ? AsJpeg(raster) : new ScreenPicture(".png", "image/png", Png.Write(raster));
        if (screen.Data.Length > MaximumBytes && raster.Alpha is null)
        {
            screen = AsJpeg(raster);
        }

        while (screen.Data.Length > MaximumBytes)
        {
            raster = Halved(raster);
            screen = raster.Alpha is null ? AsJpeg(raster) : new ScreenPicture(".png", "image/png", Png.Write(raster));
        }

        return screen;
    }

    private static Raster Halved(Raster raster) => raster.ReducedTo(Math.Max(1, raster.Width / 2), Math.Max(1, raster.Height / 2));

    private static ScreenPicture AsJpeg(Raster raster) => new(".jpg", "image/jpeg", Jpeg(raster));

    /// <summary>Four components in the frame header (ITU T.81 B.2.2); readers show such files in wrong colours or not at all.</summary>
    private static bool IsCmyk(ReadOnlySpan<byte> jpeg)
    {
        var at = 2;
        while (at + 9 < jpeg.Length && jpeg[at] == 0xFF)
        {
            var marker = jpeg[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return jpeg[at + 9] == 4;
            }

            at += 2 + ((jpeg[at + 2] << 8) | jpeg[at + 3]);
        }

        return false;
    }
}
