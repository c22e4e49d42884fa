using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Images;

public sealed class RemotePicture : Rule
{
    public override DiagnosticKind Kind { get; } = new("IMG004", Severity.Note, "Picture on the web");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var image in book.Images)
        {
            if (image.IsRemote)
            {
                bag.Add(Kind, image.At, $"{image.Source} is on the web; books are made without network.", "Save it in the book's folder to have it printed.");
            }
        }
    }
}
