using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Mathematics;

/// <summary>A formula as read.</summary>
/// <param name="Tex">As the author wrote it.</param>
public sealed record Formula(string Tex, MathNode Tree)
{
    public MathTag? Tag { get; init; }

    /// <summary>It gets no number of the book's: \notag, \nonumber, an environment with a star, or numbers at its rows.</summary>
    public bool IsUnnumbered { get; init; }

    /// <summary>The names it can be referred to by, with what is printed there.</summary>
    public ImmutableArray<MathLabel> Labels { get; init; } = [];

    /// <summary>The labels it refers to.</summary>
    public ImmutableArray<MathLabel> References { get; init; } = [];

    /// <summary>Reads it again when the numbers of other formulas are known.</summary>
    internal Func<IReadOnlyDictionary<string, string>, MathNode>? Reread { get; init; }

    /// <summary>Of TeX that uses nobody's own commands; what is wrong with it is kept as written.</summary>
    public static Formula Of(string tex) => TexReader.Read(tex, new TexMacros(), out _);

    /// <summary>The same with the numbers it refers to.</summary>
    /// <param name="labels">From a label to its number.</param>
    public Formula Resolved(IReadOnlyDictionary<string, string> labels) => Reread is null ? this : new Formula(Tex, Reread(labels)) { Tag = Tag, IsUnnumbered = IsUnnumbered, Labels = Labels, References = References };

    /// <summary>In words: for search, outlines and readers who listen.</summary>
    public string Reading => MathReading.Of(this);
}

/// <param name="Tag">The number of the formula or row; empty when it has none.</param>
/// <param name="At">Where the name stands in the TeX.</param>
public sealed record MathLabel(string Name, string Tag, int At);

/// <summary>Something wrong at an offset of a formula's TeX.</summary>
internal sealed record MathTrouble(DiagnosticKind Kind, int At, int Length, string Message, string? Hint = null);
