using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Checks.Numbers;

/// <summary>Rules about typed numbers of figures, tables and listings (typography.md NU6, NUM-FIG). Where numbers are computed there is nothing to check.</summary>
public abstract class CaptionRule : Rule
{
    public sealed override void Check(Survey book, DiagnosticBag bag)
    {
        foreach (var caption in book.Captions)
        {
            if (Describe(caption, book) is var (message, hint))
            {
                bag.Add(Kind, caption.Block.TypedAt ?? caption.Block.At, message, hint);
            }
        }
    }

    /// <summary>Null when there is nothing wrong.</summary>
    private protected abstract (string Message, string Hint)? Describe(NumberedCaption caption, Survey book);
}
