using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Proofs;

/// <summary>The printed pages that an EPUB names are those of the PDF, and each begins with the same words in both (EPUB Accessibility 1.1 4.2).</summary>
internal static class PageListProof
{
    /// <summary>So many characters after a mark are looked for on its page: fewer stand on every page, and more may go on on the next.</summary>
    private const int Shown = 8;

    /// <param name="pdf">Null when there is none to compare with.</param>
    public static void Compare(Book book, EpubText epub, PdfText? pdf, DiagnosticBag bag)
    {
        var marks = epub.Spine.SelectMany(d => d.PageStarts.Select(s => (Target: $"{d.Path}#{s.Id}", s.Label, s.Words))).ToList();
        foreach (var (label, target) in epub.Pages.Where(p => !marks.Exists(m => m.Target == p.Target && m.Label == p.Label)))
        {
            Report($"The entry “{label}” of the EPUB's page list leads to “{target}”, where no page of that number begins.");
        }

        var listed = epub.Pages.Select(p => p.Target).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, label, _) in marks.Where(m => !listed.Contains(m.Target)))
        {
            Report($"The page list of the EPUB lacks page “{label}”.");
        }

        if (pdf is null || !pdf.IsTagged)
        {
            return;
        }

        var at = 0;
        foreach (var (index, (_, label, words)) in marks.Index())
        {
            var page = pdf.Labels.IndexOf(label, at);
            if (page < 0)
            {
                Report($"Page “{label}” of the EPUB is not in the PDF, or not in this order.");
                continue;
            }

            at = page;
            if (index + 1 < marks.Count && marks[index + 1].Words == words)
            {
                continue; // a page of figures and notes alone begins where the next one does
            }

            var start = SpacedText.Of(words.Split(BookText.Call)[0]).Letters;
            start = start[..System.Math.Min(Shown, start.Length)];
            if (!pdf.Pages[page].Contains(start, StringComparison.Ordinal))
            {
                Report($"Page “{label}” begins with “{start}” in the EPUB, which is not on that page of the PDF.");
            }
        }

        void Report(string message) => bag.Add(ProofKinds.EpubPage, Proof.PlaceOf(book), message);
    }
}
