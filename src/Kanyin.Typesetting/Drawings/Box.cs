using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>An upright rectangle; y grows downward.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;
    public double Height => Bottom - Top;

    public static Box Of(double x, double y, double width, double height) => new(x, y, x + width, y + height);

    /// <summary>The box made large enough for the point.</summary>
    public static Box Around(Box? box, double x, double y) =>
        box is { } b ? new(Math.Min(b.Left, x), Math.Min(b.Top, y), Math.Max(b.Right, x), Math.Max(b.Bottom, y)) : new(x, y, x, y);

    public static Box? Around(Box? one, Box? other) =>
        one is { } a && other is { } b ? new(Math.Min(a.Left, b.Left), Math.Min(a.Top, b.Top), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom)) : one ?? other;

    /// <summary>The smallest box around the mapped one.</summary>
    public Box Mapped(Transform map)
    {
        Box? box = null;
        foreach (var (x, y) in new[] { (Left, Top), (Right, Top), (Right, Bottom), (Left, Bottom) })
        {
            var at = map.Apply(x, y);
            box = Around(box, at.X, at.Y);
        }

        return box!.Value;
    }

    public bool Holds(Box other, double tolerance) =>
        other.Left >= Left - tolerance && other.Top >= Top - tolerance && other.Right <= Right + tolerance && other.Bottom <= Bottom + tolerance;
}
