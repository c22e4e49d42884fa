using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Kanyin.Books.Mathematics;
using Kanyin.Editions.Mathematics;
using Kanyin.Editions.Pictures;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Mathematics;
using Kanyin.Typesetting.Pages;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Editions.Epub;

/// <summary>
/// Formulas as drawings in the text, for readers that refuse MathML: as they are printed, in the colour and the size of the
/// words around them, their reading in the title.
/// </summary>
internal sealed class SvgFormulas(FontBook fonts) : IDisposable
{
    /// <summary>So many units are an em of the text: finer than any screen.</summary>
    private const int Em = 1000;

    private const double UnitsOfPoint = Em / FormulaDrawing.Em;

    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    private readonly Func<Formula, bool, FormulaDrawing> _draw = FormulaDrawing.With(fonts);
    private readonly GlyphOutlines _outlines = new();

    public static XName Name => _svg + "svg";

    public static XName Title => _svg + "title";

    public void Dispose() => _outlines.Dispose();

    public XElement Of(Formula formula, bool isDisplay)
    {
        var drawing = _draw(formula, isDisplay);
        var paths = new List<(SvgPath Path, XElement Element)>();
        foreach (var item in drawing.Items)
        {
            Add(item, paths);
        }

        var (left, top, right, bottom) = (0, Units(-drawing.Height), Units(drawing.Width), Units(drawing.Depth));
        foreach (var (path, element) in paths)
        {
            // A letter that leans over the edge of its box must not be cut off.
            var ink = path.Bounds;
            (left, top, right, bottom) = (Math.Min(left, ink.Left), Math.Min(top, ink.Top), Math.Max(right, ink.Right), Math.Max(bottom, ink.Bottom));
            element.SetAttributeValue("d", path.ToString());
        }

        var reading = XmlText.Clean(MathMl.ReadingOf(formula, isDisplay));
        return new XElement(
            Name,
            new XAttribute("xmlns", _svg.NamespaceName),
            new XAttribute("class", "formula"),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", reading),
            new XAttribute("width", InEm(right - left)),
            new XAttribute("height", InEm(bottom - top)),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"{left} {top} {right - left} {bottom - top}")),
            new XAttribute("fill", "currentColor"),
            isDisplay ? null : new XAttribute("style", $"vertical-align: {InEm(-bottom)}"),
            new XElement(Title, reading),
            paths.Select(p => p.Element));
    }

    /// <summary>What has the ink of what was before it goes into the same path.</summary>
    private void Add(PageItem item, List<(SvgPath Path, XElement Element)> paths)
    {
        switch (item)
        {
            case GlyphRun run:
                Add(run, Filled(run.Colour, paths));
                break;
            case Rule r:
                Filled(r.Colour, paths).AddRectangle(r.X * UnitsOfPoint, r.Y * UnitsOfPoint, r.Width * UnitsOfPoint, r.Height * UnitsOfPoint);
                break;
            case Path { Stroke: { Paint: Solid ink } stroke } line:
                paths.Add(Stroked(line, stroke, ink.Colour));
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Add(GlyphRun run, SvgPath path)
    {
        var scale = run.Size / run.Face.UnitsPerEm * UnitsOfPoint;
        foreach (var glyph in run.Glyphs)
        {
            var (x, y) = ((run.X + glyph.X) * UnitsOfPoint, (run.Y - glyph.Y) * UnitsOfPoint);
            if (_outlines.Of(run.Face, glyph.Id) is { } outline)
            {
                path.Add(outline, x, y, scale * run.Scale, scale);
            }
        }
    }

    private static SvgPath Filled(Colour colour, List<(SvgPath Path, XElement Element)> paths)
    {
        var fill = ColourOf(colour);
        if (paths is [.., var (last, element)] && element.Attribute("stroke") is null && element.Attribute("fill")?.Value == fill)
        {
            return last;
        }

        var path = new SvgPath();
        paths.Add((path, new XElement(_svg + "path", fill is null ? null : new XAttribute("fill", fill))));
        return path;
    }

    private static (SvgPath, XElement) Stroked(Path line, Stroke stroke, Colour colour)
    {
        var path = new SvgPath();
        foreach (var s in line.Segments)
        {
            var point = ((line.X + s.X) * UnitsOfPoint, (line.Y + s.Y) * UnitsOfPoint);
            if (s.Verb == PathVerb.Move)
            {
                path.Move(point);
            }
            else
            {
                path.Line(point);
            }
        }

        return (path, new XElement(
            _svg + "path",
            new XAttribute("stroke", ColourOf(colour) ?? "currentColor"),
            new XAttribute("stroke-width", Units(stroke.Width)),
            stroke.Dashes.IsEmpty ? null : new XAttribute("stroke-dasharray", string.Join(' ', stroke.Dashes.Select(Units)))));
    }

    /// <summary>Null for the colour of the text, which the reader chooses.</summary>
    private static string? ColourOf(Colour colour) =>
        colour == Colour.Black ? null : string.Create(CultureInfo.InvariantCulture, $"#{Component(colour.Red):x2}{Component(colour.Green):x2}{Component(colour.Blue):x2}");

    private static int Component(double value) => (int)Math.Round(value * byte.MaxValue);

    private static int Units(double points) => (int)Math.Round(points * UnitsOfPoint);

    private static string InEm(int units) => (units / (double)Em).ToString("0.###", CultureInfo.InvariantCulture) + "em";
}
