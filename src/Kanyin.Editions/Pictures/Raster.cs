using Kanyin.Books.Model;
using SkiaSharp;

namespace Kanyin.Editions.Pictures;

/// <summary>Decoded pixels, 8 bits a sample, rows from the top without padding, colours sRGB and not premultiplied.</summary>
/// <param name="Samples">1 byte a pixel when grey, else 3 (RGB).</param>
/// <param name="Alpha">1 byte a pixel, or null when every pixel is opaque.</param>
public sealed record Raster(int Width, int Height, bool IsGrey, byte[] Samples, byte[]? Alpha)
{
    public int Components => IsGrey ? 1 : 3;

    /// <summary>Decodes any format that SkiaSharp knows (of an animation the first frame) and turns it upright; null when the bytes are damaged, incomplete or too large.</summary>
    public static Raster? Decode(byte[] bytes) =>
        DecodePixels(bytes, isPremultiplied: false) is var (width, height, rgba, turn) ? FromRgba(width, height, rgba).Turned(turn) : null;

    /// <summary>The same as it is stored: RGBA in sRGB, and how it is to be turned.</summary>
    internal static (int Width, int Height, byte[] Rgba, Orientation Turn)? DecodePixels(byte[] bytes, bool isPremultiplied)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width <= 0 || (long)codec.Info.Width * codec.Info.Height > Picture.MaximumPixels)
        {
            return null;
        }

        using var srgb = SKColorSpace.CreateSrgb();
        var target = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, isPremultiplied ? SKAlphaType.Premul : SKAlphaType.Unpremul, srgb);
        var pixels = new byte[target.BytesSize];
        unsafe
        {
            fixed (byte* start = pixels)
            {
                return codec.GetPixels(target, (nint)start) == SKCodecResult.Success ? (target.Width, target.Height, pixels, (Orientation)(int)codec.EncodedOrigin) : null;
            }
        }
    }

    /// <summary>From RGBA pixels; keeps only the channels that say something.</summary>
    public static Raster FromRgba(int width, int height, ReadOnlySpan<byte> rgba)
    {
        bool isGrey = IsGreyscale(rgba), isOpaque = IsSolid(rgba);
        var samples = new byte[rgba.Length / 4 * (isGrey ? 1 : 3)];
        var alpha = isOpaque ? null : new byte[rgba.Length / 4];
        for (int from = 0, to = 0; from < rgba.Length; from += 4)
        {
            samples[to++] = rgba[from];
            if (!isGrey)
            {
                samples[to++] = rgba[from + 1];
                samples[to++] = rgba[from + 2];
            }

            alpha?[from / 4] = rgba[from + 3];
        }

        return new Raster(width, height, isGrey, samples, alpha);
    }

    private static bool IsGreyscale(ReadOnlySpan<byte> rgba)
    {
        for (var i = 0; i < rgba.Length; i += 4)
        {
            if (rgba[i] != rgba[i + 1] || rgba[i] != rgba[i + 2])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSolid(ReadOnlySpan<byte> rgba)
    {
        for (var i = 3; i < rgba.Length; i += 4)
        {
            if (rgba[i] != byte.MaxValue)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Where the first row and column of the stored pixels belong; the values are those of EXIF (CIPA DC-008 4.6.4 A).</summary>
public enum Orientation
{
    Upright = 1,
    FlippedHorizontally,
    TurnedHalf,
    FlippedVertically,
    Transposed,
    TurnedRight,
    Transversed,
    TurnedLeft,
}
