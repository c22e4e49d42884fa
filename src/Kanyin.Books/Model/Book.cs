using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Model;

/// <summary>What the author wrote, read once: the only thing that checks and editions look at.</summary>
/// <param name="Metadata">Title page and catalogue facts.</param>
/// <param name="Style">The name of the pages' format from book.yml (a5, b5 …).</param>
/// <param name="Cover">The author's cover picture, or null for a drawn one.</param>
/// <param name="Chapters">The files of the book in reading order.</param>
public sealed record Book(BookMetadata Metadata, string Style, Picture? Cover, ImmutableArray<Chapter> Chapters)
{
    /// <summary>The look of the pages beside their format.</summary>
    public Design Design { get; init; } = Design.Default;

    public EpubDesign Epub { get; init; } = EpubDesign.Default;

    /// <summary>What the checks ask of the words.</summary>
    public ProseStyle Prose { get; init; } = ProseStyle.Default;

    /// <summary>献词, a line a line; or null.</summary>
    public string? Dedication { get; init; }

    /// <summary>How many levels of headings the contents pages list, 1 to 3; null leaves it to the book's length.</summary>
    public int? ContentsDepth { get; init; }

    /// <summary>Whether the printed numbers are the author's.</summary>
    public NumberingMode Numbering { get; init; }

    /// <summary>How the order of the chapters was found.</summary>
    public OrderSource Order { get; init; } = OrderSource.Unknown;

    /// <summary>The address of the repository that the book is written in, or null.</summary>
    public string? Repository { get; init; }

    /// <summary>The programs that may draw the book's diagrams.</summary>
    public ImmutableArray<string> Renderers { get; init; } = [];

    /// <summary>Findings that the author lets stand.</summary>
    public ImmutableArray<Allowance> Allowances { get; init; } = [];

    /// <summary>Entries of the table of contents that lead nowhere, kept so that a rule can report them.</summary>
    public ImmutableArray<MissingChapter> MissingChapters { get; init; } = [];
}

/// <summary>One Markdown file of the book.</summary>
/// <param name="File">Where it came from.</param>
/// <param name="Id">Unique in the book, ASCII, a valid XML name: the link target for the chapter's beginning.</param>
/// <param name="Title">For navigation: the first heading's words, or the title its contents entry gave.</param>
/// <param name="Depth">0 begins a new page; deeper entries (a section kept in its own file) follow on.</param>
/// <param name="Part">The title of the part (部, 篇) that begins before this chapter, or null.</param>
/// <param name="Blocks">Heading levels are the book's: a chapter title is 1, a title at depth 1 is 2.</param>
public sealed record Chapter(SourceFile File, string Id, string Title, int Depth, string? Part, ImmutableArray<Block> Blocks)
{
    /// <summary>Where the contents list it; null when they need not.</summary>
    public Place? Listed { get; init; }

    /// <summary>The contents list it before or after the numbered chapters.</summary>
    public bool IsUnnumbered { get; init; }
}

/// <summary>A contents entry whose file does not exist.</summary>
public sealed record MissingChapter(Place At, string Title, string Target, string? Nearest);
