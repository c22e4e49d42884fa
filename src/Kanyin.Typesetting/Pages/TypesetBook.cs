using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Typesetting.Pages;

/// <summary>What the typesetter hands on: pages, the tag tree, and where each heading landed.</summary>
public sealed record TypesetBook(BookMetadata Metadata, ImmutableArray<Page> Pages, StructureElement Structure, ImmutableArray<OutlineEntry> Outline)
{
    /// <summary>Pixels an inch that pictures need at their printed size.</summary>
    public int PictureResolution { get; init; } = 300;

    /// <summary>Has a structure, and owners of what is on its pages.</summary>
    public bool IsTagged { get; init; } = true;

    /// <summary>The author's files that the edition carries.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>The edition carries each formula as MathML.</summary>
    public bool AttachesMathMl { get; init; }
}

/// <summary>A text file that goes with the book.</summary>
/// <param name="Path">From the book's folder, with forward slashes.</param>
public sealed record Attachment(string Path, string Text);

/// <summary>One bookmark. The level counts from 1; its place is the <see cref="DestinationMark"/> of the same id.</summary>
public sealed record OutlineEntry(int Level, string Text, string Id);
