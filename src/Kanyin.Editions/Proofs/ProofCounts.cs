using System.Collections.Immutable;

namespace Kanyin.Editions.Proofs;

/// <summary>What was read back, in numbers.</summary>
/// <param name="Characters">Those of the book, without white space.</param>
/// <param name="Chapters">In the order of the book.</param>
/// <param name="Pdf">Null when there is no PDF or it cannot be read.</param>
/// <param name="Epub">Null when there is no EPUB or it cannot be read.</param>
public sealed record ProofCounts(long Characters, ImmutableArray<ProofCounts.InChapter> Chapters, ProofCounts.InEdition? Pdf, ProofCounts.InEdition? Epub)
{
    /// <summary>The Han characters that the files have, counted without the reader of Markdown.</summary>
    public long Written => Chapters.Sum(c => c.Written);

    /// <param name="Written">Han characters of the file.</param>
    /// <param name="Read">How many of them are in the book.</param>
    public readonly record struct InChapter(long Written, long Read);

    /// <param name="Han">How many of the files' Han characters are in the edition.</param>
    /// <param name="Pictures">Pictures, that of the cover included; in a PDF the frames that stand for missing ones too.</param>
    /// <param name="Links">Links in the text, those from and to notes left out.</param>
    public sealed record InEdition(long Han, int Pictures, int Links, int Notes);
}
