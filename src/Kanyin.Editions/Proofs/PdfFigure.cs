using Kanyin.Editions.Pictures;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Images;
using UglyToad.PdfPig.Tokens;
using Math = System.Math;

namespace Kanyin.Editions.Proofs;

/// <summary>A Figure of the tag tree: what its marked contents draw.</summary>
internal sealed class PdfFigure(int page, string description)
{
    /// <summary>From 1.</summary>
    public int Page { get; } = page;

    /// <summary>Its alternative text (ISO 32000-1 14.9.3).</summary>
    public string Description { get; } = description;

    /// <summary>The image XObjects, in the order in which they are drawn.</summary>
    public List<IPdfImage> Images { get; } = [];

    /// <summary>Images, paths or letters are drawn.</summary>
    public bool IsDrawn { get; private set; }

    public void Add(MarkedContentElement content)
    {
        Images.AddRange(content.Images);
        IsDrawn |= content.Images.Count + content.Paths.Count + content.Letters.Count > 0;
        foreach (var child in content.Children)
        {
            Add(child);
        }
    }

    public static bool IsJpeg(IPdfImage image) => image.ImageDictionary.Data.GetValueOrDefault("Filter") is NameToken { Data: "DCTDecode" };

    /// <summary>How the stored pixels are turned by the matrix they are drawn with (ISO 32000-1 8.9.5.2).</summary>
    public static Orientation TurnOf(IPdfImage image)
    {
        PdfPoint origin = image.BoundingBox.BottomLeft, right = image.BoundingBox.BottomRight, up = image.BoundingBox.TopLeft;
        var (alongX, alongY, upX, upY) = (right.X - origin.X, right.Y - origin.Y, up.X - origin.X, up.Y - origin.Y);
        return Math.Abs(alongX) > Math.Abs(alongY)
            ? (alongX > 0, upY > 0) switch
            {
                (true, true) => Orientation.Upright,
                (false, true) => Orientation.FlippedHorizontally,
                (false, false) => Orientation.TurnedHalf,
                (true, false) => Orientation.FlippedVertically,
            }
            : (alongY > 0, upX > 0) switch
            {
                (false, false) => Orientation.Transposed,
                (false, true) => Orientation.TurnedRight,
                (true, true) => Orientation.Transversed,
                (true, false) => Orientation.TurnedLeft,
            };
    }

    /// <summary>What the page shows, as <see cref="Likeness.Squares(byte[])"/>; null when it cannot be decoded.</summary>
    public static Raster? Squares(IPdfImage image)
    {
        try
        {
            return (IsJpeg(image) ? Likeness.StoredSquares(image.RawMemory.ToArray()) : FromSamples(image) is { } samples ? Likeness.Squares(samples) : null)?.Turned(TurnOf(image));
        }
#pragma warning disable CA1031 // PdfPig throws many kinds of exception for damaged files and declares none
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static Raster? FromSamples(IPdfImage image) =>
        SamplesOf(image) is not { } samples ? null
        : new Raster(image.WidthInSamples, image.HeightInSamples, samples.Length < image.WidthInSamples * image.HeightInSamples * 3, samples, image.MaskImage is { } mask ? SamplesOf(mask) : null);

    /// <summary>8 bits each, 1 or 3 a pixel.</summary>
    private static byte[]? SamplesOf(IPdfImage image) =>
        image.ColorSpaceDetails is { } space && image.TryGetBytesAsMemory(out var bytes)
            ? ColorSpaceDetailsByteConverter.Convert(space, bytes.Span, image.BitsPerComponent, image.WidthInSamples, image.HeightInSamples).ToArray()
            : null;
}
