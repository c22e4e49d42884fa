using Kanyin.Books.Mathematics;

namespace Kanyin.Typesetting.Pages;

/// <summary>The standard structure types of ISO 32000-1 14.8.4 that we use.</summary>
public enum StructureRole
{
    Document,
    Part,
    Sect,
    TOC,
    TOCI,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    P,
    L,
    LI,
    Lbl,
    LBody,
    BlockQuote,
    Code,
    Table,
    THead,
    TBody,
    TR,
    TH,
    TD,
    Figure,
    Caption,
    Formula,
    Note,
    Reference,
    Link,
    Span,
    Ruby,
    RB,
    RT,
}

/// <summary>A node of the tag tree, in reading order. It has identity, so it is a class: page items name it as their owner.</summary>
public sealed class StructureElement(StructureRole role)
{
    private readonly List<StructureElement> _children = [];

    public StructureRole Role { get; } = role;
    public IReadOnlyList<StructureElement> Children => _children;

    /// <summary>What is read in place of the content (figures), or null.</summary>
    public string? Alt { get; init; }

    /// <summary>The text that the content stands for where glyphs and text differ, or null.</summary>
    public string? ActualText { get; init; }

    /// <summary>BCP 47, where it differs from the book's; else null.</summary>
    public string? Language { get; init; }

    /// <summary>What a Formula says, or null.</summary>
    public Formula? Formula { get; init; }

    /// <summary>A Formula stands on lines of its own.</summary>
    public bool IsDisplay { get; init; }

    /// <summary>Of a list; elsewhere it says nothing.</summary>
    public ListNumbering Numbering { get; init; }

    public StructureElement Add(StructureElement child)
    {
        _children.Add(child);
        return child;
    }

    public StructureElement Add(StructureRole role) => Add(new StructureElement(role));
}
