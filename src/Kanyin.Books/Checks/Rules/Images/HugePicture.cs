using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Images;

public sealed class HugePicture : Rule
{
    /// <summary>Bytes; one picture of this size is as large as a whole illustrated book ought to be.</summary>
    private const long Heavy = 5L << 20;

    /// <summary>Pixels across: 600 an inch over the width of an A4 page.</summary>
    private const int Wide = 5000;

    public override DiagnosticKind Kind { get; } = new("IMG007", Severity.Note, "Picture far larger than print needs");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var image in book.Images.DistinctBy(i => i.Picture?.Path ?? i.Source))
        {
            if (image.Picture is { Format: not (PictureFormat.Unknown or PictureFormat.Svg) } picture && (picture.Length > Heavy || picture.PixelWidth > Wide))
            {
                bag.Add(Kind, image.At, string.Create(CultureInfo.InvariantCulture, $"{picture.Path} has {picture.PixelWidth} × {picture.PixelHeight} pixels and {picture.Length / 1048576.0:0.0} MB."), "Save it smaller: print needs no more than 300 pixels an inch, and every copy of the EPUB carries the file.");
            }
        }
    }
}
