using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Epub;
using Kanyin.Editions.Pdf;
using Math = System.Math;

namespace Kanyin.Editions.Proofs;

/// <summary>
/// A PDF must hold every paragraph of the book, whole and in order. Between them it may print more: the title page,
/// part titles, repeated table heads.
/// </summary>
internal static class PdfProof
{
    /// <summary>So far ahead a stretch is looked for, so that a lost one is not found by chance in a later chapter.</summary>
    private const int Window = 4000;

    /// <summary>Labels and repeated table heads between two stretches are no longer than this.</summary>
    private const int UsualGap = 40;

    /// <summary>The title pages print the title so often before the first chapter.</summary>
    private const int Titles = 4;

    private const int LookAhead = 8;

    /// <summary>Shorter stretches are found everywhere.</summary>
    private const int Distinctive = 8;

    /// <summary>So many findings a chapter say enough.</summary>
    private const int MostPerChapter = 10;

    private const int Shown = 20;

    /// <param name="written">The Han characters of the files.</param>
    public static ProofCounts.InEdition Compare(Book book, ImmutableArray<(Chapter Chapter, BookText Text)> texts, HanTally written, PdfText pdf, DiagnosticBag bag)
    {
        if (pdf.IsTagged)
        {
            CompareText(texts, pdf, Window + (Titles * book.Metadata.Title.Length), bag);
            ComparePictures(book, texts, pdf, bag);
        }
        else
        {
            bag.Add(ProofKinds.PdfUntagged, Proof.PlaceOf(book), "Without a structure tree the text cannot be compared.");
        }

        var added = AddedNotes(texts, pdf);
        CompareLinks(book, texts, pdf, added, bag);
        new ContentsProof(pdf.Outline, ProofKinds.PdfOutline, "PDF's outline", bag).Compare(book, (heading, target) => LeadsTo(pdf, heading, target));
        Proof.CompareCharacters(book, texts.Select(t => t.Text), "PDF", pdf.Everything, ProofKinds.PdfCharacter, bag);
        var han = new HanTally();
        han.Add(pdf.Body);
        han.Add(pdf.Notes);

        // The call of a note is a link in a reference, and its number is the link back; each added note has a link too.
        int Count(string role) => pdf.Elements.GetValueOrDefault(role);
        return new ProofCounts.InEdition(written.In(han), Count("Figure"), Count("Link") - Count("Reference") - Count("Note") - added.Count, Count("Note") - added.Count);
    }

    /// <summary>Null when it cannot be read.</summary>
    public static PdfText? Read(Book book, Stream stream, DiagnosticBag bag, Progress? progress)
    {
        try
        {
            return PdfText.Read(stream, progress);
        }
#pragma warning disable CA1031 // PdfPig throws many kinds of exception for damaged files and declares none
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            bag.Add(ProofKinds.PdfUnreadable, Proof.PlaceOf(book), e.Message);
            return null;
        }
    }

    private static void CompareText(ImmutableArray<(Chapter Chapter, BookText Text)> texts, PdfText pdf, int window, DiagnosticBag bag)
    {
        var body = SpacedText.Of(pdf.Body);
        var notes = SpacedText.Of(pdf.Notes);
        var noteEnds = new Dictionary<string, int>(StringComparer.Ordinal);
        var at = 0;
        foreach (var (chapter, text) in texts)
        {
            var lost = 0;
            var units = text.Body.Units.Where(IsCompared).Select(u => (Unit: u, Words: SpacedText.Of(u.Written))).ToList();
            for (var i = 0; i < units.Count; i++)
            {
                var found = Find(body.Letters, units[i].Words.Letters, at, window);
                if (found < 0 || (found - at > UsualGap && IsOvertaken(units, i, found)))
                {
                    lost += Report(units[i].Unit, lost, bag);
                }
                else
                {
                    at = found + units[i].Words.Letters.Length;
                    lost += CompareSpaces(units[i].Unit, units[i].Words, body, found, lost, bag);
                }
            }

            // What follows is nearer than the place found, so that place is another of the same words.
            bool IsOvertaken(List<(TextUnit Unit, SpacedText Words)> units, int index, int found) =>
                units.Skip(index + 1).Take(LookAhead).Any(u => u.Words.Letters.Length >= Distinctive && Find(body.Letters, u.Words.Letters, at, window) is >= 0 and var other && other < found);

            // A note stands at the foot of the page of its call, so only its presence is certain: the same words as often as the book has them.
            foreach (var unit in text.Notes.SelectMany(n => n.Units).Where(IsCompared))
            {
                var words = SpacedText.Of(unit.Written);
                var found = notes.Letters.IndexOf(words.Letters, noteEnds.GetValueOrDefault(words.Letters), StringComparison.Ordinal);
                lost += found < 0 ? Report(unit, lost, bag) : CompareSpaces(unit, words, notes, found, lost, bag);
                noteEnds[words.Letters] = found < 0 ? notes.Letters.Length : found + words.Letters.Length;
            }

            if (lost > MostPerChapter)
            {
                bag.Add(ProofKinds.PdfText, Place.Of(chapter.File), $"{(lost - MostPerChapter).ToString(CultureInfo.InvariantCulture)} more passages of this chapter are missing.");
            }
        }
    }

    /// <summary>Readers put combining marks where they think they belong, so a formula that has some says nothing.</summary>
    private static bool IsCompared(TextUnit unit) => unit.Kind switch
    {
        TextKind.Words => true,
        TextKind.Formula => !unit.Text.Any(c => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark),
        _ => false,
    };

    private static int Report(TextUnit unit, int lost, DiagnosticBag bag)
    {
        if (lost < MostPerChapter)
        {
            var words = unit.Text.Length > Shown ? unit.Text[..Shown] + "…" : unit.Text;
            bag.Add(ProofKinds.PdfText, unit.At, $"“{words}” is not in the PDF, or not whole.");
        }

        return 1;
    }

    private static int CompareSpaces(TextUnit unit, SpacedText words, SpacedText pdf, int found, int lost, DiagnosticBag bag)
    {
        // The white around the signs of a formula is none of the author's.
        var (at, isAdded) = unit.Kind == TextKind.Formula ? default : pdf.DifferencesFrom(words, found).FirstOrDefault();
        if (at == 0)
        {
            return 0;
        }

        if (lost < MostPerChapter)
        {
            var from = Math.Max(0, at - (Shown / 2));
            bag.Add(ProofKinds.PdfSpace, unit.At, $"The PDF has {(isAdded ? "a space too many" : "no space")} at the bar in “{words.Letters[from..at]}|{words.Letters[at..Math.Min(words.Letters.Length, at + (Shown / 2))]}”.");
        }

        return 1;
    }

    private static int Find(string body, string words, int at, int window) => body.IndexOf(words, at, Math.Min(window + words.Length, body.Length - at), StringComparison.Ordinal);

    /// <summary>For paper an edition adds notes that tell where links lead: each holds one of the book's addresses and no more. Given as where they lead back to.</summary>
    private static HashSet<string> AddedNotes(ImmutableArray<(Chapter Chapter, BookText Text)> texts, PdfText pdf)
    {
        var addresses = texts.SelectMany(t => t.Text.Body.Links).Select(l => l.Target).OfType<ExternalTarget>().Select(t => Links.Ascii(t.Address)).ToHashSet(StringComparer.Ordinal);
        var authors = texts.SelectMany(t => t.Text.Notes).Select(n => XhtmlWriter.CallId(n.Note!.Id)).ToHashSet(StringComparer.Ordinal);
        return pdf.NoteParts.Where(n => n is { Links: [var address], Calls: [], WaysBack: [var call, ..] } && addresses.Contains(address) && !authors.Contains(call)).Select(n => n.WaysBack[0]).ToHashSet(StringComparer.Ordinal);
    }

    private static void CompareLinks(Book book, ImmutableArray<(Chapter Chapter, BookText Text)> texts, PdfText pdf, HashSet<string> added, DiagnosticBag bag)
    {
        foreach (var name in pdf.Links.Except(pdf.Destinations.Keys).Order(StringComparer.Ordinal))
        {
            var link = book.Chapters.SelectMany(c => c.AllInlines()).OfType<Link>().FirstOrDefault(l => l.Target is InternalTarget t && t.Id == name);
            bag.Add(ProofKinds.PdfLink, link?.At ?? Proof.PlaceOf(book), $"A link names the destination “{name}”, which does not exist.");
        }

        if (pdf.IsTagged)
        {
            ComparePart(texts.Select(t => t.Text.Body), pdf.BodyPart, pdf.BodyPart.Calls.Where(c => !added.Contains(XhtmlWriter.CallId(c))), pdf, Proof.PlaceOf(book), bag);
            CompareNotes(texts.SelectMany(t => t.Text.Notes), pdf, bag);
        }
    }

    /// <summary>A note is known by its way back, since pages tell the order in which they stand.</summary>
    private static void CompareNotes(IEnumerable<BookPart> notes, PdfText pdf, DiagnosticBag bag)
    {
        var byCall = NotesByCall(pdf);
        foreach (var part in notes)
        {
            var note = part.Note!;
            if (byCall[XhtmlWriter.CallId(note.Id)].FirstOrDefault() is { } found)
            {
                ComparePart([part], found, found.Calls, pdf, note.At, bag);
            }
            else
            {
                bag.Add(ProofKinds.PdfNote, note.At, "No note of the PDF leads back to the call of this one.");
            }
        }
    }

    private static void ComparePictures(Book book, ImmutableArray<(Chapter Chapter, BookText Text)> texts, PdfText pdf, DiagnosticBag bag)
    {
        var proof = new PdfPictureProof(bag);
        var figures = CollectionsMarshal.AsSpan(pdf.BodyPart.Figures);
        if (book.Cover is { } cover)
        {
            var isThere = figures is [{ Page: 1 }, ..];
            proof.CompareCover(cover, isThere ? figures[0] : null, Proof.PlaceOf(book));
            figures = figures[(isThere ? 1 : 0)..];
        }

        proof.Compare(texts.SelectMany(t => t.Text.Body.Images), figures.ToArray());
        var byCall = NotesByCall(pdf);
        foreach (var note in texts.SelectMany(t => t.Text.Notes))
        {
            proof.Compare(note.Images, byCall[XhtmlWriter.CallId(note.Note!.Id)].FirstOrDefault()?.Figures ?? []);
        }
    }

    private static ILookup<string, PdfPart> NotesByCall(PdfText pdf) => pdf.NoteParts.ToLookup(n => n.WaysBack.FirstOrDefault() ?? "", StringComparer.Ordinal);

    private static void ComparePart(IEnumerable<BookPart> parts, PdfPart part, IEnumerable<string> calls, PdfText pdf, Place place, DiagnosticBag bag)
    {
        LinkProof.Compare([.. parts.SelectMany(p => p.Links).SelectMany(l => Expected(l, pdf))], part.Links, ProofKinds.PdfLink, "PDF", place, bag);
        LinkProof.Compare([.. parts.SelectMany(p => p.Calls).Select(n => (n.At, n.Id))], [.. calls], ProofKinds.PdfNote, "PDF", place, bag);
    }

    private static IEnumerable<(Place At, string Target)> Expected(Link link, PdfText pdf) => link.Target switch
    {
        _ when !XhtmlWriter.CanBePressed(link) => [],
        InternalTarget t when pdf.Destinations.ContainsKey(t.Id) || pdf.Links.Contains(t.Id) => [(link.At, t.Id)],
        ExternalTarget t => [(link.At, Links.Ascii(t.Address))],
        _ => [],
    };

    /// <summary>By its name, and the words of the heading stand on the page of that name.</summary>
    private static bool LeadsTo(PdfText pdf, Heading heading, string target) =>
        target == heading.Id
        && pdf.Destinations.GetValueOrDefault(target) is > 0 and var page
        && (!pdf.IsTagged || Proof.HasPictures(heading) || pdf.Pages[page - 1].Contains(SpacedText.Of(PlainText.Of(heading)).Letters, StringComparison.Ordinal));
}
