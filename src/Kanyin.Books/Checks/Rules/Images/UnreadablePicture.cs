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
            if (image.Picture is { Format: PictureFormat.Unknown })
            {
                bag.Add(Kind, image.At, $"{image.Source} is not a picture that can be read.", "Use PNG, JPEG, GIF, WebP, BMP or SVG; the content counts, not the name.");
            }
        }
    }
}
