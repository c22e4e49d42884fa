namespace Kanyin.Books.Model;

/// <summary>What the author decides once for the elements of all pages, in every edition.</summary>
public sealed record HouseStyle
{
    public static readonly HouseStyle Default = new();

    /// <summary>Lines of code are numbered where their block does not say otherwise.</summary>
    public bool NumbersCode { get; init; }

    /// <summary>Emphasised Han has dots below it (着重号), instead of 楷体.</summary>
    public bool DotsEmphasis { get; init; }

    /// <summary>The notes of a chapter stand together at its end, instead of at the foot of their pages.</summary>
    public bool GathersNotes { get; init; }

    /// <summary>The number of the first line of a block of code, or null when its lines have none.</summary>
    public int? FirstNumberOf(CodeBlock code) => (code.FirstNumber ?? (NumbersCode ? 1 : 0)) is > 0 and var first ? first : null;
}
