using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>The properties of one element: its own, and those it inherits (SVG 2 property index).</summary>
internal sealed class ElementStyle
{
    private const double MediumSize = 16;

    private static readonly FrozenSet<string> _inherited = FrozenSet.ToFrozenSet(
    [
        "clip-rule", "color", "dominant-baseline", "fill", "fill-opacity", "fill-rule", "font-family", "font-style", "font-weight",
        "letter-spacing", "line-height", "marker-end", "marker-mid", "marker-start", "paint-order", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap",
        "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-align", "text-anchor", "text-decoration", "visibility", "white-space", "writing-mode",
    ]);

    /// <summary>What presentation attributes may set (SVG 2 6.6), besides the inherited ones.</summary>
    private static readonly FrozenSet<string> _own = FrozenSet.ToFrozenSet(
    [
        "alignment-baseline", "baseline-shift", "clip-path", "display", "filter", "mask", "mask-type", "mix-blend-mode", "opacity", "overflow",
        "stop-color", "stop-opacity", "vector-effect",
    ]);

    private readonly ImmutableDictionary<string, string> _passed;
    private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);

    private ElementStyle(ImmutableDictionary<string, string> passed, double size) => (_passed, FontSize) = (passed, size);

    public static readonly ElementStyle Initial = new(ImmutableDictionary<string, string>.Empty, MediumSize);

    /// <summary>User units.</summary>
    public double FontSize { get; private set; }

    public string? this[string name] => _kept.GetValueOrDefault(name) ?? _passed.GetValueOrDefault(name);

    public bool IsDisplayed => this["display"] != "none";
    public bool IsVisible => this["visibility"] is null or "visible";
    public double Opacity => Fraction("opacity");
    public bool IsBold => this["font-weight"] is { } weight && (weight is "bold" or "bolder" || (int.TryParse(weight, CultureInfo.InvariantCulture, out var value) && value >= 600));
    public bool IsItalic => this["font-style"] is { } slope && (slope == "italic" || slope.StartsWith("oblique", StringComparison.Ordinal));
    public Solid Color => this["color"] is { } text && CssColour.Read(text) is { } ink ? ink : new Solid(Colour.Black);
    public FontFamily Family => FamilyNames.Find(this["font-family"]);

    public static bool IsPresentation(string attribute) => attribute is "font-size" || _inherited.Contains(attribute) || _own.Contains(attribute);

    /// <summary>The style of a child with these declarations, the strongest last.</summary>
    public ElementStyle With(IEnumerable<Declaration> declarations)
    {
        var passed = _passed;
        var child = new ElementStyle(passed, FontSize);
        foreach (var (name, written, _) in declarations)
        {
            var value = Resolved(written, passed);
            if (value == "inherit")
            {
                value = this[name] ?? "initial";
            }

            if (name == "font-size")
            {
                child.FontSize = SizeOf(value) ?? child.FontSize;
            }
            else if (name is "marker")
            {
                passed = passed.SetItem("marker-start", value).SetItem("marker-mid", value).SetItem("marker-end", value);
            }
            else if (name is "font")
            {
                passed = Font(value, passed, child);
            }
            else if (_inherited.Contains(name) || name.StartsWith("--", StringComparison.Ordinal))
            {
                passed = value == "initial" ? passed.Remove(name) : passed.SetItem(name, value);
            }
            else if (value == "initial")
            {
                child._kept.Remove(name);
            }
            else
            {
                child._kept[name] = value;
            }
        }

        return passed == _passed ? child : child.Passing(passed);
    }

    /// <summary>0 to 1.</summary>
    public double Fraction(string name) => CssLength.Read(this[name], 1, 1) is { } value ? Math.Clamp(value, 0, 1) : 1;

    private ElementStyle Passing(ImmutableDictionary<string, string> passed)
    {
        var style = new ElementStyle(passed, FontSize);
        foreach (var (name, value) in _kept)
        {
            style._kept.Add(name, value);
        }

        return style;
    }

    private double? SizeOf(string value) => value switch
    {
        "xx-small" => 9,
        "x-small" => 10,
        "small" => 13,
        "medium" => MediumSize,
        "large" => 18,
        "x-large" => 24,
        "xx-large" => 32,
        "smaller" => FontSize / 1.2,
        "larger" => FontSize * 1.2,
        _ => CssLength.Read(value, FontSize, FontSize) is >= 0 and var size ? size : null,
    };

    /// <summary>The shorthand: style and weight in any order, size with an optional line height, families.</summary>
    private ImmutableDictionary<string, string> Font(string value, ImmutableDictionary<string, string> passed, ElementStyle child)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (SizeOf(words[i].Split('/')[0]) is { } size && !int.TryParse(words[i], CultureInfo.InvariantCulture, out _))
            {
                child.FontSize = size;
                return passed.SetItem("font-family", string.Join(' ', words[(i + 1)..]));
            }

            passed = words[i] is "italic" or "oblique" ? passed.SetItem("font-style", words[i])
                : words[i] is "bold" or "bolder" or "normal" || char.IsAsciiDigit(words[i][0]) ? passed.SetItem("font-weight", words[i])
                : passed;
        }

        return passed;
    }

    /// <summary>The value of a custom property, or what is to be used without it.</summary>
    private static string Resolved(string value, ImmutableDictionary<string, string> passed)
    {
        if (!value.StartsWith("var(", StringComparison.Ordinal))
        {
            return value;
        }

        var inner = value.AsSpan(4).TrimEnd().TrimEnd(')').Trim();
        var comma = inner.IndexOf(',');
        var name = (comma < 0 ? inner : inner[..comma]).Trim().ToString();
        return passed.GetValueOrDefault(name) is { } known && !known.StartsWith("var(", StringComparison.Ordinal) ? known : comma < 0 ? "initial" : inner[(comma + 1)..].Trim().ToString();
    }
}
