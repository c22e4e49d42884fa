using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Epub;
using Kanyin.Editions.Proofs.Conformance;

namespace Kanyin.Editions.Proofs;

/// <summary>Reads finished editions back and compares them with the book.</summary>
public static class Proof
{
    /// <summary>A file that loses more of its Han characters than this loses text, and not the odd alternative text.</summary>
    private const double LeastRead = 0.995;

    /// <summary>Fewer lost characters are the words of an attribute.</summary>
    private const int FewCharacters = 30;

    /// <param name="pdf">The finished PDF, or null when none was made.</param>
    /// <param name="epub">The finished EPUB, or null when none was made.</param>
    /// <param name="progress">Hears how many pages of the PDF have been read, which takes longest.</param>
    public static ProofCounts Compare(Book book, Stream? pdf, Stream? epub, DiagnosticBag bag, Progress? progress = null)
    {
        ImmutableArray<(Chapter Chapter, BookText Text)> texts = [];
        ImmutableArray<ProofCounts.InChapter> chapters = [];
        var written = new HanTally();
        PdfText? pdfText = null;
        EpubText? epubText = null;
        Parallel.Invoke(
            () => pdfText = pdf is null ? null : PdfProof.Read(book, pdf, bag, progress),
            () =>
            {
                texts = [.. book.Chapters.Select(c => (c, BookText.Of(c)))];
                chapters = [.. texts.Select(t => CountOf(t.Chapter, t.Text, written, bag))];
                epubText = epub is null ? null : EpubProof.Read(book, epub, bag);
            });
        if (epubText is not null)
        {
            PageListProof.Compare(book, epubText, pdfText, bag);
        }

        ProofCounts.InEdition? inPdf = null;
        ProofCounts.InEdition? inEpub = null;
        using var disposed = pdfText;
        Parallel.Invoke(
            () => inPdf = pdfText is null ? null : PdfProof.Compare(book, texts, written, pdfText, bag),
            () => inEpub = epubText is null ? null : EpubProof.Compare(book, texts, written, epubText, bag));
        return new ProofCounts(
            texts.Sum(t => t.Text.Units.Where(u => u.Kind != TextKind.NoteCall).Sum(u => (long)u.Text.EnumerateRunes().Count())),
            chapters,
            inPdf,
            inEpub);
    }

    /// <summary>Compares a file with what was read of it: the editions are compared with the latter alone.</summary>
    private static ProofCounts.InChapter CountOf(Chapter chapter, BookText text, HanTally all, DiagnosticBag bag)
    {
        var (written, read) = (new HanTally(), new HanTally());
        written.Add(WrittenText.Of(chapter.File.Text));
        text.Units.ToList().ForEach(u => read.Add(u.Text));

        // The words of a diagram that is drawn are read out in its place.
        chapter.AllInlines().OfType<Image>().ToList().ForEach(i => read.Add(i.Alt));
        all.Add(written);
        var count = new ProofCounts.InChapter(written.Total, written.In(read));
        if (count.Written - count.Read > FewCharacters && count.Read < count.Written * LeastRead)
        {
            bag.Add(ProofKinds.Unread, Place.Of(chapter.File), string.Create(CultureInfo.InvariantCulture, $"{count.Written - count.Read} of the {count.Written} Han characters of this file are not in the book."), "The other findings of the file may say which, and why.");
        }

        return count;
    }

    /// <summary>Checks a finished PDF against PDF/UA-1 and PDF/A-2a.</summary>
    public static void Inspect(Book book, byte[] pdf, DiagnosticBag bag)
    {
        try
        {
            PdfConformance.Check(pdf, PlaceOf(book), bag);
        }
        catch (Exception e) when (IsDamage(e))
        {
            bag.Add(ProofKinds.PdfUnreadable, PlaceOf(book), e.Message);
        }
    }

    /// <summary>The file's fault and not the reader's; parts that are read side by side fail together.</summary>
    private static bool IsDamage(Exception e) => e is AggregateException several
        ? several.InnerExceptions.All(IsDamage)
        : e is InvalidDataException or InvalidCastException or KeyNotFoundException or ArgumentException or OverflowException or InsufficientExecutionStackException or IndexOutOfRangeException;

    /// <summary>Reports the pictures that a PDF shows as empty frames, where the book first uses each.</summary>
    /// <param name="paths">As <see cref="Pdf.PdfEdition.Write"/> returns them.</param>
    public static void ReportPictures(Book book, ImmutableArray<string> paths, DiagnosticBag bag)
    {
        foreach (var path in paths)
        {
            var image = book.Chapters.SelectMany(c => c.AllInlines()).OfType<Image>().FirstOrDefault(i => i.Picture?.Path == path);
            if (image is { Picture.Format: PictureFormat.Unknown or PictureFormat.Svg })
            {
                continue; // the checks report what is no picture, the setting what it cannot draw
            }

            bag.Add(ProofKinds.PdfPicture, image?.At ?? PlaceOf(book), $"The picture {image?.Source ?? Path.GetFileName(path)} is damaged; an empty frame stands for it.", "Save it again from its source.");
        }
    }

    /// <summary>Where findings go that belong to no single chapter.</summary>
    internal static Place PlaceOf(Book book) => Place.Of(book.Chapters.Length > 0 ? book.Chapters[0].File : new SourceFile("book.yml", ""));

    /// <summary>Those that have an entry in tables of contents, in their order.</summary>
    internal static IEnumerable<Heading> Headings(Chapter chapter) => chapter.Blocks.OfType<Heading>().Where(ContentDocument.HasWords);

    /// <summary>Its words in a table of contents are not quite those in the text: a picture's, a reading's.</summary>
    internal static bool HasPictures(Heading heading) => Descendants.AllInlines([heading]).Any(i => i is Image or Ruby);

    /// <summary>Characters that only a broken font map gives: U+FFFD and the Kangxi radicals, which look like Han but are not found by search.</summary>
    internal static void CompareCharacters(Book book, IEnumerable<BookText> texts, string edition, string text, DiagnosticKind kind, DiagnosticBag bag)
    {
        var strange = text.Where(IsStrange).ToHashSet();
        if (strange.Count == 0)
        {
            return;
        }

        strange.ExceptWith(texts.SelectMany(t => t.Units).SelectMany(u => u.Text).Where(IsStrange));
        foreach (var c in strange.Order())
        {
            bag.Add(kind, PlaceOf(book), $"The {edition} has U+{((int)c).ToString("X4", CultureInfo.InvariantCulture)}, which the book does not use.");
        }
    }

    private static bool IsStrange(char c) => c is '\uFFFD' or (>= '\u2F00' and <= '\u2FDF');
}
