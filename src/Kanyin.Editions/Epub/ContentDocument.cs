using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>One XHTML file of the book's text: a stretch of a chapter, or the page that opens a part.</summary>
/// <param name="Name">File name: chapter-001.xhtml; chapter-001-2.xhtml for its second stretch; part-01.xhtml.</param>
/// <param name="Chapter">The chapter it belongs to, or that follows the part page.</param>
/// <param name="IsPart">A page that holds only the part's title.</param>
/// <param name="IsFirst">The chapter begins here.</param>
/// <param name="Blocks">Nothing for a part page.</param>
/// <param name="GoesOn">It goes on where the file before it was full; no heading of the chapter's own rank begins it.</param>
internal sealed record ContentDocument(string Name, Chapter Chapter, bool IsPart, bool IsFirst, ImmutableArray<Block> Blocks, bool GoesOn = false)
{
    /// <summary>The headings of the book's own tree; those inside quotes and lists belong to what is quoted, and an empty one heads nothing.</summary>
    public IEnumerable<Heading> Headings => Blocks.OfType<Heading>().Where(HasWords);

    /// <summary>Its first words belong to a section that began in the file before it.</summary>
    public bool BeginsInside => GoesOn && Blocks is not [Heading, ..];

    public string Title =>
        IsPart ? XmlText.OneLine(Chapter.Part!)
        : BeginsInside ? XmlText.OneLine(Chapter.Title)
        : Headings.FirstOrDefault() is { } heading && XmlText.OneLine(PlainText.Of(heading)) is { Length: > 0 } words ? words
        : XmlText.OneLine(Chapter.Title);

    public static bool HasWords(Heading heading) => XmlText.OneLine(PlainText.Of(heading)).Length > 0;

    public DocumentKind Kind => DocumentKind.Of(this);

    /// <summary>All files in reading order. A new file begins at every heading as high as its chapter's first, so that each has one h1.</summary>
    public static ImmutableArray<ContentDocument> AllOf(Book book)
    {
        var documents = ImmutableArray.CreateBuilder<ContentDocument>();
        var portions = new Portions(book.Epub.Profile);
        var parts = 0;
        foreach (var (index, chapter) in book.Chapters.Index())
        {
            if (!string.IsNullOrWhiteSpace(chapter.Part))
            {
                documents.Add(new ContentDocument($"part-{++parts:00}.xhtml", chapter, IsPart: true, IsFirst: false, []));
            }

            var pieces = Stretches(chapter.Blocks).SelectMany(s => portions.Of(s).Select((blocks, i) => (Blocks: blocks, GoesOn: i > 0)));
            foreach (var (piece, (blocks, goesOn)) in pieces.Index())
            {
                var name = piece == 0 ? $"chapter-{index + 1:000}.xhtml" : $"chapter-{index + 1:000}-{piece + 1}.xhtml";
                documents.Add(new ContentDocument(name, chapter, IsPart: false, IsFirst: piece == 0, blocks, goesOn));
            }
        }

        return documents.ToImmutable();
    }

    private static IEnumerable<ImmutableArray<Block>> Stretches(ImmutableArray<Block> blocks)
    {
        var start = 0;
        var top = 0; // the level of the chapter's first heading; 0 before it
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is not Heading heading || !HasWords(heading))
            {
                continue;
            }

            if (top == 0)
            {
                top = heading.Level;
            }
            else if (heading.Level <= top)
            {
                yield return blocks[start..i];
                start = i;
            }
        }

        yield return blocks[start..];
    }
}
