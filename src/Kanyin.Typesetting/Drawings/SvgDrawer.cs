using System.Collections.Immutable;
using System.Xml.Linq;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Shaping;

namespace Kanyin.Typesetting.Drawings;

/// <summary>
/// Draws one SVG picture once: walks the elements and gives page items in points, with all transforms worked into their
/// coordinates. What cannot be drawn is reported and the rest is drawn. Work is counted, and ends at a limit that no
/// honest picture reaches.
/// </summary>
internal sealed class SvgDrawer
{
    private const int MostWork = 4_000_000;
    private const int ElementWork = 20;
    private const int Deepest = 100;
    private static readonly XNamespace _xlink = "http://www.w3.org/1999/xlink";

    private readonly Action<Place, string> _report;
    private readonly Dictionary<XElement, ElementStyle> _styles = [];
    private readonly HashSet<XElement> _open = [];
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly ShapeDrawer _shapes;
    private readonly Effects _effects;
    private readonly TextDrawer _text;
    private readonly ForeignWords _foreign;
    private readonly EmbeddedPictures _pictures;
    private int _work;

    /// <param name="report">Told what is not drawn as it is written, each thing once.</param>
    public SvgDrawer(SvgDocument document, FaceChooser faces, FaceShapers shapers, Action<Place, string> report)
    {
        Document = document;
        _report = report;
        var brushes = new Brushes(this);
        _shapes = new ShapeDrawer(this, brushes);
        _effects = new Effects(this);
        var setter = new LabelSetter(this, brushes, faces, shapers);
        _text = new TextDrawer(this, setter);
        _foreign = new ForeignWords(this, setter);
        _pictures = new EmbeddedPictures(this);
    }

    public SvgDocument Document { get; }

    /// <summary>Of the picture as a whole.</summary>
    public double PointsPerPixel { get; private set; }

    /// <summary>The picture in a box of this size in points.</summary>
    public ImmutableArray<PageItem> Draw(double width, double height)
    {
        PointsPerPixel = width / Document.Width;
        foreach (var motion in Document.Root.Descendants().Where(e => SvgNames.IsMotion(e.Name.LocalName)))
        {
            Report(motion, $"Paper does not move: <{motion.Name.LocalName}> is left out.");
        }

        var items = new List<PageItem>();
        var context = new DrawingContext(Transform.Scaling(width / Document.Width, height / Document.Height), ElementStyle.Initial, Box.Of(0, 0, Document.Width, Document.Height), 0);
        DrawViewport(Document.Root, context with { Style = StyleOf(Document.Root) }, context.View, items);
        return [.. items];
    }

    public void DrawChildren(XElement parent, DrawingContext context, List<PageItem> output)
    {
        foreach (var child in parent.Elements())
        {
            DrawElement(child, context, output);
        }
    }

    /// <summary>The children of an element with coordinates of their own (svg, symbol, marker, pattern), cut off at the box unless they may overflow.</summary>
    public void DrawViewport(XElement element, DrawingContext context, Box box, List<PageItem> output)
    {
        if (box.Width <= 0 || box.Height <= 0)
        {
            return;
        }

        var inner = Viewport.ViewBox(element.Attribute("viewBox")?.Value);
        var map = inner is { } view ? Viewport.Fit(view, box, element.Attribute("preserveAspectRatio")?.Value, out _) : Transform.Moving(box.Left, box.Top);
        var items = new List<PageItem>();
        DrawChildren(element, context.Through(map) with { View = inner ?? Box.Of(0, 0, box.Width, box.Height) }, items);
        output.AddRange(context.Style["overflow"] is "visible" or "auto" ? items : Effects.CutAt(box, context.Space, items));
    }

    /// <summary>The style that an element has by its own place, wherever it is used.</summary>
    public ElementStyle StyleOf(XElement element)
    {
        if (!_styles.TryGetValue(element, out var style))
        {
            var parent = element.Parent is { } p ? StyleOf(p) : ElementStyle.Initial;
            _styles.Add(element, style = parent.With(DeclarationsOf(element)));
        }

        return style;
    }

    public static double Length(XElement element, string name, double whole, DrawingContext context, double otherwise = 0) =>
        CssLength.Read(element.Attribute(name)?.Value, whole, context.Style.FontSize) ?? otherwise;

    public static string? Reference(XElement element) => element.Attribute("href")?.Value ?? element.Attribute(_xlink + "href")?.Value;

    /// <summary>Counts work; false when there has been too much of it.</summary>
    public bool Spend(XObject at, int work)
    {
        if (_work > MostWork)
        {
            return false;
        }

        _work += work;
        if (_work > MostWork)
        {
            Report(at, "The picture is too complex; from here on nothing is drawn.");
        }

        return _work <= MostWork;
    }

    /// <summary>Begins to draw what an element refers to; false when that is being drawn already, which would never end.</summary>
    public bool Enter(XElement element, XElement from)
    {
        if (_open.Count < Deepest && _open.Add(element))
        {
            return true;
        }

        Report(from, $"The <{from.Name.LocalName}> refers to what it is a part of.");
        return false;
    }

    public void Leave(XElement element) => _open.Remove(element);

    public void Report(XObject at, string message)
    {
        if (_reported.Add(message))
        {
            _report(Document.PlaceOf(at), message);
        }
    }

    public ElementStyle StyleOf(XElement element, ElementStyle parent) => parent.With(DeclarationsOf(element));

    public void DrawElement(XElement element, DrawingContext parent, List<PageItem> output)
    {
        var name = element.Name.LocalName;
        if (element.Name.Namespace != Document.Root.Name.Namespace || SvgNames.DrawsNothing(name) || !Spend(element, ElementWork))
        {
            return;
        }

        if (parent.Depth >= Deepest)
        {
            Report(element, "The elements are nested too deeply; those inside are not drawn.");
            return;
        }

        var style = parent.Style.With(DeclarationsOf(element));
        if (!style.IsDisplayed || TransformOf(element, style) is not { } map)
        {
            return;
        }

        var context = parent.Through(map) with { Style = style, Depth = parent.Depth + 1 };
        if (Math.Abs(context.Space.Determinant) < 1e-12 || !IsSane(context.Space))
        {
            return; // flat or endless
        }

        var items = new List<PageItem>();
        DrawContents(element, name, context, items);
        output.AddRange(_effects.Apply(element, context, items));
    }

    /// <summary>No number of the map leads out of all bounds.</summary>
    public static bool IsSane(Transform map) => new[] { map.A, map.B, map.C, map.D, map.E, map.F }.All(v => Math.Abs(v) < Outlines.Farthest);

    private void DrawContents(XElement element, string name, DrawingContext context, List<PageItem> items)
    {
        switch (name)
        {
            case "g" or "a":
                DrawChildren(element, context, items);
                break;
            case "svg":
                DrawViewport(element, context, BoxOf(element, context), items);
                break;
            case "switch":
                DrawSwitch(element, context, items);
                break;
            case "use":
                DrawUse(element, context, items);
                break;
            case "text":
                _text.Draw(element, context, items);
                break;
            case "image":
                _pictures.Draw(element, context, BoxOf(element, context), items);
                break;
            case "foreignObject":
                _foreign.Draw(element, context, BoxOf(element, context), items);
                break;
            case var _ when ShapeOutline.IsShape(name):
                _shapes.Draw(element, context, items);
                break;
            default:
                Report(element, $"<{name}> is left out.");
                break;
        }
    }

    private void DrawUse(XElement element, DrawingContext context, List<PageItem> items)
    {
        if (Document.Find(Reference(element)) is not { } target)
        {
            Report(element, $"The <use> refers to “{Reference(element)}”, which is not in the picture.");
            return;
        }

        if (!Enter(target, element))
        {
            return;
        }

        var box = BoxOf(element, context);
        if (target.Name.LocalName is "symbol" or "svg")
        {
            var style = context.Style.With(DeclarationsOf(target));
            var size = target.Name.LocalName == "svg" ? BoxOf(target, context) : context.View;
            var (width, height) = (element.Attribute("width") is null ? size.Width : box.Width, element.Attribute("height") is null ? size.Height : box.Height);
            DrawViewport(target, context with { Style = style }, Box.Of(box.Left, box.Top, width, height), items);
        }
        else
        {
            DrawElement(target, context.Through(Transform.Moving(box.Left, box.Top)), items);
        }

        Leave(target);
    }

    /// <summary>
    /// One of several ways to draw the same. Programs put HTML first, and beside it, for programs without HTML, its first
    /// words or an apology; so HTML is taken whenever it has words.
    /// </summary>
    private void DrawSwitch(XElement element, DrawingContext context, List<PageItem> items)
    {
        var choices = element.Elements().Where(e => e.Attribute("systemLanguage")?.Value is not { } language || language.Contains("zh", StringComparison.Ordinal)).ToList();
        if ((choices.Find(e => e.Name.LocalName != "foreignObject" || !string.IsNullOrWhiteSpace(e.Value)) ?? choices.FirstOrDefault()) is { } choice)
        {
            DrawElement(choice, context, items);
        }
    }

    private static Box BoxOf(XElement element, DrawingContext context)
    {
        var view = context.View;
        var isWhole = element.Name.LocalName is "svg" or "use";
        return Box.Of(
            Length(element, "x", view.Width, context), Length(element, "y", view.Height, context),
            Length(element, "width", view.Width, context, isWhole ? view.Width : 0), Length(element, "height", view.Height, context, isWhole ? view.Height : 0));
    }

    private Transform? TransformOf(XElement element, ElementStyle style)
    {
        if ((style["transform"] ?? element.Attribute("transform")?.Value) is not { } text)
        {
            return Transform.Identity;
        }

        var map = TransformText.Read(text);
        if (map is null)
        {
            Report(element, $"The transform “{text}” cannot be read; the <{element.Name.LocalName}> is not drawn.");
        }

        return map;
    }

    /// <summary>Presentation attributes are the weakest (SVG 2 6.6).</summary>
    private IEnumerable<Declaration> DeclarationsOf(XElement element) =>
    [
        .. element.Attributes().Where(a => a.Name.NamespaceName.Length == 0 && ElementStyle.IsPresentation(a.Name.LocalName)).Select(a => new Declaration(a.Name.LocalName, a.Value.Trim(), false)),
        .. Document.Styles.Of(element, () => Spend(element, 1)),
    ];
}
