using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks;

/// <summary>What the rules look at: the book, and what is in it, gathered in one walk. Everything is in reading order.</summary>
public sealed class Survey
{
    public Survey(Book book)
    {
        Book = book;

        // A note that is called twice is met twice, with the same inlines.
        var met = new HashSet<Inline>(ReferenceEqualityComparer.Instance);
        var all = book.Chapters.SelectMany(c => c.AllInlines()).Where(i => i is Link or Image && met.Add(i)).ToList();
        Links = [.. all.OfType<Link>()];
        Images = [.. all.OfType<Image>()];
        Sections = Section.Of(book.Chapters);
        Numbers = NumberedSections.Of(Sections);
    }

    public Book Book { get; }
    public ImmutableArray<Link> Links { get; }
    public ImmutableArray<Image> Images { get; }
    public ImmutableArray<Section> Sections { get; }

    /// <summary>The sections whose headings have a typed number.</summary>
    public ImmutableArray<NumberedSection> Numbers { get; }
}
