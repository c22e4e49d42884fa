using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Images;

public sealed class MissingPicture : Rule
{
    public override DiagnosticKind Kind { get; } = new("IMG001", Severity.Error, "Missing picture");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var image in book.Images)
        {
            if (image.Picture is null && !image.IsRemote && !image.Source.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                bag.Add(Kind, image.At, image.Source.Length == 0 ? "The picture has no address." : $"There is no picture {image.Source}.");
            }
        }
    }
}
