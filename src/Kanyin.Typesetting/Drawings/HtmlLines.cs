using System.Xml.Linq;

namespace Kanyin.Typesetting.Drawings;

/// <summary>A line of plain words.</summary>
/// <param name="Style">Of its first words.</param>
/// <param name="Background">The colour behind it, or null.</param>
internal sealed record HtmlLine(string Words, ElementStyle Style, string? Background)
{
    /// <summary>It is not to be broken.</summary>
    public bool IsKept => Style["white-space"] is "nowrap" or "pre";
}

/// <summary>Reads HTML as lines: one a block, a list item or a break.</summary>
internal sealed class HtmlLines(SvgDrawer drawer)
{
    private const int Deepest = 50;
    private readonly List<HtmlLine> _lines = [];

    public IEnumerable<HtmlLine> Of(XElement element, ElementStyle style)
    {
        Collect(element, style, null, 0);
        var first = _lines.FindIndex(l => l.Words.Trim().Length > 0);
        var last = _lines.FindLastIndex(l => l.Words.Trim().Length > 0);
        return first < 0 ? [] : _lines[first..(last + 1)].Select(l => l with { Words = l.Words.Trim() });
    }

    private void Collect(XElement parent, ElementStyle style, string? background, int depth)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText { Value: var words })
            {
                Add(words, style, background);
            }
            else if (node is XElement child && depth < Deepest && drawer.Spend(child, 1))
            {
                CollectChild(child, style, background, depth);
            }
        }
    }

    private void CollectChild(XElement child, ElementStyle style, string? background, int depth)
    {
        var name = child.Name.LocalName;
        if (name is "style" or "script")
        {
            return;
        }

        if (name == "br")
        {
            _lines.Add(new("", style, background));
            return;
        }

        var isBlock = name is "div" or "p" or "li" or "ul" or "ol" or "table" or "tr" or "section" or "pre" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";
        EndLine(isBlock, style);
        var own = drawer.StyleOf(child, style.With(Implied(child)));
        Collect(child, own, own["background-color"] ?? own["background"] ?? background, depth + 1);
        EndLine(isBlock, style);
    }

    /// <summary>What a tag means by itself. HTML is written in “color”, drawings in “fill”.</summary>
    private static IEnumerable<Declaration> Implied(XElement element)
    {
        yield return new("fill", "currentColor", false);
        yield return new("fill-opacity", "1", false);
        yield return new("stroke", "none", false);
        if (element.Name.LocalName is "b" or "strong" or "th" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6")
        {
            yield return new("font-weight", "bold", false);
        }

        if (element.Name.LocalName is "i" or "em")
        {
            yield return new("font-style", "italic", false);
        }

        if (element.Attribute("align") is { } align)
        {
            yield return new("text-align", align.Value, false);
        }
    }

    private void Add(string words, ElementStyle style, string? background)
    {
        var plain = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0 || (plain.Length == 0 && _lines is not [.., { Words.Length: > 0 }]))
        {
            return;
        }

        plain = (char.IsWhiteSpace(words[0]) ? " " : "") + plain + (plain.Length > 0 && char.IsWhiteSpace(words[^1]) ? " " : "");
        if (_lines is [.., { Words.Length: > 0 } open])
        {
            _lines[^1] = open with { Words = open.Words + (open.Words[^1] == ' ' ? plain.TrimStart() : plain) };
        }
        else if (_lines.Count > 0)
        {
            _lines[^1] = new(plain, style, background);
        }
        else
        {
            _lines.Add(new(plain, style, background));
        }
    }

    private void EndLine(bool isEnd, ElementStyle style)
    {
        if (isEnd && _lines is [.., { Words.Length: > 0 }])
        {
            _lines.Add(new("", style, null));
        }
    }
}
