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

/// <summary>An outline, filled or stroked; its points are relative to X, Y.</summary>
/// <param name="LineWidth">Stroke width in points, or null to fill.</param>
public sealed record Path(double X, double Y, StructureElement? Owner, ImmutableArray<PathSegment> Segments, Colour Colour, double? LineWidth) : PageItem(X, Y, Owner);

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

/// <summary>Items turned by 90° counter-clockwise: their x runs up the page from X, Y, their y to the right. Each has its own owner.</summary>
/// <param name="Items">Things to see; links and destinations have no place in a group.</param>
public sealed record TurnedGroup(double X, double Y, ImmutableArray<PageItem> Items) : PageItem(X, Y, null);
