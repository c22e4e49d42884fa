using System.Collections.Immutable;
using System.Xml.Linq;
using Kanyin.Typesetting.Pages;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Typesetting.Drawings;

/// <summary>Fills and strokes shapes (SVG 2, 13).</summary>
internal sealed class ShapeDrawer(SvgDrawer drawer, Brushes brushes)
{
    private const double DefaultMiterLimit = 4;

    private readonly Markers _markers = new(drawer);

    public void Draw(XElement shape, DrawingContext context, List<PageItem> output)
    {
        var outline = ShapeOutline.Of(shape, context, out var fault);
        if (fault is not null)
        {
            drawer.Report(shape, fault);
        }

        if (outline.IsEmpty || !context.Style.IsVisible || !drawer.Spend(shape, outline.Length))
        {
            return;
        }

        // A stroke that a transform makes wider in one direction than in another needs that transform.
        var isMapped = context.IsSimilar || !IsStroked(context.Style);
        var space = isMapped ? context.Space : Transform.Identity;
        var items = new List<PageItem>();
        Paint(shape, outline, context, space, items);
        output.AddRange(isMapped ? items : [new Group(0, 0, null, [.. items]) { Transform = context.Space }]);
        if (shape.Name.LocalName is "path" or "line" or "polyline" or "polygon")
        {
            _markers.Draw(shape, outline, context, output);
        }
    }

    private static bool IsStroked(ElementStyle style) => style["stroke"] is not (null or "none");

    private void Paint(XElement shape, ImmutableArray<PathSegment> outline, DrawingContext context, Transform space, List<PageItem> items)
    {
        var style = context.Style;
        var bounds = outline.Bounds();
        var mapped = outline.Mapped(space);
        var isEvenOdd = style["fill-rule"] == "evenodd";
        var fill = shape.Name.LocalName == "line" ? null : brushes.Of(shape, "fill", context, bounds, space);
        var brush = IsStroked(style) ? brushes.Of(shape, "stroke", context, bounds, space) : null;
        var stroke = brush is { } b ? StrokeOf(shape, b.Paint, context, space.Scale) : null;
        var isStrokeFirst = style["paint-order"]?.StartsWith("stroke", StringComparison.Ordinal) == true;
        if (stroke is not null && brush is { Veil: null } && fill is null or { Veil: null } && !isStrokeFirst)
        {
            items.Add(new Path(0, 0, null, mapped, fill?.Paint, stroke) { IsEvenOdd = isEvenOdd });
            return;
        }

        if (fill is { } inside)
        {
            items.Add(Veiled(new Path(0, 0, null, mapped, inside.Paint, null) { IsEvenOdd = isEvenOdd }, inside.Veil, 0));
        }

        if (stroke is not null)
        {
            items.Insert(isStrokeFirst ? 0 : items.Count, Veiled(new Path(0, 0, null, mapped, null, stroke), brush!.Value.Veil, stroke.Width * Math.Max(1, stroke.MiterLimit)));
        }
    }

    /// <param name="reach">How far the ink reaches beyond the outline.</param>
    private static PageItem Veiled(Path path, Paint? veil, double reach)
    {
        if (veil is null || path.Segments.Bounds() is not { } box)
        {
            return path;
        }

        var area = new Box(box.Left - reach, box.Top - reach, box.Right + reach, box.Bottom + reach);
        return new Group(0, 0, null, [path]) { Mask = new Group(0, 0, null, [new Path(0, 0, null, Outlines.Rectangle(area), veil, null)]) };
    }

    private Stroke? StrokeOf(XElement shape, Paint paint, DrawingContext context, double scale)
    {
        var style = context.Style;
        if (style["vector-effect"] == "non-scaling-stroke")
        {
            scale *= drawer.PointsPerPixel / context.Space.Scale;
        }

        var width = Math.Min(scale * (CssLength.Read(style["stroke-width"], context.Diagonal, style.FontSize) ?? 1), Outlines.Farthest);
        return width <= 0 ? null : new Stroke(paint, width)
        {
            Cap = style["stroke-linecap"] switch { "round" => LineCap.Round, "square" => LineCap.Square, _ => LineCap.Butt },
            Join = style["stroke-linejoin"] switch { "round" => LineJoin.Round, "bevel" => LineJoin.Bevel, _ => LineJoin.Miter },
            MiterLimit = Math.Max(1, CssLength.Read(style["stroke-miterlimit"], 1, 1) ?? DefaultMiterLimit),
            Dashes = Dashes(shape, context, scale),
            DashOffset = scale * (CssLength.Read(style["stroke-dashoffset"], context.Diagonal, style.FontSize) ?? 0) is var offset && Math.Abs(offset) < Outlines.Farthest ? offset : 0,
        };
    }

    private ImmutableArray<double> Dashes(XElement shape, DrawingContext context, double scale)
    {
        const int most = 64;
        if (context.Style["stroke-dasharray"] is not { } text || text == "none")
        {
            return [];
        }

        var lengths = text.Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(l => CssLength.Read(l, context.Diagonal, context.Style.FontSize) * scale).ToArray();
        if (lengths.Length > most || lengths.Any(l => l is null or < 0))
        {
            drawer.Report(shape, $"The dashes “{text}” cannot be read; the line is drawn unbroken.");
            return [];
        }

        var dashes = lengths.Select(l => Math.Min(l!.Value, Outlines.Farthest)).ToImmutableArray();
        return dashes.Sum() < 0.01 ? [] : dashes.Length % 2 == 0 ? dashes : [.. dashes, .. dashes];
    }
}
