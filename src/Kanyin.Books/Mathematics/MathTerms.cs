namespace Kanyin.Books.Mathematics;

/// <summary>TeX's eight kinds of atoms (The TeXbook, chapter 17), which decide the white between them.</summary>
public enum AtomClass
{
    Ord,
    Op,
    Bin,
    Rel,
    Open,
    Close,
    Punct,
    Inner,
}

/// <summary>TeX's four styles.</summary>
public enum MathLevel
{
    Display,
    Text,
    Script,
    ScriptScript,
}

public enum LimitsPlace
{
    Never,
    InDisplays,
    Always,
}

/// <summary>The shapes of letters that mean different things (Unicode Technical Report 25, 2.2).</summary>
public enum MathAlphabet
{
    Roman,
    Italic,
    Bold,
    BoldItalic,
    Sans,
    SansBold,
    SansItalic,
    Monospace,
    Calligraphic,
    Script,
    Fraktur,
    BoldFraktur,
    DoubleStruck,
}

/// <summary>The faces of words.</summary>
public enum WordsFace
{
    Roman,
    Italic,
    Bold,
    BoldItalic,
    Sans,
    Monospace,
}

public enum TableKind
{
    /// <summary>Columns 1 em apart, cells in text style.</summary>
    Matrix,

    /// <summary>A matrix in script style.</summary>
    Small,

    /// <summary>Columns with rules, as far apart as LaTeX's.</summary>
    Array,

    /// <summary>cases: a left column of values, a right one of conditions.</summary>
    Cases,

    /// <summary>Right and left columns in turn that meet at the sign of a relation, cells in display style.</summary>
    Aligned,

    /// <summary>Centred lines in display style.</summary>
    Gathered,

    /// <summary>Small lines close together, as under a sum.</summary>
    Substack,

    /// <summary>Objects with arrows between them, in every second row and column.</summary>
    Diagram,
}

public enum FrameKind
{
    Box,
    Cancel,
    BackCancel,
    CrossCancel,
    Strike,

    /// <summary>Over and right of what it holds, as actuaries write.</summary>
    Angle,

    /// <summary>Under it, with a slanting line at its left: the phase of a phasor.</summary>
    Phase,
    Circle,
}

/// <summary>The number at the right of a display.</summary>
/// <param name="IsInBrackets">\tag rather than \tag*.</param>
public sealed record MathTag(string Text, bool IsInBrackets)
{
    public string Printed => IsInBrackets ? $"({Text})" : Text;
}
