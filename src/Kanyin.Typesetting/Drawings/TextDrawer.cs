using System.Xml.Linq;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>Text elements (SVG 2, 11): collect the characters → place them → shape what stands together → move it to its anchor.</summary>
internal sealed class TextDrawer(SvgDrawer drawer, LabelSetter setter)
{
    public void Draw(XElement element, DrawingContext context, List<PageItem> output)
    {
        var text = new Characters(drawer);
        text.Collect(element, context);
        var stretches = Stretches(text);
        foreach (var (start, end, length, isStretched) in text.Lengths)
        {
            Fit([.. stretches.Where(s => s.Start >= start && s.End <= end)], length, isStretched);
        }

        for (var first = 0; first < stretches.Count;)
        {
            var next = first + 1;
            while (next < stretches.Count && !stretches[next].IsAnchored)
            {
                next++;
            }

            first = Place(stretches, first, next, output);
        }
    }

    /// <summary>Cuts the text where its style changes or a character has a place of its own.</summary>
    private List<Stretch> Stretches(Characters text)
    {
        var stretches = new List<Stretch>();
        var words = text.Text;
        for (var start = 0; start < words.Length;)
        {
            var end = start + 1;
            while (end < words.Length && (char.IsLowSurrogate(words[end]) || (text.Owners[end] == text.Owners[start] && text.Places[end] == default)))
            {
                end++;
            }

            var (element, context) = text.Owners[start];
            var place = text.Places[start];
            stretches.Add(new Stretch(start, end, element, context, place, setter.Shape(words[start..end], context.Style, element)));
            start = end;
        }

        return stretches;
    }

    /// <summary>Makes stretches as long together as textLength wants them: the picture was drawn for another font.</summary>
    private static void Fit(List<Stretch> stretches, double length, bool isStretched)
    {
        const double least = 0.3, most = 3;
        var (natural, clusters) = (stretches.Sum(s => s.Label.Width), stretches.Sum(s => s.Label.Clusters));
        if (natural <= 0 || length <= 0 || stretches.Skip(1).Any(s => s.IsAnchored))
        {
            return;
        }

        foreach (var stretch in stretches)
        {
            if (isStretched)
            {
                stretch.Factor = Math.Clamp(length / natural, least, most);
            }
            else if (clusters > 1)
            {
                stretch.Extra = Math.Clamp((length - natural) / (clusters - 1), -0.5 * stretch.Context.Style.FontSize, stretch.Context.Style.FontSize * most);
            }
        }
    }

    /// <summary>Sets stretches that share an anchor.</summary>
    private int Place(List<Stretch> all, int first, int next, List<PageItem> output)
    {
        var width = all.Skip(first).Take(next - first).Sum(s => s.Width + (s.Place.Dx ?? 0));
        var style = all[first].Context.Style;
        var (x, y) = (all[first].Place.X ?? End(all, first).X, all[first].Place.Y ?? End(all, first).Y);
        x -= style["text-anchor"] switch { "middle" => width / 2, "end" => width, _ => 0 };
        for (var i = first; i < next; i++)
        {
            var stretch = all[i];
            x += stretch.Place.Dx ?? 0;
            y += stretch.Place.Dy ?? 0;
            setter.Place(stretch.Label, x, y + Drop(stretch), stretch.Element, stretch.Context, output, stretch.Factor, stretch.Extra);
            x += stretch.Width;
            stretch.EndX = x;
            stretch.EndY = y;
        }

        return next;
    }

    /// <summary>Where the stretch before ends; the origin for the first one.</summary>
    private static (double X, double Y) End(List<Stretch> all, int index) => index == 0 ? (0, 0) : (all[index - 1].EndX, all[index - 1].EndY);

    /// <summary>How far below its y the baseline lies.</summary>
    private static double Drop(Stretch stretch)
    {
        var style = stretch.Context.Style;
        var rise = style["baseline-shift"] switch
        {
            "super" => 0.4,
            "sub" => -0.2,
            var shift => (CssLength.Read(shift, style.FontSize, style.FontSize) ?? 0) / Math.Max(style.FontSize, 1e-6),
        };
        var em = (style["alignment-baseline"] ?? style["dominant-baseline"]) switch
        {
            "middle" => stretch.Label.Middle,
            "central" => 0.38,
            "mathematical" => 0.35,
            "hanging" => 0.8,
            "text-before-edge" or "before-edge" or "text-top" => 0.88,
            "text-after-edge" or "after-edge" or "ideographic" or "text-bottom" => -0.12,
            _ => 0,
        };
        return (em - rise) * style.FontSize;
    }

    /// <summary>Characters that are shaped together.</summary>
    private sealed class Stretch(int start, int end, XElement element, DrawingContext context, CharacterPlace place, Label label)
    {
        public int Start { get; } = start;
        public int End { get; } = end;
        public XElement Element { get; } = element;
        public DrawingContext Context { get; } = context;
        public CharacterPlace Place { get; } = place;
        public Label Label { get; } = label;
        public double Factor { get; set; } = 1;
        public double Extra { get; set; }
        public double EndX { get; set; }
        public double EndY { get; set; }

        /// <summary>It has a place of its own, so its anchor is not that of the stretch before.</summary>
        public bool IsAnchored => Place.X is not null || Place.Y is not null;

        public double Width => Factor * (Label.Width + (Label.Clusters * Extra));
    }
}
