using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;
using Math = System.Math;

namespace Kanyin.Editions.Pdf;

/// <summary>An upright rectangle.</summary>
internal readonly record struct Area(double Left, double Low, double Right, double High)
{
    public static Area Of(double width, double height) => new(0, 0, width, height);

    /// <summary>The smallest area around the mapped one.</summary>
    public Area Mapped(Transform map)
    {
        (double X, double Y)[] corners = [map.Apply(Left, Low), map.Apply(Right, Low), map.Apply(Right, High), map.Apply(Left, High)];
        return new(corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y));
    }

    /// <summary>As an array of the file, rounded outward, within what readers can count (ISO 32000-1 annex C).</summary>
    public PdfBuffer ToPdf() => $"[{Math.Floor(Within(Left))} {Math.Floor(Within(Low))} {Math.Ceiling(Within(Right))} {Math.Ceiling(Within(High))}]";

    private static double Within(double value) => Math.Clamp(value, -32000, 32000);
}
