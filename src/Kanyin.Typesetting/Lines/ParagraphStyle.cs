using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Lines;

/// <summary>How a paragraph is broken into lines. Lengths in points.</summary>
/// <param name="Measure">Line length.</param>
/// <param name="Size">The em of the paragraph.</param>
/// <param name="FirstIndent">Indent of the first line; may be negative for a hanging first line.</param>
public sealed record ParagraphStyle(double Measure, double Size, double FirstIndent = 0)
{
    public Alignment Alignment { get; init; } = Alignment.Justified;

    /// <summary>JU9: first fit with one look ahead, for contents, cells and captions; otherwise total fit.</summary>
    public bool IsSimple { get; init; }

    /// <summary>Whether English words may be hyphenated (BR7).</summary>
    public bool Hyphenates { get; init; } = true;

    public Composition Composition { get; init; } = Composition.Default;

    /// <summary>Points as units of 1/1024 of the paragraph's em, in which lines are measured.</summary>
    internal int Units(double points) => (int)Math.Round(points / Size * ItemList.Em, MidpointRounding.AwayFromZero);
}

public enum Alignment
{
    Justified,
    Left,
    Centre,
    Right,
}
