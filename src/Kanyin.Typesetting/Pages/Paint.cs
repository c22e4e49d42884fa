using System.Collections.Immutable;

namespace Kanyin.Typesetting.Pages;

/// <summary>What fills an outline or is drawn along it, in the coordinates of the outline's points. This file is the whole list.</summary>
/// <param name="Opacity">0 to 1.</param>
public abstract record Paint(double Opacity);

/// <summary>One colour all over.</summary>
public sealed record Solid(Colour Colour, double Opacity = 1) : Paint(Opacity);

/// <summary>Colours that change along x from 0 to 1 before the transform; beyond, the outer ones go on.</summary>
/// <param name="Stops">At least one.</param>
public sealed record LinearGradient(Transform Transform, ImmutableArray<GradientStop> Stops, double Opacity = 1) : Paint(Opacity);

/// <summary>Colours that change from a focus to the circle of radius 1 around the origin, before the transform; outside it the last one goes on.</summary>
/// <param name="FocusX">Inside the circle.</param>
/// <param name="Stops">At least one.</param>
public sealed record RadialGradient(Transform Transform, double FocusX, double FocusY, ImmutableArray<GradientStop> Stops, double Opacity = 1) : Paint(Opacity);

/// <summary>Items repeated in both directions, from the origin, before the transform.</summary>
/// <param name="Width">Of one tile, whose overhang is cut off.</param>
public sealed record Tiling(Transform Transform, double Width, double Height, ImmutableArray<PageItem> Items, double Opacity = 1) : Paint(Opacity);

/// <summary>A colour of a gradient.</summary>
/// <param name="Offset">0 to 1, not less than the offset of the stop before.</param>
public readonly record struct GradientStop(double Offset, Colour Colour);

/// <summary>How a line is drawn along an outline. Lengths in points.</summary>
public sealed record Stroke(Paint Paint, double Width)
{
    public LineCap Cap { get; init; }
    public LineJoin Join { get; init; }

    /// <summary>A mitre longer than so many widths is cut off.</summary>
    public double MiterLimit { get; init; } = 10;

    /// <summary>Lengths of ink and gap in turn, an even number of them, not all 0; empty for an unbroken line.</summary>
    public ImmutableArray<double> Dashes { get; init; } = [];

    /// <summary>How far into the dashes the line begins.</summary>
    public double DashOffset { get; init; }

    /// <summary>The same but for the paint.</summary>
    public bool IsSamePen(Stroke other) =>
        Width.Equals(other.Width) && Cap == other.Cap && Join == other.Join && MiterLimit.Equals(other.MiterLimit)
        && DashOffset.Equals(other.DashOffset) && Dashes.AsSpan().SequenceEqual(other.Dashes.AsSpan());
}

/// <summary>The values are those of ISO 32000-1 8.4.3.3.</summary>
public enum LineCap
{
    Butt,
    Round,
    Square,
}

/// <summary>The values are those of ISO 32000-1 8.4.3.4.</summary>
public enum LineJoin
{
    Miter,
    Round,
    Bevel,
}
