using System.Collections.Immutable;
using System.Xml.Linq;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>The outlines of the basic shapes and of paths (SVG 2, 9 and 10), in the coordinates of the element.</summary>
internal static class ShapeOutline
{
    public static bool IsShape(string name) => name is "rect" or "circle" or "ellipse" or "line" or "polyline" or "polygon" or "path";

    /// <param name="fault">What cannot be read, or null. The outline then goes as far as it can be read.</param>
    public static ImmutableArray<PathSegment> Of(XElement shape, DrawingContext context, out string? fault)
    {
        fault = null;
        switch (shape.Name.LocalName)
        {
            case "rect":
                return Rectangle(shape, context);
            case "circle":
                return Length("r", context.Diagonal) is var radius and > 0 ? Outlines.Ellipse(Across("cx"), Down("cy"), radius, radius) : [];
            case "ellipse":
                var (rx, ry) = (Radius(shape, "rx", context.View.Width, context), Radius(shape, "ry", context.View.Height, context));
                return (rx ?? ry, ry ?? rx) is ( > 0 and var a, > 0 and var b) ? Outlines.Ellipse(Across("cx"), Down("cy"), a, b) : [];
            case "line":
                return [new(PathVerb.Move, Across("x1"), Down("y1")), new(PathVerb.Line, Across("x2"), Down("y2"))];
            case "path":
                var data = shape.Attribute("d")?.Value ?? "";
                var segments = PathData.Read(data, out var at);
                fault = at is null ? null : $"The data of the <path> cannot be read from “{Excerpt(data, at.Value)}” on.";
                return segments;
            default:
                return Polygon(shape, out fault);
        }

        double Across(string name) => Length(name, context.View.Width);
        double Down(string name) => Length(name, context.View.Height);
        double Length(string name, double whole) => CssLength.Read(shape.Attribute(name)?.Value, whole, context.Style.FontSize) ?? 0;
    }

    private static ImmutableArray<PathSegment> Rectangle(XElement shape, DrawingContext context)
    {
        var (view, em) = (context.View, context.Style.FontSize);
        var width = CssLength.Read(shape.Attribute("width")?.Value, view.Width, em) ?? 0;
        var height = CssLength.Read(shape.Attribute("height")?.Value, view.Height, em) ?? 0;
        if (width <= 0 || height <= 0)
        {
            return [];
        }

        var (rx, ry) = (Radius(shape, "rx", view.Width, context), Radius(shape, "ry", view.Height, context));
        var box = Box.Of(CssLength.Read(shape.Attribute("x")?.Value, view.Width, em) ?? 0, CssLength.Read(shape.Attribute("y")?.Value, view.Height, em) ?? 0, width, height);
        return Outlines.Rectangle(box, Math.Min(rx ?? ry ?? 0, width / 2), Math.Min(ry ?? rx ?? 0, height / 2));
    }

    /// <summary>Null for “auto”: as the other one.</summary>
    private static double? Radius(XElement shape, string name, double whole, DrawingContext context) =>
        CssLength.Read(shape.Attribute(name)?.Value, whole, context.Style.FontSize) is >= 0 and var radius ? radius : null;

    private static ImmutableArray<PathSegment> Polygon(XElement shape, out string? fault)
    {
        var segments = ImmutableArray.CreateBuilder<PathSegment>();
        var scanner = new ValueScanner(shape.Attribute("points")?.Value ?? "");
        while (scanner.Number() is { } x && scanner.Number() is { } y)
        {
            segments.Add(new(segments.Count == 0 ? PathVerb.Move : PathVerb.Line, x, y));
        }

        fault = scanner.IsAtEnd ? null : $"The points of the <{shape.Name.LocalName}> cannot be read to their end.";
        if (segments.Count > 0 && shape.Name.LocalName == "polygon")
        {
            segments.Add(new(PathVerb.Close, 0, 0));
        }

        return segments.ToImmutable();
    }

    private static string Excerpt(string data, int at) => data[Math.Max(0, Math.Min(at, data.Length) - 4)..Math.Min(data.Length, at + 12)].Trim();
}
