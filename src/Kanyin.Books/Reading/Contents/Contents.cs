using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Contents;

/// <summary>The files of a book in reading order.</summary>
/// <param name="Order">How the order was found.</param>
/// <param name="Root">The folder that addresses beginning with / start from, relative to the book's folder.</param>
internal sealed record BookContents(OrderSource Order, string Root, ImmutableArray<ContentsEntry> Entries, ImmutableArray<MissingChapter> Missing)
{
    /// <summary>What the order's own file, or the settings of its tool, say about the book.</summary>
    public SiteFacts Facts { get; init; } = SiteFacts.None;

    /// <summary>Where files that are put into others are looked for besides.</summary>
    public ImmutableArray<string> IncludeFolders { get; init; } = [];
}

/// <param name="File">Relative to the book's folder; it exists and is listed once.</param>
/// <param name="Title">What the contents call it, or null.</param>
/// <param name="Depth">0 for a chapter, more for a section in a file of its own.</param>
/// <param name="Part">The title of the part that begins with this entry, or null.</param>
internal sealed record ContentsEntry(Place At, string File, string? Title, int Depth, string? Part)
{
    /// <summary>It stands before or after the chapters that are numbered.</summary>
    public bool IsUnnumbered { get; init; }

    /// <summary>Words that head the entries below them and have no file: the title is all of their text.</summary>
    public bool IsHeading { get; init; }
}

/// <summary>One way in which books declare their order.</summary>
internal interface IContentsReader
{
    bool Fits(BookFolder folder);

    BookContents Read(BookFolder folder, DiagnosticBag bag);
}
