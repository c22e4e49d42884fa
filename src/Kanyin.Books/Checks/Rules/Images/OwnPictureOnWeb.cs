using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Rules.Images;

public sealed class OwnPictureOnWeb : Rule
{
    public override DiagnosticKind Kind { get; } = new("IMG010", Severity.Note, "Picture of the book addressed on the web");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        var own = book.Images.Where(i => i is { IsRemote: true, Picture: { } picture } && Uri.UnescapeDataString(i.Source.Split('?', '#')[0]).EndsWith("/" + picture.Path, StringComparison.OrdinalIgnoreCase)).ToList();
        if (own is [var first, .. var more])
        {
            bag.Add(Kind, first.At, $"{first.Source} is taken to be {first.Picture!.Path} of this book{Others.Of(more.Count, "picture", "pictures")}.", "Write the path from this file: it is shown on GitHub as well, and needs no network.");
        }
    }
}
