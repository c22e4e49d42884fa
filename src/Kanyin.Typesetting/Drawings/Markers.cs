using System.Collections.Immutable;
using System.Xml.Linq;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>Arrow heads and other signs on the corners of a line (SVG 2, 13.7).</summary>
internal sealed class Markers(SvgDrawer drawer)
{
    public void Draw(XElement shape, ImmutableArray<PathSegment> outline, DrawingContext context, List<PageItem> output)
    {
        var (start, middle, end) = (Find(context, "marker-start"), Find(context, "marker-mid"), Find(context, "marker-end"));
        if (start is null && middle is null && end is null)
        {
            return;
        }

        var corners = Corners(outline);
        for (var i = 0; i < corners.Count; i++)
        {
            if (i == 0 && start is not null)
            {
                Draw(start, shape, corners[i], context, isStart: true, output);
            }

            if (i > 0 && i < corners.Count - 1 && middle is not null)
            {
                Draw(middle, shape, corners[i], context, isStart: false, output);
            }

            if (i == corners.Count - 1 && end is not null)
            {
                Draw(end, shape, corners[i], context, isStart: false, output);
            }
        }
    }

    private XElement? Find(DrawingContext context, string property) =>
        context.Style[property] is { } value && value != "none" && drawer.Document.Find(value) is { Name.LocalName: "marker" } marker ? marker : null;

    private void Draw(XElement marker, XElement shape, Corner corner, DrawingContext context, bool isStart, List<PageItem> output)
    {
        if (!drawer.Spend(shape, 10) || !drawer.Enter(marker, shape))
        {
            return;
        }

        var isScaled = marker.Attribute("markerUnits")?.Value != "userSpaceOnUse";
        var scale = isScaled ? CssLength.Read(context.Style["stroke-width"], context.Diagonal, context.Style.FontSize) ?? 1 : 1;
        var style = drawer.StyleOf(marker);
        var own = context with { Style = style, Depth = context.Depth + 1, Marked = context };
        var box = Box.Of(0, 0, SvgDrawer.Length(marker, "markerWidth", context.View.Width, own, 3), SvgDrawer.Length(marker, "markerHeight", context.View.Height, own, 3));
        var view = Viewport.ViewBox(marker.Attribute("viewBox")?.Value) ?? box;
        if (box is { Width: > 0, Height: > 0 } && scale > 0)
        {
            // The reference point is given in the marker's inner coordinates and comes to lie on the corner.
            var fit = Viewport.Fit(view, box, marker.Attribute("preserveAspectRatio")?.Value, out _);
            var (x, y) = fit.Apply(SvgDrawer.Length(marker, "refX", view.Width, own), SvgDrawer.Length(marker, "refY", view.Height, own));
            var map = Transform.Moving(-x, -y).Then(Transform.Scaling(scale, scale)).Then(Turned(marker.Attribute("orient")?.Value, corner, isStart)).Then(Transform.Moving(corner.X, corner.Y));
            if (SvgDrawer.IsSane(map.Then(context.Space)))
            {
                drawer.DrawViewport(marker, own.Through(map), box, output);
            }
        }

        drawer.Leave(marker);
    }

    private static Transform Turned(string? orient, Corner corner, bool isStart)
    {
        if (orient is not ("auto" or "auto-start-reverse"))
        {
            return TransformText.Read($"rotate({orient ?? "0"})") ?? Transform.Identity;
        }

        var (x, y) = corner.Direction;
        return isStart && orient == "auto-start-reverse" ? new(-x, -y, y, -x, 0, 0) : new(x, y, -y, x, 0, 0);
    }

    /// <summary>The corners of all subpaths, each with the directions in which the line comes and goes.</summary>
    private static List<Corner> Corners(ImmutableArray<PathSegment> outline)
    {
        var corners = new List<Corner>();
        var first = 0;
        foreach (var s in outline)
        {
            if (s.Verb == PathVerb.Move)
            {
                first = corners.Count;
                corners.Add(new(s.X, s.Y));
                continue;
            }

            var last = corners[^1];
            var (x, y) = s.Verb == PathVerb.Close ? (corners[first].X, corners[first].Y) : (s.X, s.Y);
            var (leave, arrive) = s.Verb == PathVerb.Curve
                ? (Direction((last.X, last.Y), (s.X1, s.Y1), (s.X2, s.Y2), (x, y)), Direction((-x, -y), (-s.X2, -s.Y2), (-s.X1, -s.Y1), (-last.X, -last.Y)))
                : (Direction((last.X, last.Y), (x, y)), Direction((last.X, last.Y), (x, y)));
            corners[^1] = last with { Out = leave };
            if (s.Verb == PathVerb.Close)
            {
                corners[first] = corners[first] with { In = arrive };
            }

            corners.Add(new(x, y) { In = arrive, Out = s.Verb == PathVerb.Close ? corners[first].Out : null });
        }

        return corners;
    }

    /// <summary>From the first point to the first other one; null when all are in one place.</summary>
    private static (double X, double Y)? Direction((double X, double Y) start, params ReadOnlySpan<(double X, double Y)> to)
    {
        foreach (var point in to)
        {
            var (x, y) = (point.X - start.X, point.Y - start.Y);
            if (Math.Sqrt((x * x) + (y * y)) is > 1e-9 and var length)
            {
                return (x / length, y / length);
            }
        }

        return null;
    }

    private sealed record Corner(double X, double Y)
    {
        public (double X, double Y)? In { get; init; }
        public (double X, double Y)? Out { get; init; }

        /// <summary>The middle of both directions.</summary>
        public (double X, double Y) Direction => (In, Out) switch
        {
            ({ } a, { } b) => Markers.Direction((0, 0), (a.X + b.X, a.Y + b.Y)) ?? (-a.Y, a.X),
            ({ } a, null) => a,
            (null, { } b) => b,
            _ => (1, 0),
        };
    }
}
