using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Shaping;

namespace Kanyin.Typesetting.Lines;

/// <summary>Something that a line holds whole: a Han character, a mark's body, a word or a part of one, a picture. Widths in units of 1/1024 of the paragraph's em.</summary>
internal struct Item
{
    public CharacterClass Class;

    /// <summary>Index of the paragraph piece.</summary>
    public int Piece;

    /// <summary>The stretch of the paragraph's text.</summary>
    public int Start;

    public int Length;

    /// <summary>Of the body.</summary>
    public int Width;

    /// <summary>The blanks that a mark owns before and after its body, were it alone (1.1).</summary>
    public int Lead;

    public int Trail;

    /// <summary>What draws it; null for pictures and fixed spaces.</summary>
    public FontFace? Face;

    public ShapedText? Glyphs;

    /// <summary>Points: the size at which the face is drawn, its own scale included.</summary>
    public double Size;

    /// <summary>From the body's left end on the baseline to the glyphs' origin, in em of <see cref="Size"/>.</summary>
    public double Shift;

    public double Rise;

    public char First;
    public char Last;

    /// <summary>Between this item and the next.</summary>
    public Gap After;
}

/// <summary>What lies between two items. Widths in units of 1/1024 of the paragraph's em.</summary>
internal struct Gap
{
    public int Width;
    public ShrinkTier Tier;

    /// <summary>How much of the width its tier may take.</summary>
    public int Shrink;

    /// <summary>How much of the width is the blank of the mark before, and of the one after.</summary>
    public int Trail;

    public int Lead;

    /// <summary>How much E1 (word space) or E2 (gap to Latin) may add.</summary>
    public int WordStretch;

    public int LatinStretch;

    /// <summary>Whether E3 and E4 open it (JU2).</summary>
    public bool Expands;

    /// <summary>Of a line break here, or <see cref="BreakRules.Forbidden"/>.</summary>
    public int Penalty;

    /// <summary>A break that is taken only when nothing else fits (BR6).</summary>
    public bool IsEmergency;

    /// <summary>Width of the hyphen that a break here adds, or 0.</summary>
    public int Hyphen;

    /// <summary>The author's white space that the gap stands for.</summary>
    public int SpaceStart;

    public int SpaceLength;
}
