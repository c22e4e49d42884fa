using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Images;

public sealed class RemotePicture : Rule
{
    public override DiagnosticKind Kind { get; } = new("IMG004", Severity.Note, "Picture on the web");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        // A book can have thousands of them, for one reason: they are said in one finding, at the first.
        var remote = book.Images.Where(i => i is { IsRemote: true, Picture: null }).ToList();
        if (remote is [var first, .. var more])
        {
            bag.Add(Kind, first.At, $"{first.Source} is on the web{Others.Of(more.Count, "picture", "pictures")}; books are made without network.", "Save it in the book's folder to have it printed, or publish with --online.");
        }
    }
}
