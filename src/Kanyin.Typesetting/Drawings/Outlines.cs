using System.Collections.Immutable;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>Makes and measures outlines.</summary>
internal static class Outlines
{
    /// <summary>What lies farther away, in points, is brought here: no page is so large.</summary>
    public const double Farthest = 1e6;

    /// <summary>The reach of the control points of a quarter circle of radius 1.</summary>
    private const double Reach = 0.5522847498;

    public static ImmutableArray<PathSegment> Rectangle(Box box) => Rectangle(box, 0, 0);

    public static ImmutableArray<PathSegment> Rectangle(Box box, double rx, double ry)
    {
        var (left, top, right, bottom) = box;
        return rx <= 0 || ry <= 0
            ? [new(PathVerb.Move, left, top), new(PathVerb.Line, right, top), new(PathVerb.Line, right, bottom), new(PathVerb.Line, left, bottom), new(PathVerb.Close, 0, 0)]
            :
            [
                new(PathVerb.Move, left + rx, top),
                new(PathVerb.Line, right - rx, top),
                Corner(right - rx, top, right, top + ry, isLevel: true),
                new(PathVerb.Line, right, bottom - ry),
                Corner(right, bottom - ry, right - rx, bottom, isLevel: false),
                new(PathVerb.Line, left + rx, bottom),
                Corner(left + rx, bottom, left, bottom - ry, isLevel: true),
                new(PathVerb.Line, left, top + ry),
                Corner(left, top + ry, left + rx, top, isLevel: false),
                new(PathVerb.Close, 0, 0),
            ];
    }

    public static ImmutableArray<PathSegment> Ellipse(double x, double y, double rx, double ry) =>
    [
        new(PathVerb.Move, x + rx, y),
        Corner(x + rx, y, x, y + ry, isLevel: false),
        Corner(x, y + ry, x - rx, y, isLevel: true),
        Corner(x - rx, y, x, y - ry, isLevel: false),
        Corner(x, y - ry, x + rx, y, isLevel: true),
        new(PathVerb.Close, 0, 0),
    ];

    public static ImmutableArray<PathSegment> Mapped(this ImmutableArray<PathSegment> segments, Transform map) =>
        [.. segments.Select(s =>
        {
            var ((x, y), (x1, y1), (x2, y2)) = (Near(map.Apply(s.X, s.Y)), Near(map.Apply(s.X1, s.Y1)), Near(map.Apply(s.X2, s.Y2)));
            return s.Verb switch
            {
                PathVerb.Close => s,
                PathVerb.Curve => new PathSegment(s.Verb, x, y, x1, y1, x2, y2),
                _ => new PathSegment(s.Verb, x, y),
            };
        })];

    /// <summary>The box around the curves, of their control points: never too small. Null for an empty outline.</summary>
    public static Box? Bounds(this ImmutableArray<PathSegment> segments)
    {
        Box? box = null;
        var (x, y) = (0.0, 0.0);
        foreach (var s in segments)
        {
            if (s.Verb == PathVerb.Close)
            {
                continue;
            }

            box = Box.Around(box, s.X, s.Y);
            if (s.Verb == PathVerb.Curve)
            {
                // Points on the curve; between a sixteenth and the next it bulges by less than one sees.
                for (var i = 1; i < 16; i++)
                {
                    box = Box.Around(box, On(x, s.X1, s.X2, s.X, i / 16.0), On(y, s.Y1, s.Y2, s.Y, i / 16.0));
                }
            }

            (x, y) = (s.X, s.Y);
        }

        return box;
    }

    public static (double X, double Y) Near((double X, double Y) point) => (Near(point.X), Near(point.Y));

    private static double Near(double value) => double.IsNaN(value) ? 0 : Math.Clamp(value, -Farthest, Farthest);

    private static double On(double a, double b, double c, double d, double t)
    {
        var u = 1 - t;
        return (u * u * u * a) + (3 * u * u * t * b) + (3 * u * t * t * c) + (t * t * t * d);
    }

    /// <summary>A quarter of an ellipse.</summary>
    /// <param name="isLevel">It sets out along x.</param>
    private static PathSegment Corner(double fromX, double fromY, double toX, double toY, bool isLevel)
    {
        var (dx, dy) = (toX - fromX, toY - fromY);
        return isLevel
            ? new(PathVerb.Curve, toX, toY, fromX + (Reach * dx), fromY, toX, toY - (Reach * dy))
            : new(PathVerb.Curve, toX, toY, fromX, fromY + (Reach * dy), toX - (Reach * dx), toY);
    }
}
