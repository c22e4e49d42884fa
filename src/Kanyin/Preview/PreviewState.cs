using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Preview;

/// <summary>What a browser is shown of a book: one state after another, none ever changed.</summary>
/// <param name="Version">Counts up.</param>
/// <param name="Error">Why there is nothing newer to be seen, or null.</param>
internal sealed record PreviewState(int Version, string Title, string? Error)
{
    public static readonly PreviewState Empty = new(0, "", null);

    public ImmutableArray<ShownPage> Pages { get; init; } = [];

    public ImmutableArray<ShownEntry> Outline { get; init; } = [];

    public ImmutableArray<ShownFinding> Findings { get; init; } = [];

    /// <summary>The EPUB's documents in reading order; those of an earlier state until the EPUB has been written.</summary>
    public EpubContents Epub { get; init; } = EpubContents.None;

    /// <summary>From the save to these pages, in milliseconds.</summary>
    public int Took { get; init; }
}

/// <summary>One page, to be drawn when it is seen.</summary>
/// <param name="Hash">Of what is seen on it.</param>
internal sealed record ShownPage(string Hash, Page Page);

/// <param name="Page">The index of its page, from 0.</param>
internal sealed record ShownEntry(int Level, string Text, int Page);

/// <param name="Page">The index of the page where its place is printed, from 0; null when it is on none.</param>
/// <param name="Lines">The line of the source and its neighbours.</param>
/// <param name="FirstLine">The number of the first of them.</param>
internal sealed record ShownFinding(Diagnostic Finding, int? Page, ImmutableArray<string> Lines, int FirstLine);
