using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;
using Math = System.Math;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Editions.Pdf;

/// <summary>An upright rectangle.</summary>
internal readonly record struct Area(double Left, double Low, double Right, double High)
{
    public static Area Of(double width, double height) => new(0, 0, width, height);

    /// <summary>What an item covers, in its own coordinates; letters reach as high and low as a full-width one.</summary>
    public static Area Of(PageItem item) => item switch
    {
        GlyphRun { Glyphs: [.., var last] } r => new(r.X, r.Y - (0.88 * r.Size), r.X + last.X + (r.Face.Advance(last.Id) * r.Size * r.Scale), r.Y + (0.12 * r.Size)),
        Rule r => Sized(item, r.Width, r.Height),
        ImageBox b => Sized(item, b.Width, b.Height),
        LinkArea l => Sized(item, l.Width, l.Height),
        Group g => Sized(item, g.Width, g.Height),
        Path { Segments.IsEmpty: false } p => new(
            p.X + p.Segments.Min(s => s.X), p.Y + p.Segments.Min(s => s.Y), p.X + p.Segments.Max(s => s.X), p.Y + p.Segments.Max(s => s.Y)),
        _ => Sized(item, 0, 0),
    };

    public Area With(Area other) => new(Math.Min(Left, other.Left), Math.Min(Low, other.Low), Math.Max(Right, other.Right), Math.Max(High, other.High));

    /// <summary>The smallest area around the mapped one.</summary>
    public Area Mapped(Transform map)
    {
        (double X, double Y)[] corners = [map.Apply(Left, Low), map.Apply(Right, Low), map.Apply(Right, High), map.Apply(Left, High)];
        return new(corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y));
    }

    /// <summary>As an array of the file, rounded outward, within what readers can count (ISO 32000-1 annex C).</summary>
    public PdfBuffer ToPdf() => $"[{Math.Floor(Within(Left))} {Math.Floor(Within(Low))} {Math.Ceiling(Within(Right))} {Math.Ceiling(Within(High))}]";

    /// <summary>As a rectangle of the page (7.9.5), to hundredths of a point.</summary>
    public PdfBuffer ToRectangle() => $"[{Math.Round(Left, 2)} {Math.Round(Low, 2)} {Math.Round(Right, 2)} {Math.Round(High, 2)}]";

    private static Area Sized(PageItem item, double width, double height) => new(item.X, item.Y, item.X + width, item.Y + height);

    private static double Within(double value) => Math.Clamp(value, -32000, 32000);
}
