using System.Collections.Immutable;
using System.Xml.Linq;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>What the properties fill and stroke mean: colours, gradients, patterns (SVG 2, 13.2 and 14).</summary>
internal sealed class Brushes(SvgDrawer drawer)
{
    private const int LongestChain = 16;

    /// <summary>Null when nothing is to be painted.</summary>
    /// <param name="property">fill or stroke.</param>
    /// <param name="bounds">Of the shape, in its coordinates.</param>
    /// <param name="space">From the shape's coordinates to those of the item that is painted.</param>
    public Brush? Of(XElement shape, string property, DrawingContext context, Box? bounds, Transform space)
    {
        var opacity = context.Style.Fraction(property + "-opacity");
        var value = context.Style[property] ?? (property == "fill" ? "black" : "none");
        if (value is "context-fill" or "context-stroke")
        {
            return context.Marked is { } marked ? Of(shape, value[8..], marked with { Marked = null }, null, space) : null;
        }

        if (!value.StartsWith("url(", StringComparison.Ordinal))
        {
            return OfColour(shape, value, context.Style, opacity);
        }

        var close = value.IndexOf(')', StringComparison.Ordinal);
        if (close > 0 && drawer.Document.Find(value[..close]) is { } server)
        {
            return OfServer(server, shape, context, bounds, space, opacity);
        }

        var otherwise = close < 0 ? "" : value[(close + 1)..].Trim();
        if (otherwise.Length == 0)
        {
            drawer.Report(shape, $"“{value}” is not in the picture; nothing is painted with it.");
            return null;
        }

        return OfColour(shape, otherwise, context.Style, opacity);
    }

    private Brush? OfColour(XElement shape, string value, ElementStyle style, double opacity)
    {
        if (value == "none")
        {
            return null;
        }

        var ink = value.Equals("currentColor", StringComparison.OrdinalIgnoreCase) ? style.Color : CssColour.Read(value);
        if (ink is null)
        {
            drawer.Report(shape, $"“{value}” is no colour that we know; black is taken.");
        }

        ink ??= new Solid(Colour.Black);
        ink = ink with { Opacity = ink.Opacity * opacity };
        return ink.Opacity > 0 ? new Brush(ink) : null;
    }

    private Brush? OfServer(XElement server, XElement shape, DrawingContext context, Box? bounds, Transform space, double opacity)
    {
        switch (server.Name.LocalName)
        {
            case "linearGradient" or "radialGradient":
                return Gradient(server, context, bounds, space, opacity);
            case "pattern":
                return Pattern(server, shape, context, bounds, space, opacity);
            default:
                drawer.Report(shape, $"A <{server.Name.LocalName}> is nothing to paint with.");
                return null;
        }
    }

    /// <summary>An attribute of a gradient or pattern, or of the one that it is made after.</summary>
    private string? Inherited(XElement server, string name) => Chain(server).Select(s => s.Attribute(name)?.Value).FirstOrDefault(v => v is not null);

    private IEnumerable<XElement> Chain(XElement server)
    {
        var next = server;
        for (var i = 0; i < LongestChain && next is not null; i++)
        {
            yield return next;
            next = SvgDrawer.Reference(next) is { } reference ? drawer.Document.Find(reference) : null;
        }
    }

    private Brush? Gradient(XElement server, DrawingContext context, Box? bounds, Transform space, double opacity)
    {
        var stops = Stops(Chain(server).Select(s => s.Elements().Where(e => e.Name.LocalName == "stop").ToList()).FirstOrDefault(s => s.Count > 0) ?? []);
        if (stops.IsEmpty)
        {
            return null;
        }

        var isBox = Inherited(server, "gradientUnits") != "userSpaceOnUse";
        if (isBox && bounds is not { Width: > 0, Height: > 0 })
        {
            return null; // SVG 2 14.2.1: then nothing is painted
        }

        if (Inherited(server, "spreadMethod") is "reflect" or "repeat")
        {
            drawer.Report(server, "The gradient is not repeated; its outer colours go on.");
        }

        var map = TransformText.Read(Inherited(server, "gradientTransform") ?? "") ?? Transform.Identity;
        map = map.Then(isBox ? OfBox(bounds!.Value) : Transform.Identity).Then(space);
        var view = isBox ? Box.Of(0, 0, 1, 1) : context.View;
        var colours = stops.Select(s => new GradientStop(s.Offset, s.Solid.Colour)).ToImmutableArray();
        var common = stops[0].Solid.Opacity;
        var paint = server.Name.LocalName == "linearGradient" ? Linear(server, view, map, colours) : Radial(server, view, map, colours);
        if (stops.All(s => s.Solid.Opacity.Equals(common)))
        {
            return new Brush(paint with { Opacity = common * opacity });
        }

        var greys = stops.Select(s => new GradientStop(s.Offset, Colour.Grey(s.Solid.Opacity))).ToImmutableArray();
        Paint veil = paint switch
        {
            LinearGradient g => g with { Stops = greys },
            RadialGradient g => g with { Stops = greys },
            _ => new Solid(greys[^1].Colour),
        };
        return new Brush(paint with { Opacity = opacity }, veil);
    }

    private Paint Linear(XElement server, Box view, Transform map, ImmutableArray<GradientStop> stops)
    {
        var (x1, y1) = (Coordinate(server, "x1", view.Width, "0%"), Coordinate(server, "y1", view.Height, "0%"));
        var (dx, dy) = (Coordinate(server, "x2", view.Width, "100%") - x1, Coordinate(server, "y2", view.Height, "0%") - y1);
        var whole = new Transform(dx, dy, -dy, dx, x1, y1).Then(map);
        return IsUsable(whole) ? new LinearGradient(whole, stops) : new Solid(stops[^1].Colour);
    }

    private Paint Radial(XElement server, Box view, Transform map, ImmutableArray<GradientStop> stops)
    {
        const double farthestFocus = 0.99; // on the circle itself the colours would come to a point
        var diagonal = Math.Sqrt(((view.Width * view.Width) + (view.Height * view.Height)) / 2);
        var (cx, cy, r) = (Coordinate(server, "cx", view.Width, "50%"), Coordinate(server, "cy", view.Height, "50%"), Coordinate(server, "r", diagonal, "50%"));
        var whole = Transform.Scaling(r, r).Then(Transform.Moving(cx, cy)).Then(map);
        if (r <= 0 || !IsUsable(whole))
        {
            return new Solid(stops[^1].Colour);
        }

        var (fx, fy) = ((Focus("fx", view.Width, cx) - cx) / r, (Focus("fy", view.Height, cy) - cy) / r);
        var distance = Math.Sqrt((fx * fx) + (fy * fy));
        var pull = distance > farthestFocus ? farthestFocus / distance : 1;
        return new RadialGradient(whole, fx * pull, fy * pull, stops);

        double Focus(string name, double size, double centre) => Inherited(server, name) is null ? centre : Coordinate(server, name, size, "50%");
    }

    private static bool IsUsable(Transform map) => SvgDrawer.IsSane(map) && Math.Abs(map.Determinant) > 1e-9;

    private double Coordinate(XElement server, string name, double whole, string otherwise) =>
        CssLength.Read(Inherited(server, name) ?? otherwise, whole, 16) ?? 0;

    private ImmutableArray<(double Offset, Solid Solid)> Stops(List<XElement> elements)
    {
        var stops = ImmutableArray.CreateBuilder<(double, Solid)>();
        var least = 0.0;
        foreach (var stop in elements)
        {
            if (!drawer.Spend(stop, 1))
            {
                break;
            }

            var style = drawer.StyleOf(stop);
            var ink = style["stop-color"] is { } text ? (text == "currentColor" ? style.Color : CssColour.Read(text)) : null;
            ink ??= new Solid(Colour.Black);
            least = Math.Clamp(CssLength.Read(stop.Attribute("offset")?.Value, 1, 1) ?? 0, least, 1);
            stops.Add((least, ink with { Opacity = ink.Opacity * style.Fraction("stop-opacity") }));
        }

        return stops.ToImmutable();
    }

    private Brush? Pattern(XElement server, XElement shape, DrawingContext context, Box? bounds, Transform space, double opacity)
    {
        var isBox = Inherited(server, "patternUnits") != "userSpaceOnUse";
        if (isBox && bounds is not { Width: > 0, Height: > 0 })
        {
            return null;
        }

        var unit = isBox ? OfBox(bounds!.Value) : Transform.Identity;
        var view = isBox ? Box.Of(0, 0, 1, 1) : context.View;
        var (x, y) = unit.Apply(Coordinate(server, "x", view.Width, "0"), Coordinate(server, "y", view.Height, "0"));
        var (width, height) = (unit.A * Coordinate(server, "width", view.Width, "0"), unit.D * Coordinate(server, "height", view.Height, "0"));
        var map = Transform.Moving(x, y).Then(TransformText.Read(Inherited(server, "patternTransform") ?? "") ?? Transform.Identity).Then(space);
        var holder = Chain(server).FirstOrDefault(s => s.Elements().Any());
        if (width <= 0 || height <= 0 || !IsUsable(map) || holder is null || !drawer.Enter(server, shape))
        {
            return null;
        }

        var content = Viewport.ViewBox(Inherited(server, "viewBox")) is { } inner
            ? Viewport.Fit(inner, Box.Of(0, 0, width, height), Inherited(server, "preserveAspectRatio"), out _)
            : Inherited(server, "patternContentUnits") == "objectBoundingBox" && bounds is { } b ? Transform.Scaling(b.Width, b.Height) : Transform.Identity;
        var items = new List<PageItem>();
        drawer.DrawChildren(holder, new DrawingContext(content, drawer.StyleOf(holder), view, context.Depth + 1), items);
        drawer.Leave(server);
        return new Brush(new Tiling(map, width, height, [.. items], opacity));
    }

    private static Transform OfBox(Box box) => new(box.Width, 0, 0, box.Height, box.Left, box.Top);
}
