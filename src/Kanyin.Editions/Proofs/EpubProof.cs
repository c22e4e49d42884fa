using System.Collections.Immutable;
using System.Xml;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Epub;

namespace Kanyin.Editions.Proofs;

/// <summary>An EPUB must give back the book's text exactly, chapter by chapter.</summary>
internal static class EpubProof
{
    /// <summary>How much of the text a message shows on each side of a difference.</summary>
    private const int Shown = 20;

    /// <param name="written">The Han characters of the files.</param>
    public static ProofCounts.InEdition? Compare(Book book, ImmutableArray<(Chapter Chapter, BookText Text)> texts, HanTally written, Stream stream, DiagnosticBag bag)
    {
        EpubText epub;
        try
        {
            epub = EpubText.Read(stream);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or InsufficientExecutionStackException)
        {
            bag.Add(ProofKinds.EpubUnreadable, Proof.PlaceOf(book), e.Message);
            return null;
        }

        var documents = ContentDocument.AllOf(book);
        foreach (var (chapter, text) in texts)
        {
            var files = documents.Where(d => ReferenceEquals(d.Chapter, chapter) && !d.IsPart).Select(d => epub.Spine.FirstOrDefault(s => s.Path.EndsWith("/" + d.Name, StringComparison.Ordinal))).ToList();
            if (files.Contains(null))
            {
                bag.Add(ProofKinds.EpubChapter, Place.Of(chapter.File), $"The EPUB lacks “{chapter.Title}” or a part of it.");
                continue;
            }

            var notes = files.SelectMany(f => f!.Notes).DistinctBy(n => n.Id, StringComparer.Ordinal).Select(n => n.Text);
            CompareText(text.Body, string.Concat(files.Select(f => f!.Body)), chapter, bag);
            CompareText(text.Notes, string.Concat(notes), chapter, bag);
            ComparePictures(text, [.. files.SelectMany(f => f!.AbsentPictures)], chapter, bag);
        }

        CompareLinks(book, documents, epub, bag);
        Proof.CompareHeadings(book, epub.Contents, ProofKinds.EpubContents, "EPUB's contents", bag);
        Proof.CompareCharacters(book, texts.Select(t => t.Text), "EPUB", string.Concat(epub.Spine.Select(d => d.Body + string.Concat(d.Notes.Select(n => n.Text)))), ProofKinds.EpubCharacter, bag);
        return CountOf(epub, written);
    }

    private static ProofCounts.InEdition CountOf(EpubText epub, HanTally written)
    {
        var han = new HanTally();
        foreach (var document in epub.Spine)
        {
            han.Add(document.Body);
            document.Notes.ToList().ForEach(n => han.Add(n.Text));
        }

        return new ProofCounts.InEdition(written.In(han), epub.Spine.Sum(d => d.Pictures), epub.Spine.Sum(d => d.AuthorLinks), epub.Spine.Sum(d => d.Notes.Length));
    }

    private static void CompareText(ImmutableArray<TextUnit> units, string actual, Chapter chapter, DiagnosticBag bag)
    {
        var at = 0;
        foreach (var unit in units.Where(u => u.Kind != TextKind.AbsentPicture))
        {
            var rest = actual.AsSpan(at);
            if (!rest.StartsWith(unit.Text, StringComparison.Ordinal))
            {
                var same = rest.CommonPrefixLength(unit.Text);
                bag.Add(ProofKinds.EpubText, unit.At, $"The book has “{Start(unit.Text.AsSpan(same))}” where the EPUB has “{Start(rest[same..])}”.");
                return;
            }

            at += unit.Text.Length;
        }

        if (at < actual.Length)
        {
            bag.Add(ProofKinds.EpubText, Place.Of(chapter.File), $"The EPUB has “{Start(actual.AsSpan(at))}” after the chapter's end.");
        }
    }

    /// <summary>Words may stand only for pictures that the book itself lacks.</summary>
    private static void ComparePictures(BookText text, List<string> absent, Chapter chapter, DiagnosticBag bag)
    {
        foreach (var unit in text.Body.Concat(text.Notes).Where(u => u.Kind == TextKind.AbsentPicture && !absent.Remove(u.Text)))
        {
            bag.Add(ProofKinds.EpubText, unit.At, $"The words “{Start(unit.Text)}” for a missing picture are not in the EPUB.");
        }

        foreach (var words in absent)
        {
            var image = chapter.AllInlines().OfType<Image>().FirstOrDefault(i => i.Picture is { Format: not PictureFormat.Unknown } && BookText.Squeeze(XhtmlWriter.WordsFor(i)) == words);
            bag.Add(ProofKinds.EpubPicture, image?.At ?? Place.Of(chapter.File), $"The picture “{Start(words)}” cannot be shown; its words stand for it.", "Save it again as PNG or JPEG: its file may be damaged.");
        }
    }

    private static string Start(ReadOnlySpan<char> text) => text.Length > Shown ? $"{text[..Shown]}…" : text.ToString();

    private static void CompareLinks(Book book, ImmutableArray<ContentDocument> documents, EpubText epub, DiagnosticBag bag)
    {
        var byPath = epub.Spine.DistinctBy(d => d.Path, StringComparer.Ordinal).ToDictionary(d => d.Path, StringComparer.Ordinal);
        foreach (var document in epub.Spine)
        {
            var chapter = documents.FirstOrDefault(d => document.Path.EndsWith("/" + d.Name, StringComparison.Ordinal))?.Chapter;
            foreach (var link in document.Links.Where(l => !IsOutside(l) && !Lands(l, document, byPath, epub.Files)))
            {
                bag.Add(ProofKinds.EpubLink, chapter is null ? Proof.PlaceOf(book) : Place.Of(chapter.File), $"{document.Path} links to “{link}”, which does not exist.");
            }
        }
    }

    private static bool IsOutside(string link) => link.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && link.AsSpan(0, colon).IndexOfAny("/#?") < 0;

    private static bool Lands(string link, EpubText.Document from, Dictionary<string, EpubText.Document> byPath, ImmutableHashSet<string> files)
    {
        var path = link.StartsWith('#') ? from.Path : EpubText.Resolve(from.Path, link);
        var hash = link.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? files.Contains(path) : byPath.TryGetValue(path, out var target) && target.Ids.Contains(Uri.UnescapeDataString(link[(hash + 1)..]));
    }
}
