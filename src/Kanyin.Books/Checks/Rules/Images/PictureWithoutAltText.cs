using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Images;

public sealed class PictureWithoutAltText : Rule
{
    public override DiagnosticKind Kind { get; } = new("IMG002", Severity.Warning, "Picture without alternative text");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var image in book.Images)
        {
            if (string.IsNullOrWhiteSpace(image.Alt))
            {
                bag.Add(Kind, image.At, $"{image.Source} has no text for those who cannot see it.", "Say what it shows between the brackets: ![…](…).");
            }
        }
    }
}
