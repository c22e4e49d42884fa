using System.Collections.Immutable;

namespace Kanyin.Books.Mathematics;

/// <summary>
/// A piece of a formula: what it is, not how wide it is. From the one tree come the layout on paper, MathML and the
/// reading in words. Lengths are in em. This file is the whole list.
/// </summary>
public abstract record MathNode;

/// <summary>Pieces beside each other.</summary>
public sealed record MathRow(ImmutableArray<MathNode> Items) : MathNode
{
    public static MathRow Empty { get; } = new([]);
}

/// <summary>A letter, a digit, a sign, or the name of a function.</summary>
/// <param name="Text">The plain characters: x, 3, ≤, sin.</param>
public sealed record MathAtom(string Text, AtomClass Class, MathAlphabet Alphabet = MathAlphabet.Roman) : MathNode
{
    /// <summary>Drawn larger in displays: ∑ ∫.</summary>
    public bool IsLarge { get; init; }
}

/// <summary>Words among the formula, spaces kept.</summary>
public sealed record MathWords(string Text, WordsFace Face = WordsFace.Roman) : MathNode;

/// <summary>White; negative draws together.</summary>
/// <param name="MayBreak">A line may end here.</param>
public sealed record MathSpace(double Width, bool MayBreak = false) : MathNode;

/// <summary>What is inside, spaced as one atom of a class: {…} or \mathrel{…}.</summary>
/// <param name="Limits">Where its scripts stand when it is an operator.</param>
public sealed record MathClassed(AtomClass Class, MathNode Body, LimitsPlace Limits = LimitsPlace.Never) : MathNode;

/// <param name="Base">An empty row when scripts stand alone.</param>
/// <param name="HasLimits">Above and below rather than beside: always, in displays, or never.</param>
public sealed record MathScripts(MathNode Base, MathNode? Sub, MathNode? Sup, LimitsPlace HasLimits) : MathNode;

/// <param name="Rule">Thickness, 0 for none, null for the font's own.</param>
/// <param name="Left">Delimiters around it, empty for none.</param>
/// <param name="Level">The style that it is set in whatever the style around it, or null.</param>
public sealed record MathFraction(MathNode Numerator, MathNode Denominator, double? Rule = null, string Left = "", string Right = "", MathLevel? Level = null) : MathNode
{
    /// <summary>\cfrac: both parts stay as large as the fraction, with the height of a line.</summary>
    public bool IsContinued { get; init; }

    /// <summary>Where the numerator of a \cfrac stands: l, c or r.</summary>
    public char Alignment { get; init; } = 'c';
}

public sealed record MathRadical(MathNode Body, MathNode? Index) : MathNode;

/// <summary>A mark over or under: \hat, \overline, \overbrace, \overrightarrow.</summary>
/// <param name="Mark">One character, as Unicode has it when it stands alone: ^ ¯ ⏞ →.</param>
/// <param name="IsWide">As wide as what it marks.</param>
public sealed record MathAccent(string Mark, MathNode Body, bool IsWide, bool IsUnder) : MathNode;

/// <summary>A long arrow or a sign as wide as what is written over and under it.</summary>
public sealed record MathArrow(string Mark, MathNode? Over, MathNode? Under) : MathNode
{
    /// <summary>No narrower than this, in em.</summary>
    public double Least { get; init; } = 1.1;
}

/// <summary>An upright arrow of a diagram with small words at its sides.</summary>
public sealed record MathUpright(string Mark, MathNode? Left, MathNode? Right) : MathNode;

/// <summary>Something small over or under something: \overset, \underset, \stackrel.</summary>
public sealed record MathStack(MathNode Body, MathNode? Over, MathNode? Under, AtomClass Class) : MathNode;

/// <summary>Delimiters that grow with what they hold: \left … \right.</summary>
/// <param name="Left">Empty for none.</param>
public sealed record MathFence(string Left, MathNode Body, string Right) : MathNode;

/// <summary>A delimiter between \left and \right that grows with them.</summary>
public sealed record MathMiddle(string Text) : MathNode;

/// <summary>A delimiter of a given size: \big to \Bigg.</summary>
/// <param name="Size">1 to 4.</param>
public sealed record MathDelimiter(string Text, AtomClass Class, int Size) : MathNode;

/// <summary>Rows and columns: matrices, cases, aligned equations, arrays.</summary>
public sealed record MathTable(TableKind Kind, ImmutableArray<MathColumn> Columns, ImmutableArray<MathTableRow> Rows) : MathNode
{
    /// <summary>Rules below the last row: - solid, : dashed.</summary>
    public string RulesBelow { get; init; } = "";

    /// <summary>Rules right of the last column: | solid, : dashed.</summary>
    public string RulesAfter { get; init; } = "";

    /// <summary>\arraystretch: how many times as far apart as usual the rows are.</summary>
    public double Stretch { get; init; } = 1;
}

/// <param name="Alignment">l, c or r.</param>
/// <param name="RulesBefore">| solid, : dashed, one for each rule.</param>
/// <param name="GapBefore">White before the column, where it is not the usual one.</param>
public sealed record MathColumn(char Alignment, string RulesBefore = "", double? GapBefore = null);

/// <param name="Cells">May be fewer than the columns.</param>
/// <param name="RulesAbove">- solid, : dashed.</param>
/// <param name="GapAfter">White added below.</param>
public sealed record MathTableRow(ImmutableArray<MathNode> Cells, string RulesAbove = "", double GapAfter = 0)
{
    /// <summary>The row's own number, or null.</summary>
    public MathTag? Tag { get; init; }
}

/// <summary>\displaystyle and its like.</summary>
public sealed record MathStyled(MathLevel Level, MathNode Body) : MathNode;

/// <summary>\large, \tiny and their like.</summary>
public sealed record MathSized(double Factor, MathNode Body) : MathNode;

/// <param name="Ink">Red, green, blue in the lower three bytes; null keeps the colour around.</param>
/// <param name="Ground">What is painted behind, or null.</param>
public sealed record MathColoured(int? Ink, int? Ground, MathNode Body) : MathNode;

/// <summary>A frame around or a stroke through.</summary>
public sealed record MathFrame(FrameKind Kind, MathNode Body) : MathNode
{
    /// <summary>The colour of the frame itself; null for that of what stands around.</summary>
    public int? Ink { get; init; }

    /// <summary>What is painted inside the frame, or null.</summary>
    public int? Ground { get; init; }
}

/// <summary>Something else in each style: \mathchoice.</summary>
public sealed record MathChoice(MathNode Display, MathNode Text, MathNode Script, MathNode ScriptScript) : MathNode;

/// <summary>Something that takes other room than it has: \phantom, \smash, \llap.</summary>
/// <param name="Overlap">Where it stands when it has no width: l left of here, r right of here, c centred.</param>
public sealed record MathPhantom(MathNode Body, bool IsVisible, bool HasWidth, bool HasHeight, bool HasDepth, char Overlap = 'r') : MathNode;

/// <param name="Rise">Upwards; null brings its middle to the axis (\vcenter).</param>
public sealed record MathRaised(MathNode Body, double? Rise) : MathNode;

/// <summary>A black rectangle.</summary>
public sealed record MathRule(double Width, double Height, double Rise) : MathNode;

/// <summary>What no reader of TeX would understand, kept as written.</summary>
public sealed record MathUnknown(string Tex) : MathNode;
