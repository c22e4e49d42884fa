using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>Where and how an element is drawn.</summary>
/// <param name="Space">From its coordinates to points in the picture.</param>
/// <param name="Style">Its style, or before that is known its parent's.</param>
/// <param name="View">The size that percentages are of, in its coordinates.</param>
/// <param name="Marked">In a marker: the style of the line that bears it.</param>
internal sealed record DrawingContext(Transform Space, ElementStyle Style, Box View, int Depth, DrawingContext? Marked = null)
{
    /// <summary>A circle's radius and a line's width are percentages of this (SVG 2 8.9).</summary>
    public double Diagonal => Math.Sqrt(((View.Width * View.Width) + (View.Height * View.Height)) / 2);

    /// <summary>What is drawn stays the shape that it is.</summary>
    public bool IsSimilar
    {
        get
        {
            var tolerance = 1e-4 * Space.Scale;
            return (Math.Abs(Space.A - Space.D) < tolerance && Math.Abs(Space.B + Space.C) < tolerance)
                || (Math.Abs(Space.A + Space.D) < tolerance && Math.Abs(Space.B - Space.C) < tolerance);
        }
    }

    public DrawingContext Through(Transform map) => this with { Space = map.Then(Space) };
}
