using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
namespace Kanyin.Books.Checks.Rules.Images;

public sealed class UnreadablePicture : Rule
{
    public override DiagnosticKind Kind { get; } = new("IMG003", Severity.Error, "Unreadable picture");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var image in book.Images)
        {
            if (image.Picture is { Format: PictureFormat.Unknown } picture)
            {
                var (message, hint) = Trouble(image.Source, picture);
                bag.Add(Kind, image.At, message, hint);
            }
        }
    }

    private static (string Message, string Hint) Trouble(string source, Picture picture) =>
        (long)picture.PixelWidth * picture.PixelHeight > Picture.MaximumPixels
            ? (string.Create(CultureInfo.InvariantCulture, $"{source} has {picture.PixelWidth} × {picture.PixelHeight} pixels, more than can be printed."), "Save it smaller.")
        : picture.PixelWidth > 0 ? ($"{source} is cut short.", "Get the picture again: the end of its file is missing.")
        : ($"{source} is not a picture that can be read.", "Use PNG, JPEG, GIF, WebP, BMP or SVG; the content counts, not the name.");
}
