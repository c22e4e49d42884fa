using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;

namespace Kanyin.Typesetting.Pages;

/// <summary>
/// Something with a fixed place. On a page, x and y are from the page's upper left corner; inside a line, from the
/// line's left end on its baseline. Owner null means decoration (an artifact). This file is the whole list.
/// </summary>
public abstract record PageItem(double X, double Y, StructureElement? Owner)
{
    /// <summary>What it is when it has no owner.</summary>
    public Artifact Artifact { get; init; }

    /// <summary>What it shows first; null for decoration, and for what the book has elsewhere.</summary>
    public TextPosition? Source { get; init; }

    public PageItem MovedBy(double dx, double dy) => this with { X = X + dx, Y = Y + dy };
}

/// <summary>Shaped text on one baseline, in one face, size and colour. X, Y is the origin of the first glyph.</summary>
/// <param name="Text">The author's characters that the glyphs stand for.</param>
/// <param name="Scale">Horizontal scale of the glyphs, normally 1 (code sets Han to exactly two cells with it).</param>
public sealed record GlyphRun(double X, double Y, StructureElement? Owner, FontFace Face, double Size, double Scale, Colour Colour, string Text, ImmutableArray<Glyph> Glyphs) : PageItem(X, Y, Owner);

/// <summary>One glyph of a run.</summary>
/// <param name="Id">Glyph id in the face.</param>
/// <param name="X">Its origin, in points from the run's origin.</param>
/// <param name="Y">Its rise above the run's baseline, in points (for marks).</param>
/// <param name="Start">The first character it stands for, an index into the run's text.</param>
/// <param name="Length">How many UTF-16 units it stands for; 0 for the second and later glyphs of a cluster.</param>
public readonly record struct Glyph(ushort Id, double X, double Y, int Start, int Length);

/// <summary>A filled rectangle whose upper left corner is X, Y.</summary>
public sealed record Rule(double X, double Y, StructureElement? Owner, double Width, double Height, Colour Colour) : PageItem(X, Y, Owner);

/// <summary>A picture stretched over a rectangle whose upper left corner is X, Y.</summary>
public sealed record ImageBox(double X, double Y, StructureElement? Owner, double Width, double Height, Picture Picture) : PageItem(X, Y, Owner);

/// <summary>An outline, filled, stroked or both, the stroke on top; its points are relative to X, Y.</summary>
/// <param name="Fill">Null leaves the inside empty.</param>
/// <param name="Stroke">Null draws no line.</param>
public sealed record Path(double X, double Y, StructureElement? Owner, ImmutableArray<PathSegment> Segments, Paint? Fill, Stroke? Stroke) : PageItem(X, Y, Owner)
{
    /// <summary>What the outline winds around an even number of times is outside; else only what it winds around in no direction.</summary>
    public bool IsEvenOdd { get; init; }
}

/// <summary>Items in a coordinate system of their own, drawn as one: a vector picture, a turned table.</summary>
/// <param name="Owner">Of all that is in the group; null lets each item speak for itself.</param>
/// <param name="Items">Things to see, placed from the group's origin. Links and destinations have no place in a group.</param>
public sealed record Group(double X, double Y, StructureElement? Owner, ImmutableArray<PageItem> Items) : PageItem(X, Y, Owner)
{
    /// <summary>The size of its box where it is placed like a picture, whose upper left corner is X, Y.</summary>
    public double Width { get; init; }

    public double Height { get; init; }

    /// <summary>From the items' coordinates to those of X, Y.</summary>
    public Transform Transform { get; init; } = Transform.Identity;

    /// <summary>Only what is inside is seen; null for all. In the items' coordinates.</summary>
    public Clip? Clip { get; init; }

    /// <summary>0 to 1. Items that overlap do not show through each other.</summary>
    public double Opacity { get; init; } = 1;

    /// <summary>What is white in it lets the items be seen, what is black or empty hides them. In the items' coordinates.</summary>
    public Group? Mask { get; init; }

    /// <summary>Must be put together before it is laid on the page.</summary>
    public bool IsTransparent => Opacity < 1 || Mask is not null;

    /// <summary>The same, smaller or larger, with its upper left corner where it was.</summary>
    public Group Scaled(double factor) => this with { Width = factor * Width, Height = factor * Height, Transform = Transform.Then(Transform.Scaling(factor, factor)) };
}

/// <summary>An outline to see through. No segments hide everything.</summary>
public sealed record Clip(ImmutableArray<PathSegment> Segments, bool IsEvenOdd = false);

public enum PathVerb
{
    Move,
    Line,

    /// <summary>A cubic Bézier curve: two control points and the end.</summary>
    Curve,
    Close,
}

/// <summary>Points that the verb does not need are 0. The end point is X, Y.</summary>
public readonly record struct PathSegment(PathVerb Verb, double X, double Y, double X1 = 0, double Y1 = 0, double X2 = 0, double Y2 = 0);

/// <summary>A place to click. The upper left corner is X, Y.</summary>
public sealed record LinkArea(double X, double Y, StructureElement? Owner, double Width, double Height, LinkTarget Target, string Description) : PageItem(X, Y, Owner);

/// <summary>Where a link target has landed; it draws nothing.</summary>
/// <param name="Id">A chapter's, heading's, figure's, note's or anchor's id.</param>
public sealed record DestinationMark(double X, double Y, string Id) : PageItem(X, Y, null);
