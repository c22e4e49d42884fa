using System.Text;
using System.Xml.Linq;

namespace Kanyin.Typesetting.Drawings;

/// <summary>The characters of a text element with the places that it and its parts give them (SVG 2 11.4 and 11.6).</summary>
internal sealed class Characters(SvgDrawer drawer)
{
    private const int Deepest = 50;

    private readonly StringBuilder _text = new();
    private readonly List<(XElement Element, DrawingContext Context)> _owners = [];
    private CharacterPlace[] _places = [];

    public string Text => _text.ToString();
    public IReadOnlyList<(XElement Element, DrawingContext Context)> Owners => _owners;
    public IReadOnlyList<CharacterPlace> Places => _places;

    /// <summary>The lengths that parts of the text are to have.</summary>
    public List<(int Start, int End, double Length, bool IsStretched)> Lengths { get; } = [];

    public void Collect(XElement element, DrawingContext context)
    {
        var parts = new List<(int Start, XElement Element, DrawingContext Context)>();
        Add(element, context, parts, 0);
        if (_text.Length > 0 && _text[^1] == ' ' && !IsKept(element, context))
        {
            _text.Length--;
        }

        _places = new CharacterPlace[_text.Length];
        foreach (var part in parts) // outer ones first, so that inner ones win
        {
            Put(part.Start, part.Element, part.Context);
        }
    }

    private void Add(XElement element, DrawingContext context, List<(int, XElement, DrawingContext)> parts, int depth)
    {
        var start = _text.Length;
        parts.Add((start, element, context));
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
            {
                Add(words.Value, element, context);
            }
            else if (node is XElement child && drawer.Spend(child, 1))
            {
                AddPart(child, context, parts, depth);
            }
        }

        if (element.Attribute("textLength") is not null)
        {
            var length = SvgDrawer.Length(element, "textLength", context.View.Width, context);
            Lengths.Add((start, _text.Length, length, element.Attribute("lengthAdjust")?.Value == "spacingAndGlyphs"));
        }
    }

    private void AddPart(XElement child, DrawingContext context, List<(int, XElement, DrawingContext)> parts, int depth)
    {
        var name = child.Name.LocalName;
        if (SvgNames.DrawsNothing(name))
        {
            return;
        }

        var style = drawer.StyleOf(child, context.Style);
        if (name is not ("tspan" or "a") || depth > Deepest)
        {
            drawer.Report(child, $"The words of the <{name}> are left out.");
        }
        else if (style.IsDisplayed)
        {
            Add(child, context with { Style = style }, parts, depth + 1);
        }
    }

    private void Add(string words, XElement element, DrawingContext context)
    {
        var isKept = IsKept(element, context);
        foreach (var c in words)
        {
            var isSpace = c is ' ' or '\t' or '\n' or '\r';
            if ((isSpace && !isKept && (_text.Length == 0 || _text[^1] == ' ')) || (!isSpace && char.IsControl(c)))
            {
                continue;
            }

            _text.Append(isSpace ? ' ' : c);
            _owners.Add((element, context));
        }
    }

    private static bool IsKept(XElement element, DrawingContext context) =>
        context.Style["white-space"]?.StartsWith("pre", StringComparison.Ordinal)
        ?? element.AncestorsAndSelf().Select(e => e.Attribute(XNamespace.Xml + "space")?.Value).FirstOrDefault(v => v is not null) == "preserve";

    private void Put(int start, XElement element, DrawingContext context)
    {
        Put("x", context.View.Width, (p, v) => p with { X = v });
        Put("y", context.View.Height, (p, v) => p with { Y = v });
        Put("dx", context.View.Width, (p, v) => p with { Dx = v });
        Put("dy", context.View.Height, (p, v) => p with { Dy = v });
        if (element.Attribute("rotate")?.Value is { } turns && turns.Any(c => c is >= '1' and <= '9'))
        {
            drawer.Report(element, "Characters are not turned one by one.");
        }

        if (context.Style["writing-mode"] is { } mode && (mode.StartsWith("tb", StringComparison.Ordinal) || mode.StartsWith("vertical", StringComparison.Ordinal)))
        {
            drawer.Report(element, "Vertical text is set level.");
        }

        void Put(string name, double whole, Func<CharacterPlace, double, CharacterPlace> set)
        {
            var at = start;
            foreach (var value in element.Attribute(name)?.Value.Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries) ?? [])
            {
                if (at < _places.Length && CssLength.Read(value, whole, context.Style.FontSize) is { } number)
                {
                    _places[at] = set(_places[at], number);
                    at++;
                }
            }
        }
    }
}

/// <summary>What is said of one character's place: absolute, or from where it would be.</summary>
internal readonly record struct CharacterPlace(double? X, double? Y, double? Dx, double? Dy);
