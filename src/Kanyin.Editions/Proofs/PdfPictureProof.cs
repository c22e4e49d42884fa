using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Pictures;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Geometry;
using Math = System.Math;

namespace Kanyin.Editions.Proofs;

/// <summary>Every picture of the book is shown in its place in the PDF, whole and undistorted: the file itself, or one that looks the same where it was coded anew.</summary>
internal sealed class PdfPictureProof(DiagnosticBag bag)
{
    /// <summary>Of the ratio of the sides; the printed sizes are rounded.</summary>
    private const double RatioTolerance = 0.01;

    /// <summary>Points: a side so much longer or shorter is rounded.</summary>
    private const double SideTolerance = 0.5;

    /// <summary>What was last found to show the file of a path, so that an icon in every line is decoded once.</summary>
    private readonly Dictionary<string, IPdfImage> _proved = new(StringComparer.Ordinal);

    /// <summary>In reading order, both; those too whose file is missing or no picture, for which a frame stands.</summary>
    public void Compare(IEnumerable<Image> expected, IEnumerable<PdfFigure> actual)
    {
        var (images, figures) = (expected.ToList(), new Queue<PdfFigure>(actual));
        for (var i = 0; i < images.Count; i++)
        {
            if (figures.TryPeek(out var figure) && FaultOf(images[i], figure) is null)
            {
                figures.Dequeue();
                continue;
            }

            var isLost = figures.Count < images.Count - i;
            bag.Add(ProofKinds.PdfPicture, images[i].At, isLost ? $"The picture {images[i].Source} is not in the PDF." : $"Page {figure!.Page} of the PDF shows {images[i].Source} {FaultOf(images[i], figure)}.");
            if (!isLost)
            {
                figures.Dequeue();
            }
        }
    }

    public void CompareCover(Picture cover, PdfFigure? figure, Place place)
    {
        if (figure is null ? IsRaster(cover) && cover.PixelWidth > 0 : FaultOf(cover, figure) is not null)
        {
            bag.Add(ProofKinds.PdfPicture, place, $"The cover {Path.GetFileName(cover.Path)} is not on the first page of the PDF, or another picture.");
        }
    }

    private string? FaultOf(Image image, PdfFigure figure) =>
        BookText.Squeeze(image.Alt) is { Length: > 0 } words && words != BookText.Squeeze(figure.Description) ? $"under the description “{TextProof.Start(figure.Description)}”" : FaultOf(image.Picture, figure);

    /// <summary>What is wrong with how it is shown, to follow its name; null when nothing is.</summary>
    private string? FaultOf(Picture? picture, PdfFigure figure)
    {
        if (!figure.IsDrawn)
        {
            return "as nothing";
        }

        if (picture is null || !IsRaster(picture))
        {
            return null; // drawn by paths and letters, or a frame around words that the text proof compares
        }

        return figure.Images switch
        {
            [] => Raster.Decode(picture.ReadBytes()) is null ? null : "as an empty frame", // a damaged file is reported where it is found
            [var image] => !IsInShape(picture, image) ? "distorted" : IsSame(picture, image) ? null : "as another picture",
            _ => "as several pictures",
        };
    }

    private static bool IsRaster(Picture picture) => picture.Format is not (PictureFormat.Svg or PictureFormat.Unknown);

    private static bool IsInShape(Picture picture, IPdfImage image)
    {
        var box = image.BoundingBox.Normalise();
        var (width, height) = picture.ShownSize;
        return Math.Abs((box.Width * height) - (box.Height * width)) <= Math.Max(RatioTolerance * box.Width * height, SideTolerance * Math.Max(width, height));
    }

    private bool IsSame(Picture picture, IPdfImage image)
    {
        if (_proved.TryGetValue(picture.Path, out var proved) && HasSameSamples(proved, image))
        {
            return true;
        }

        var file = picture.ReadBytes();
        var isSame = IsStored(file, image) || (PdfFigure.Squares(image) is { } shown && Likeness.Squares(file) is { } whole && Likeness.IsSame(shown, whole));
        if (isSame)
        {
            _proved[picture.Path] = image;
        }

        return isSame;
    }

    private static bool HasSameSamples(IPdfImage one, IPdfImage other) =>
        one.MaskImage is null && other.MaskImage is null && PdfFigure.TurnOf(one) == PdfFigure.TurnOf(other)
        && (one.WidthInSamples, one.HeightInSamples) == (other.WidthInSamples, other.HeightInSamples) && one.RawMemory.Span.SequenceEqual(other.RawMemory.Span);

    /// <summary>The very bytes of the file, which are decoded nowhere on the way.</summary>
    private static bool IsStored(byte[] file, IPdfImage image) =>
        PdfFigure.TurnOf(image) == Orientation.Upright
        && (PdfFigure.IsJpeg(image)
            ? JpegHeader.Read(file) is { Turn: Orientation.Upright } && image.RawMemory.Span.SequenceEqual(file)
            : image.MaskImage is null && StoredPng.Read(file) is { Colours: null } png && (png.Width, png.Height, png.Bits) == (image.WidthInSamples, image.HeightInSamples, image.BitsPerComponent) && image.RawMemory.Span.SequenceEqual(png.Data));
}
