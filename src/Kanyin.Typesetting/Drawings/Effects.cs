using System.Collections.Immutable;
using System.Xml.Linq;
using Kanyin.Typesetting.Pages;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Typesetting.Drawings;

/// <summary>What is done to a finished element as a whole: clipped, masked, made transparent (SVG 2, 3.7; CSS Masking).</summary>
internal sealed class Effects(SvgDrawer drawer)
{
    public List<PageItem> Apply(XElement element, DrawingContext context, List<PageItem> items)
    {
        if (items.Count == 0)
        {
            return items;
        }

        var style = context.Style;
        if (style["filter"] is { } filter && filter != "none")
        {
            drawer.Report(element, $"The filter “{filter}” is left out.");
        }

        if (style["mix-blend-mode"] is { } blending && blending != "normal")
        {
            drawer.Report(element, $"The blending “{blending}” is left out.");
        }

        items = Clipped(element, context, items);
        items = Masked(element, context, items);
        return Faded(style.Opacity, items);
    }

    /// <summary>Cuts items at a box, if they reach beyond it at all.</summary>
    public static List<PageItem> CutAt(Box box, Transform space, List<PageItem> items)
    {
        const double invisible = 0.01; // points
        var whole = box.Mapped(space);
        return items.All(i => ItemBounds.Of(i) is not { } bounds || (space.B.Equals(0.0) && space.C.Equals(0.0) && whole.Holds(bounds, invisible)))
            ? items
            : [new Group(0, 0, null, [.. items]) { Clip = new Clip(Outlines.Rectangle(box).Mapped(space)) }];
    }

    private static List<PageItem> Faded(double opacity, List<PageItem> items) => (opacity, items) switch
    {
        (1, _) => items,
        (0, _) => [],
        (_, [Path { Stroke: null, Fill: { } fill } path]) => [path with { Fill = fill with { Opacity = fill.Opacity * opacity } }],
        (_, [Path { Fill: null, Stroke: { } stroke } path]) => [path with { Stroke = stroke with { Paint = stroke.Paint with { Opacity = stroke.Paint.Opacity * opacity } } }],
        _ => [new Group(0, 0, null, [.. items]) { Opacity = opacity }],
    };

    private List<PageItem> Clipped(XElement element, DrawingContext context, List<PageItem> items)
    {
        if (Find(element, "clip-path", "clipPath", context) is not { } path || !drawer.Enter(path, element))
        {
            return items;
        }

        var space = path.Attribute("clipPathUnits")?.Value == "objectBoundingBox" ? OfBounds(items, context) : Transform.Identity;
        var own = TransformText.Read(path.Attribute("transform")?.Value ?? "") ?? Transform.Identity;
        var inner = context.Through(own.Then(space)) with { Style = drawer.StyleOf(path) };
        var segments = ImmutableArray.CreateBuilder<PathSegment>();
        var isEvenOdd = false;
        foreach (var child in path.Elements())
        {
            AddOutline(child, inner, segments, ref isEvenOdd);
        }

        var group = new Group(0, 0, null, [.. items]) { Clip = new Clip(segments.ToImmutable(), isEvenOdd) };
        var clipped = Clipped(path, inner with { Space = context.Space }, [group]);
        drawer.Leave(path);
        return segments.Count == 0 ? [] : clipped;
    }

    private void AddOutline(XElement child, DrawingContext parent, ImmutableArray<PathSegment>.Builder segments, ref bool isEvenOdd)
    {
        var style = drawer.StyleOf(child);
        var name = child.Name.LocalName;
        if (SvgNames.DrawsNothing(name) || !style.IsDisplayed || !style.IsVisible || TransformText.Read(style["transform"] ?? child.Attribute("transform")?.Value ?? "") is not { } map)
        {
            return;
        }

        var context = parent.Through(map) with { Style = style };
        if (name == "use" && drawer.Document.Find(SvgDrawer.Reference(child)) is { } target && drawer.Enter(target, child))
        {
            var moved = Transform.Moving(SvgDrawer.Length(child, "x", context.View.Width, context), SvgDrawer.Length(child, "y", context.View.Height, context));
            AddOutline(target, context.Through(moved), segments, ref isEvenOdd);
            drawer.Leave(target);
        }
        else if (ShapeOutline.IsShape(name))
        {
            var outline = ShapeOutline.Of(child, context, out _);
            if (drawer.Spend(child, outline.Length))
            {
                segments.AddRange(outline.Mapped(context.Space));
                isEvenOdd |= style["clip-rule"] == "evenodd";
            }
        }
        else
        {
            drawer.Report(child, $"Nothing is clipped at the <{name}>.");
        }
    }

    private List<PageItem> Masked(XElement element, DrawingContext context, List<PageItem> items)
    {
        if (Find(element, "mask", "mask", context) is not { } mask || !drawer.Enter(mask, element))
        {
            return items;
        }

        var style = drawer.StyleOf(mask);
        if (style["mask-type"] == "alpha")
        {
            drawer.Report(mask, "The mask is taken by its brightness and not by its opacity.");
        }

        var box = OfBounds(items, context);
        var content = mask.Attribute("maskContentUnits")?.Value == "objectBoundingBox" ? box : Transform.Identity;
        var inner = new List<PageItem>();
        drawer.DrawChildren(mask, context.Through(content) with { Style = style, Depth = context.Depth + 1 }, inner);
        drawer.Leave(mask);

        var isBox = mask.Attribute("maskUnits")?.Value != "userSpaceOnUse";
        var view = isBox ? Box.Of(0, 0, 1, 1) : context.View;
        var region = Box.Of(
            SvgDrawer.Length(mask, "x", view.Width, context, -0.1 * view.Width), SvgDrawer.Length(mask, "y", view.Height, context, -0.1 * view.Height),
            SvgDrawer.Length(mask, "width", view.Width, context, 1.2 * view.Width), SvgDrawer.Length(mask, "height", view.Height, context, 1.2 * view.Height));
        var clip = new Clip(Outlines.Rectangle(region).Mapped((isBox ? box : Transform.Identity).Then(context.Space)));
        return [new Group(0, 0, null, [.. items]) { Mask = new Group(0, 0, null, [.. inner]) { Clip = clip } }];
    }

    private XElement? Find(XElement element, string property, string kind, DrawingContext context)
    {
        if ((element.Name.LocalName == kind ? drawer.StyleOf(element) : context.Style)[property] is not { } value || value == "none")
        {
            return null;
        }

        var found = drawer.Document.Find(value);
        if (found?.Name.LocalName == kind)
        {
            return found;
        }

        drawer.Report(element, $"The {property} “{value}” is left out.");
        return null;
    }

    /// <summary>From the unit square to the box of what was drawn, in the element's coordinates.</summary>
    private static Transform OfBounds(List<PageItem> items, DrawingContext context)
    {
        var bounds = items.Aggregate((Box?)null, (all, i) => Box.Around(all, ItemBounds.Of(i, withStroke: false)));
        if (bounds is not { } box || context.Space.Inverse() is not { } back)
        {
            return Transform.Identity;
        }

        box = box.Mapped(back);
        return new(Math.Max(box.Width, 1e-6), 0, 0, Math.Max(box.Height, 1e-6), box.Left, box.Top);
    }
}
