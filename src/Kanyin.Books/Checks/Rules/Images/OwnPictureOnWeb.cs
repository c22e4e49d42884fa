using System.Globalization;
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
            var others = more.Count switch { 0 => "", 1 => "; so is 1 more picture", var n => string.Create(CultureInfo.InvariantCulture, $"; so are {n} more pictures") };
            bag.Add(Kind, first.At, $"{first.Source} is taken to be {first.Picture!.Path} of this book{others}.", "Write the path from this file: it is shown on GitHub as well, and needs no network.");
        }
    }
}
