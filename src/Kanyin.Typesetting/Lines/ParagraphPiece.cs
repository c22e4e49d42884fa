using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Lines;

/// <summary>What a paragraph is made of, in reading order. This file is the whole list.</summary>
public abstract record ParagraphPiece(StructureElement? Owner);

/// <summary>Words in one style. Neighbouring pieces are one text: rules look across their borders (AS6).</summary>
/// <param name="At">Where the words stand in the source, for findings.</param>
/// <param name="Link">What the words lead to, or null.</param>
public sealed record TextPiece(StructureElement? Owner, string Text, TextStyle Style, Place At, LinkTarget? Link = null) : ParagraphPiece(Owner)
{
    /// <summary>What is set above the words (ruby), or null.</summary>
    public Reading? Reading { get; init; }
}

/// <summary>A reading, set: it stands over the middle of its base.</summary>
/// <param name="Items">Placed from the reading's left end on its own baseline.</param>
/// <param name="Size">Its em in points.</param>
public sealed record Reading(ImmutableArray<PageItem> Items, double Width, double Size);

/// <summary>A footnote call: set like text of kind <see cref="TextKind.Reference"/>; the line that holds it names the note.</summary>
/// <param name="Text">What is printed: ①.</param>
/// <param name="Note">The note's index in the setter's own list.</param>
public sealed record NoteCallPiece(StructureElement? Owner, string Text, TextStyle Style, Place At, int Note, LinkTarget? Link = null) : ParagraphPiece(Owner);

/// <summary>Something with its own drawing that stands in the line, such as a picture.</summary>
/// <param name="Ascent">Points above the baseline.</param>
/// <param name="Descent">Points below the baseline, positive.</param>
/// <param name="Items">Placed from the box's left end on the baseline.</param>
public sealed record BoxPiece(StructureElement? Owner, double Width, double Ascent, double Descent, ImmutableArray<PageItem> Items) : ParagraphPiece(Owner)
{
    /// <summary>The formula that it is, or a part of; null for anything else.</summary>
    public FormulaPart? Formula { get; init; }
}

/// <summary>A formula acts as LAT (AS7). A long one is several boxes with white between, at which a line may end.</summary>
/// <param name="At">Where the formula stands in the source.</param>
/// <param name="After">White before the next part, in points, which is lost at a line's end; 0 for the last.</param>
/// <param name="Penalty">Of a line's end before the next part; null for the last.</param>
public sealed record FormulaPart(Place At, double After = 0, int? Penalty = null);

/// <summary>White space of a fixed width that neither stretches nor breaks: after a heading's number (NU2, AS9).</summary>
/// <param name="Width">Points.</param>
/// <param name="Text">The author's characters it stands for, white space only.</param>
public sealed record SpacePiece(StructureElement? Owner, double Width, string Text) : ParagraphPiece(Owner);

/// <summary>A link target in the text; takes no room.</summary>
public sealed record AnchorPiece(string Id) : ParagraphPiece(default(StructureElement));

/// <summary>A forced line break.</summary>
public sealed record BreakPiece() : ParagraphPiece(default(StructureElement));
