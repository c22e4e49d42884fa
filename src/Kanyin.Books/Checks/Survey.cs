using System.Collections.Immutable;
using Kanyin.Books.Checks.Numbers;
using Kanyin.Books.Checks.Prose;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks;

/// <summary>What the rules look at: the book, and what is in it, gathered in one walk.</summary>
public sealed class Survey
{
    public Survey(Book book)
    {
        Book = book;
        var gathering = new Gathering(book);
        Blocks = [.. gathering.Blocks];
        Links = [.. gathering.Links];
        Images = [.. gathering.Images];
        Sections = Section.Of(book.Chapters);
        Prose = [.. book.Chapters.AsParallel().AsOrdered().SelectMany(c => ProseTexts.Of(c))];
        Paragraphs = [.. Blocks.Select(b => b.Block).OfType<Paragraph>().DistinctBy(p => p.At)];
        References = [.. gathering.RunningTexts.SelectMany(NumberReference.In)];
        Labels = new WrittenLabels(Blocks);
        Captions = book.Numbering == NumberingMode.Auto ? [] : CaptionNumbers.Of(Blocks);
        Numbers = book.Numbering == NumberingMode.Keep ? NumberedSections.Of(Sections) : [];
    }

    public Book Book { get; }

    /// <summary>At any depth, those of notes included.</summary>
    public ImmutableArray<(Chapter Chapter, Block Block)> Blocks { get; }

    /// <summary>The captions that have a typed number; none in a book that does not print what is typed.</summary>
    internal ImmutableArray<NumberedCaption> Captions { get; }

    /// <summary>The numbers of this book that its running text names, outside headings, captions and links to the web.</summary>
    internal ImmutableArray<NumberReference> References { get; }

    /// <summary>Every label that stands at the beginning of something.</summary>
    internal WrittenLabels Labels { get; }

    public ImmutableArray<Link> Links { get; }
    public ImmutableArray<Image> Images { get; }

    /// <summary>At any depth, those of notes included.</summary>
    public ImmutableArray<Paragraph> Paragraphs { get; }

    public ImmutableArray<Section> Sections { get; }

    /// <summary>The sections whose headings have a typed number; none in a book that does not print what is typed.</summary>
    public ImmutableArray<NumberedSection> Numbers { get; }

    /// <summary>Every running text of the book, in reading order.</summary>
    public ImmutableArray<ProseText> Prose { get; }
}
