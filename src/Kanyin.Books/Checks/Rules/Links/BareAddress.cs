using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Rules.Links;

public sealed class BareAddress : Rule
{
    public override DiagnosticKind Kind { get; } = new("LINK009", Severity.Note, "Address without any mark");

    public override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var link in book.Links)
        {
            if (IsBare(link) && !LinkUnread.Is(link))
            {
                bag.Add(Kind, link.At, $"{PlainText.Of(link.Inlines)} is a link only by guessing where it ends.", "Write <address>, or [words](address).");
            }
        }
    }

    /// <summary>Its words are the address, and no mark stands before them.</summary>
    internal static bool IsBare(Link link) =>
        link is { Target: ExternalTarget, Inlines: [Text words] } && words.At == link.At && link.At.Length > 0 && link.At.File.Text[link.At.Start] is not '<';
}
