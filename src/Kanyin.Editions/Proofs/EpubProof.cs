using System.Collections.Immutable;
using System.Xml;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Epub;

namespace Kanyin.Editions.Proofs;

/// <summary>An EPUB must give back the book exactly, chapter by chapter: words, headings, links, pictures, notes, cells.</summary>
internal sealed class EpubProof
{
    private readonly Book _book;
    private readonly ImmutableArray<ContentDocument> _documents;
    private readonly ILookup<Chapter, ContentDocument> _ofChapter;
    private readonly Dictionary<Heading, ContentDocument> _ofHeading = new(ReferenceEqualityComparer.Instance);
    private readonly Addresses _addresses;
    private readonly EpubText _epub;
    private readonly Dictionary<string, EpubText.Document> _byPath;
    private readonly Dictionary<string, EpubText.Document> _byName;
    private readonly EpubPictureProof _pictures;
    private readonly DiagnosticBag _bag;

    private EpubProof(Book book, EpubText epub, DiagnosticBag bag)
    {
        (_book, _epub, _bag) = (book, epub, bag);
        _documents = ContentDocument.AllOf(book);
        _addresses = new Addresses(_documents);
        _ofChapter = _documents.Where(d => !d.IsPart).ToLookup<ContentDocument, Chapter>(d => d.Chapter, ReferenceEqualityComparer.Instance);
        _byPath = epub.Spine.DistinctBy(d => d.Path, StringComparer.Ordinal).ToDictionary(d => d.Path, StringComparer.Ordinal);
        _byName = epub.Spine.DistinctBy(d => NameOf(d.Path), StringComparer.Ordinal).ToDictionary(d => NameOf(d.Path), StringComparer.Ordinal);
        foreach (var document in _documents)
        {
            document.Headings.ToList().ForEach(h => _ofHeading.TryAdd(h, document));
        }

        _pictures = new EpubPictureProof(epub, bag);
    }

    /// <summary>Null when it cannot be read.</summary>
    public static EpubText? Read(Book book, Stream stream, DiagnosticBag bag)
    {
        try
        {
            return EpubText.Read(stream);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or InsufficientExecutionStackException)
        {
            bag.Add(ProofKinds.EpubUnreadable, Proof.PlaceOf(book), e.Message);
            return null;
        }
    }

    /// <param name="written">The Han characters of the files.</param>
    public static ProofCounts.InEdition Compare(Book book, ImmutableArray<(Chapter Chapter, BookText Text)> texts, HanTally written, EpubText epub, DiagnosticBag bag)
    {
        var proof = new EpubProof(book, epub, bag);
        foreach (var (chapter, text) in texts)
        {
            proof.CompareChapter(chapter, text);
        }

        proof.CompareLandings();
        new ContentsProof(epub.Contents, ProofKinds.EpubContents, "EPUB's contents", bag).Compare(book, proof.LeadsTo);
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

        return new ProofCounts.InEdition(
            written.In(han),
            epub.Spine.Sum(d => d.Pictures.Length + d.Notes.Sum(n => n.Pictures.Length)),
            epub.Spine.Sum(d => d.AuthorLinks.Length + d.Notes.Sum(n => n.Links.Length)),
            epub.Spine.Sum(d => d.Notes.Length));
    }

    private void CompareChapter(Chapter chapter, BookText text)
    {
        var documents = _ofChapter[chapter].ToImmutableArray();
        var files = documents.Select(FileOf).OfType<EpubText.Document>().ToList();
        if (files.Count < documents.Length)
        {
            _bag.Add(ProofKinds.EpubChapter, Place.Of(chapter.File), $"The EPUB lacks “{chapter.Title}” or a part of it.");
            return;
        }

        var notes = files.SelectMany(f => f.Notes).DistinctBy(n => n.Id, StringComparer.Ordinal).ToList();
        var place = Place.Of(chapter.File);
        TextProof.Compare([.. text.Body.Units.Where(u => u.Kind != TextKind.AbsentPicture)], string.Concat(files.Select(f => f.Body)), place, "EPUB", ProofKinds.EpubText, _bag);
        TextProof.Compare([.. text.Notes.SelectMany(n => n.Units).Where(u => u.Kind != TextKind.AbsentPicture)], string.Concat(notes.Select(n => n.Text)), place, "EPUB", ProofKinds.EpubText, _bag);
        CompareLinks(text.Body.Links, files.SelectMany(f => f.AuthorLinks), place);
        CompareLinks(text.Notes.SelectMany(n => n.Links), notes.SelectMany(n => n.Links), place);
        CompareNotes(text, files, place);
        CompareTables(documents, files);
        _pictures.Compare(chapter, text, files, notes);
    }

    private EpubText.Document? FileOf(ContentDocument document) => _byName.GetValueOrDefault(document.Name);

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private void CompareLinks(IEnumerable<Link> links, IEnumerable<string> actual, Place place) =>
        LinkProof.Compare([.. links.Where(XhtmlWriter.CanBePressed).Select(l => (l.At, Target: TargetOf(l.Target)!)).Where(l => l.Target is not null)], [.. actual.Select(Named)], ProofKinds.EpubLink, "EPUB", place, _bag);

    /// <summary>File and id; the address of one that leads out of the book; null for one that leads nowhere.</summary>
    private string? TargetOf(LinkTarget target) => target switch
    {
        InternalTarget t => _addresses.Find(t.Id, "") is { } address ? address.Split('#')[0] + "#" + XmlText.Id(t.Id) : null,
        ExternalTarget t => WebAddress.Of(t.Address),
        _ => null,
    };

    /// <summary>A target of the edition in the form of <see cref="TargetOf"/>: a file alone is its chapter's beginning.</summary>
    private string Named(string target)
    {
        if (EpubText.IsOutside(target))
        {
            return target;
        }

        var name = NameOf(target);
        return name.Contains('#', StringComparison.Ordinal) || _documents.FirstOrDefault(d => d.Name == name && !d.IsPart) is not { IsFirst: true } first ? name : $"{name}#{XmlText.Id(first.Chapter.Id)}";
    }

    private void CompareNotes(BookText text, List<EpubText.Document> files, Place place)
    {
        LinkProof.Compare([.. text.Body.Calls.Select(n => (n.At, XmlText.Id(n.Id)))], [.. files.SelectMany(f => f.Calls)], ProofKinds.EpubNote, "EPUB", place, _bag);
        foreach (var (id, target) in files.SelectMany(f => f.WaysBack).Where(w => w.Target != XhtmlWriter.CallId(w.Id)))
        {
            var note = text.Body.Calls.FirstOrDefault(n => XmlText.Id(n.Id) == id);
            _bag.Add(ProofKinds.EpubNote, note?.At ?? place, $"The note leads back to “{target}” in the EPUB, and not to its call.");
        }
    }

    /// <summary>The words of every cell are compared with the text; this tells whether each is in its own.</summary>
    private void CompareTables(ImmutableArray<ContentDocument> documents, List<EpubText.Document> files)
    {
        var tables = documents.SelectMany(d => d.Blocks).OfType<Table>(); // a long one is cut
        var actual = files.SelectMany(f => f.Tables).ToList();
        foreach (var table in tables)
        {
            var rows = table.Head.Where(r => r.Cells.Any(c => c.Inlines.Length > 0)).Concat(table.Body);
            var shape = string.Join('\n', rows.Select(r => string.Join('\t', r.Cells.Select(c => BookText.OfCell(c)))));
            var at = actual.IndexOf(shape);
            if (at < 0)
            {
                _bag.Add(ProofKinds.EpubTable, table.At, "A cell of this table is missing from the EPUB, or in another place.");
            }
            else
            {
                actual.RemoveAt(at);
            }
        }
    }

    private bool LeadsTo(Heading heading, string target)
    {
        if (!_ofHeading.TryGetValue(heading, out var document) || FileOf(document) is not { } file)
        {
            return true; // that the file is missing has been said
        }

        var id = XmlText.Id(heading.Id);
        var isFirst = ReferenceEquals(document.Headings.First(), heading);
        return (target == $"{file.Path}#{id}" || (target == file.Path && isFirst))
            && file.Headings.TryGetValue(id, out var there)
            && (there.Rank == 1) == isFirst
            && (Proof.HasPictures(heading) || there.Words == BookText.Squeeze(PlainText.Of(heading)));
    }

    private void CompareLandings()
    {
        foreach (var document in _epub.Spine)
        {
            var chapter = _documents.FirstOrDefault(d => document.Path.EndsWith("/" + d.Name, StringComparison.Ordinal))?.Chapter;
            foreach (var link in document.Links.Where(l => !EpubText.IsOutside(l) && !Lands(EpubText.Target(document.Path, l))))
            {
                var name = Named(EpubText.Target(document.Path, link));
                var author = chapter?.AllInlines().OfType<Link>().FirstOrDefault(l => TargetOf(l.Target) == name);
                _bag.Add(ProofKinds.EpubLink, author?.At ?? (chapter is null ? Proof.PlaceOf(_book) : Place.Of(chapter.File)), $"{document.Path} links to “{link}”, which does not exist.");
            }
        }
    }

    private bool Lands(string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? _epub.Files.Contains(target) : _byPath.TryGetValue(target[..hash], out var document) && document.Ids.Contains(target[(hash + 1)..]);
    }
}
