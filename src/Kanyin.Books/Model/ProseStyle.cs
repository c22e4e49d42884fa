using System.Collections.Immutable;

namespace Kanyin.Books.Model;

/// <summary>What the author has decided about the words of the book, for the checks.</summary>
public sealed record ProseStyle
{
    public static readonly ProseStyle Default = new();

    /// <summary>How Han and Latin are parted in the files; null leaves it to the author. The editions are the same.</summary>
    public Spacing? Spacing { get; init; }

    /// <summary>Traditional characters are reported.</summary>
    public bool IsSimplified { get; init; }

    /// <summary>The glossary.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];
}

public enum Spacing
{
    Space,
    None,
}

/// <param name="Right">The name or word as the book has it.</param>
/// <param name="Wrong">Words that are not used for it.</param>
public sealed record Term(string Right, ImmutableArray<string> Wrong);
