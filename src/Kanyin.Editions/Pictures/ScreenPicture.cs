using Kanyin.Books.Model;
using SkiaSharp;
using Math = System.Math;

namespace Kanyin.Editions.Pictures;

/// <summary>A picture as e-readers take it: PNG, JPEG, GIF or SVG (EPUB 3.3 3.2), within limits of size.</summary>
/// <param name="Extension">With its dot.</param>
internal sealed record ScreenPicture(string Extension, string MediaType, byte[] Data)
{
    /// <summary>ISO/IEC 15948 11.2.2: the colour type, of which bit 2 means alpha.</summary>
    private const int PngColourType = 25;

    /// <summary>Nothing is painted behind its lines: SVG as a rule, PNG with alpha.</summary>
    public bool IsSeeThrough => MediaType == "image/svg+xml" || (MediaType == "image/png" && Data.Length > PngColourType && (Data[PngColourType] & 4) != 0);

    /// <summary>Larger files and pictures stall small readers.</summary>
    private const int MaximumBytes = 1_500_000;
    private const int MaximumPixels = 4_000_000;
    private const int JpegQuality = 88;

    /// <summary>Null when the file is damaged or of no known format.</summary>
    public static ScreenPicture? From(Picture picture) => picture.Format switch
    {
        PictureFormat.Png when IsFit(picture) => new ScreenPicture(".png", "image/png", picture.ReadBytes()),
        PictureFormat.Jpeg when IsFit(picture) && picture.ReadBytes() is var bytes && JpegHeader.Read(bytes) is { Components: < 4, IsProgressive: false } => // readers show CMYK in wrong colours, and small ones no progressive scans
            new ScreenPicture(".jpg", "image/jpeg", bytes),
        PictureFormat.Gif => new ScreenPicture(".gif", "image/gif", picture.ReadBytes()), // it may move, so it is kept
        PictureFormat.Svg => SvgFile.Safe(picture.ReadBytes()) is { } svg ? new ScreenPicture(".svg", "image/svg+xml", svg) : null,
        PictureFormat.Unknown => null,
        _ => Raster.Decode(picture.ReadBytes()) is { } raster ? Fitted(raster, isPhoto: picture.Format == PictureFormat.Jpeg) : null,
    };

    /// <summary>Grey stays grey.</summary>
    public static byte[] Jpeg(Raster raster)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(raster.Width, raster.Height, raster.IsGrey ? SKColorType.Gray8 : SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (var y = 0; y < raster.Height; y++)
        {
            var row = bitmap.GetPixelSpan()[(y * bitmap.RowBytes)..];
            var samples = raster.Samples.AsSpan(y * raster.Width * raster.Components, raster.Width * raster.Components);
            if (raster.IsGrey)
            {
                samples.CopyTo(row);
                continue;
            }

            for (var x = 0; x < raster.Width; x++)
            {
                samples.Slice(x * 3, 3).CopyTo(row[(x * 4)..]);
                row[(x * 4) + 3] = byte.MaxValue;
            }
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return data.ToArray();
    }

    /// <summary>Also upright: not every reader knows EXIF.</summary>
    private static bool IsFit(Picture picture) => picture.Orientation == 1 && picture.Length <= MaximumBytes && (long)picture.PixelWidth * picture.PixelHeight <= MaximumPixels;

    /// <summary>Opaque photographs become JPEG, the rest PNG; what is still too large is made smaller until it fits.</summary>
    private static ScreenPicture Fitted(Raster raster, bool isPhoto)
    {
        raster = Scaled(raster, Math.Sqrt((double)MaximumPixels / raster.Width / raster.Height));
        var screen = isPhoto ? AsJpeg(raster) : AsPng(raster);
        while (screen.Data.Length > MaximumBytes)
        {
            screen = raster.Alpha is null && screen.Extension != ".jpg" ? AsJpeg(raster) : Again(ref raster);
        }

        return screen;
    }

    private static ScreenPicture Again(ref Raster raster)
    {
        raster = Scaled(raster, 0.7); // about half the pixels
        return raster.Alpha is null ? AsJpeg(raster) : AsPng(raster);
    }

    private static Raster Scaled(Raster raster, double factor) =>
        factor >= 1 ? raster : raster.ReducedTo(Math.Max(1, (int)(raster.Width * factor)), Math.Max(1, (int)(raster.Height * factor)));

    private static ScreenPicture AsPng(Raster raster) => new(".png", "image/png", Png.Write(raster));

    private static ScreenPicture AsJpeg(Raster raster) => new(".jpg", "image/jpeg", Jpeg(raster));
}
