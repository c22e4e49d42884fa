using System.Collections.Immutable;
using Kanyin.Books.Checks.Numbers;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks;

/// <summary>What the rules look at: the book, and what is in it, gathered in one walk.</summary>
public sealed class Survey
{
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
        References = [.. book.Chapters.SelectMany(c => ReferencesIn(c.Blocks)).DistinctBy(r => r.At)];
        Labels = new WrittenLabels(book);
        Captions = book.Numbering == NumberingMode.Auto ? [] : CaptionNumbers.Of(book);
        Numbers = book.Numbering == NumberingMode.Keep ? NumberedSections.Of(Sections) : [];
    }

    public Book Book { get; }

    /// <summary>The captions that have a typed number; none in a book that does not print what is typed.</summary>
    internal ImmutableArray<NumberedCaption> Captions { get; }

    /// <summary>The numbers of this book that its running text names, outside headings, captions and links to the web.</summary>
    internal ImmutableArray<NumberReference> References { get; }

    /// <summary>Every label that stands at the beginning of something.</summary>
    internal WrittenLabels Labels { get; }

    public ImmutableArray<Link> Links { get; }
    public ImmutableArray<Image> Images { get; }
    public ImmutableArray<Section> Sections { get; }

    /// <summary>The sections whose headings have a typed number; none in a book that does not print what is typed.</summary>
    public ImmutableArray<NumberedSection> Numbers { get; }

    private static IEnumerable<NumberReference> ReferencesIn(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Heading => [],
        Captioned and not Table => [],
        _ => Descendants.OwnInlines(block).SelectMany(ReferencesIn).Concat(ReferencesIn(Descendants.ChildBlocks(block))),
    });

    private static IEnumerable<NumberReference> ReferencesIn(Inline inline) => inline switch
    {
        Text text => NumberReference.In(text),
        Link { Target: ExternalTarget } => [],
        Note note => ReferencesIn(note.Blocks),
        _ => Descendants.Children(inline).SelectMany(ReferencesIn),
    };

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
