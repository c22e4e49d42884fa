using System.Collections.Immutable;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks;

/// <summary>What the rules look at: the book, and what is in it, gathered in one walk.</summary>
public sealed class Survey
{
    private readonly Lazy<ImmutableArray<ProseText>> _prose;

    public Survey(Book book)
    {
        Book = book;

        var links = new List<Link>();
        var images = new List<Image>();
        foreach (var chapter in book.Chapters)
        {
            Gather(chapter.Blocks, links, images);
        }

        // A note that is called twice was met twice.
        Links = [.. links.DistinctBy(l => (l.At, l.Target))];
        Images = [.. images.DistinctBy(i => (i.At, i.Source))];
        Sections = Section.Of(book.Chapters);
        _prose = new Lazy<ImmutableArray<ProseText>>(() => [.. book.Chapters.SelectMany(c => ProseTexts.Of(c))]);
        Paragraphs = [.. book.Chapters.SelectMany(c => c.AllBlocks()).OfType<Paragraph>().DistinctBy(p => p.At)];
        Numbers = book.Numbering == NumberingMode.Keep ? NumberedSections.Of(Sections) : [];
    }

    public Book Book { get; }
    public ImmutableArray<Link> Links { get; }
    public ImmutableArray<Image> Images { get; }

    /// <summary>At any depth, those of notes included.</summary>
    public ImmutableArray<Paragraph> Paragraphs { get; }

    public ImmutableArray<Section> Sections { get; }

    /// <summary>The sections whose headings have a typed number; none in a book that does not print what is typed.</summary>
    public ImmutableArray<NumberedSection> Numbers { get; }

    /// <summary>Every running text of the book, in reading order.</summary>
    public ImmutableArray<ProseText> Prose => _prose.Value;

    private static void Gather(IEnumerable<Block> blocks, List<Link> links, List<Image> images)
    {
        foreach (var block in blocks)
        {
            Gather(Descendants.OwnInlines(block), links, images);
            Gather(Descendants.ChildBlocks(block), links, images);
        }
    }

    private static void Gather(IEnumerable<Inline> inlines, List<Link> links, List<Image> images)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Text or Code:
                    continue;
                case Link link:
                    links.Add(link);
                    break;
                case Image image:
                    images.Add(image);
                    break;
                case Note note:
                    Gather(note.Blocks, links, images);
                    break;
            }

            Gather(Descendants.Children(inline), links, images);
        }
    }
}
