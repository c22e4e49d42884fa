using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Lines;

/// <summary>How words look.</summary>
/// <param name="Family">Names a pair of faces, one for Han and one for Latin (see <see cref="FontBook"/>).</param>
/// <param name="Size">Points; the Latin face's own scale is applied on top.</param>
/// <param name="IsBold">黑体 for Han, bold for Latin; nothing is ever emboldened by us (6.4).</param>
/// <param name="IsItalic">Italic for Latin only; Han is never slanted (6.4).</param>
/// <param name="Rise">Points above the baseline (negative for subscripts).</param>
public sealed record TextStyle(FontFamily Family, double Size, bool IsBold = false, bool IsItalic = false, double Rise = 0)
{
    public Colour Colour { get; init; } = Colour.Black;
    public TextKind Kind { get; init; } = TextKind.Prose;
    public bool IsUnderlined { get; init; }
    public bool IsStruck { get; init; }

    /// <summary>着重号: a dot under each Han character, none under marks and Latin (6.4).</summary>
    public bool IsDotted { get; init; }

    /// <summary>A tint painted behind the words, or null.</summary>
    public Colour? Background { get; init; }
}

public enum TextKind
{
    Prose,

    /// <summary>Acts as LAT whatever it holds (AS7); broken by BR9.</summary>
    Code,

    /// <summary>A footnote call or the like: class REF (AS8, PW7).</summary>
    Reference,

    /// <summary>Superscript or subscript: no gap at its border (AS8).</summary>
    Script,
}
