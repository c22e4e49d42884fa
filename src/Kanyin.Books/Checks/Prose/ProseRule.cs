using System.Buffers;
using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Prose;

/// <summary>A rule of Chinese prose (typography.md 8). It looks at one running text after the other; texts in other languages are not shown to it.</summary>
public abstract class ProseRule : Rule
{
    /// <summary>Without one of these a text has nothing for the rule.</summary>
    protected abstract SearchValues<char> Triggers { get; }

    /// <summary>Whether the book wants the rule at all.</summary>
    protected virtual bool Applies(Book book) => true;

    public sealed override void Check(Survey book, DiagnosticBag bag)
    {
        if (!Applies(book.Book))
        {
            return;
        }

        foreach (var prose in book.Prose)
        {
            if (prose.IsChinese && prose.Text.AsSpan().ContainsAny(Triggers))
            {
                Check(prose, bag);
            }
        }
    }

    protected abstract void Check(ProseText prose, DiagnosticBag bag);

    protected void Report(DiagnosticBag bag, ProseText prose, int start, int length, string message, string? hint) =>
        bag.Add(Kind, prose.At(start, length), message, hint);

    /// <summary>Reports characters that can be replaced without asking.</summary>
    protected void Replace(DiagnosticBag bag, ProseText prose, int start, int length, string text, string message, string? hint = null) =>
        Replace(bag, prose, (start, length), (start, length, text), message, hint);

    /// <param name="at">The offending characters.</param>
    /// <param name="fix">What is to be replaced, and by what; a stretch that does not stand in the file in one piece is left to the author.</param>
    protected void Replace(DiagnosticBag bag, ProseText prose, (int Start, int Length) at, (int Start, int Length, string Text) fix, string message, string? hint = null)
    {
        ImmutableArray<Edit> edits = prose.IsWritten(fix.Start, fix.Length) ? [new Edit(prose.At(fix.Start, fix.Length), fix.Text)] : [];
        bag.Add(new Diagnostic(Kind, prose.At(at.Start, at.Length), message, hint ?? (fix.Text.Length == 0 ? "Remove it." : $"Write {fix.Text}")) { Fix = edits });
    }
}
