using System.Xml.Linq;
using Kanyin.Typesetting.Pages;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Typesetting.Drawings;

/// <summary>The words of HTML inside a drawing: Mermaid and draw.io write their labels so. They become plain lines, one below the other.</summary>
internal sealed class ForeignWords(SvgDrawer drawer, LabelSetter setter)
{
    private const double WidestPitch = 1.5, ClosestPitch = 1.1;

    /// <summary>From the baseline to the middle of a line of letters, in em.</summary>
    private const double Middle = 0.36;

    /// <summary>Lines a little too long are made narrower, as far as this; longer ones are broken.</summary>
    private const double Narrowest = 0.85;

    public void Draw(XElement element, DrawingContext context, Box box, List<PageItem> output)
    {
        var frame = Frame(element, context, box);
        var lines = new HtmlLines(drawer).Of(element, context.Style).SelectMany(l => Broken(l, frame.Box.Width, element)).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        drawer.Report(element, "The HTML of the <foreignObject> is set as plain lines.");
        var labels = lines.ConvertAll(l => (Line: l, Label: setter.Shape(l.Words, l.Style, element)));
        var heights = lines.ConvertAll(l => l.Style.FontSize * Pitch(l, lines, frame.Box.Height));
        var width = labels.Max(l => l.Label.Width);
        var left = frame.Box.Left + (frame.Across * (frame.Box.Width - width));
        var y = frame.Box.Top + (frame.Down * (frame.Box.Height - heights.Sum()));
        foreach (var ((line, label), height) in labels.Zip(heights))
        {
            var factor = frame.Box.Width > 1 && label.Width > frame.Box.Width && !line.IsKept ? Math.Max(Narrowest, frame.Box.Width / label.Width) : 1;
            var spare = Math.Max(width, factor < 1 ? frame.Box.Width : 0) - (factor * label.Width);
            var x = left + (spare * line.Style["text-align"] switch { "left" or "start" => 0, "right" or "end" => 1, _ => 0.5 });
            PaintBehind(line, Box.Of(x, y, factor * label.Width, height), context, output);
            setter.Place(label, x, y + (height / 2) + (Middle * line.Style.FontSize), element, context with { Style = line.Style }, output, factor);
            y += height;
        }
    }

    /// <summary>Where the words stand: in the element's box or, by draw.io, in one that its HTML lays out.</summary>
    private (Box Box, double Across, double Down) Frame(XElement element, DrawingContext context, Box box)
    {
        if (element.Elements().FirstOrDefault() is { } outer && drawer.StyleOf(outer, context.Style) is var style && style["margin-left"] is { } left && style["padding-top"] is { } top)
        {
            var placed = Box.Of(box.Left + Read(left), box.Top + Read(top), Read(style["width"]), Read(style["height"]));
            return (placed, Share(style["justify-content"]), Share(style["align-items"]));
        }

        return (box, 0.5, 0.5);

        double Read(string? length) => CssLength.Read(length, 0, context.Style.FontSize) ?? 0;
        static double Share(string? alignment) => alignment switch { null => 0.5, _ when alignment.EndsWith("start", StringComparison.Ordinal) => 0, _ when alignment.EndsWith("end", StringComparison.Ordinal) => 1, _ => 0.5 };
    }

    /// <summary>From line to line, in em; where the HTML does not say it, so that the box is filled.</summary>
    private static double Pitch(HtmlLine line, List<HtmlLine> all, double height) => CssLength.Read(line.Style["line-height"], 1, 1) switch
    {
        >= 1 and <= 3 and var factor => factor,
        > 3 and var length when line.Style.FontSize > 0 => length / line.Style.FontSize,
        _ => Math.Clamp(height / Math.Max(all.Sum(l => l.Style.FontSize), 1e-6), ClosestPitch, WidestPitch),
    };

    private static void PaintBehind(HtmlLine line, Box box, DrawingContext context, List<PageItem> output)
    {
        if (line.Background is { } text && CssColour.Read(text) is { Opacity: > 0 } ink && box.Width > 0)
        {
            output.Add(new Path(0, 0, null, Outlines.Rectangle(box).Mapped(context.Space), ink, null));
        }
    }

    /// <summary>Breaks a line at spaces and between Han.</summary>
    private IEnumerable<HtmlLine> Broken(HtmlLine line, double width, XElement element)
    {
        var words = line.Words;
        while (width > 1 && !line.IsKept && Width(words) > width / Narrowest)
        {
            var end = 0;
            for (var next = 1; next < words.Length && (end == 0 || Width(words[..next]) <= width); next++)
            {
                end = words[next] == ' ' || words[next] >= '\u2E80' || words[next - 1] >= '\u2E80' ? next : end;
            }

            if (end == 0)
            {
                break; // one word, which stays whole
            }

            yield return line with { Words = words[..end] };
            words = words[end..].TrimStart();
        }

        yield return line with { Words = words };

        double Width(string part) => drawer.Spend(element, part.Length) ? setter.Shape(part, line.Style, element).Width : 0;
    }
}
