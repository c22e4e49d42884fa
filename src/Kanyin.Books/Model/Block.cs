using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;

namespace Kanyin.Books.Model;

/// <summary>A piece of a chapter, from top to bottom. This file is the whole list.</summary>
public abstract record Block(Place At);

/// <summary>A heading. It holds both the number the author typed and the one that belongs there, so that a rule can compare them.</summary>
/// <param name="Level">From 1, in the book's tree (see <see cref="Chapter.Blocks"/>).</param>
/// <param name="Id">Unique in the book, ASCII, a valid XML name, the same in every build.</param>
/// <param name="Anchor">The name that links use for it inside its file: {#id} if given, else GitHub's slug.</param>
/// <param name="Number">The number its place in the sequence asks for, in the style of its typed number; null when it has none.</param>
/// <param name="Typed">The number the author typed; it is not repeated in <paramref name="Inlines"/>.</param>
public sealed record Heading(Place At, int Level, string Id, string Anchor, SectionNumber? Number, SectionNumber? Typed, ImmutableArray<Inline> Inlines) : Block(At)
{
    /// <summary>The number that stands before the words in every edition: the typed one, unless book.yml has them computed or left out.</summary>
    public SectionNumber? Printed { get; init; } = Typed;

    /// <summary>The author wants no number here: {-} or {.unnumbered}.</summary>
    public bool IsUnnumbered { get; init; }
}

/// <param name="IsContinued">The paragraph resumes a sentence after a display (no blank line before it), so it has no indent (PG5).</param>
public sealed record Paragraph(Place At, ImmutableArray<Inline> Inlines, bool IsContinued = false) : Block(At)
{
    /// <summary>Who said what is quoted above: ——陆羽.</summary>
    public bool IsAttribution => PlainText.Of(Inlines).AsSpan().TrimStart().StartsWith("——") && !Inlines.Any(i => i is LineBreak);
}

/// <param name="Start">The first number of an ordered list, or null for a bullet list.</param>
/// <param name="IsTight">No blank lines between the items.</param>
public sealed record List(Place At, int? Start, bool IsTight, ImmutableArray<ListItem> Items) : Block(At);

/// <param name="IsChecked">The box of a task list item, or null for an ordinary item.</param>
public sealed record ListItem(Place At, bool? IsChecked, ImmutableArray<Block> Blocks);

/// <summary>A block that may have a caption, and then a label: 图 1-1, 表 1-1, 代码 1-1.</summary>
/// <param name="Id">Unique in the book, ASCII, a valid XML name; empty where nothing can lead to it.</param>
public abstract record Captioned(Place At, string Id) : Block(At)
{
    /// <summary>The names that links use for it inside its file: {#id} and placed anchors.</summary>
    public ImmutableArray<string> Anchors { get; init; } = [];

    /// <summary>What is printed before the caption's words, or null.</summary>
    public CaptionLabel? Label { get; init; }

    /// <summary>The label the author typed; it is not repeated in the caption.</summary>
    public CaptionLabel? Typed { get; init; }

    /// <summary>Where the typed label stands; null when there is none, or its source is written otherwise.</summary>
    public Place? TypedAt { get; init; }
}

/// <param name="Language">The first word of the info string, lower case, or empty.</param>
/// <param name="Text">Lines end in \n; there is none at the end.</param>
/// <param name="Coloring">Looked for when first asked for, as it takes far longer than all other reading: a check never asks.</param>
/// <param name="FirstNumber">The number of the first line where lines are numbered; 0 for none, null leaves it to the book.</param>
public sealed record CodeBlock(Place At, string Language, string? Title, string Text, Lazy<ImmutableArray<CodeToken>> Coloring, int? FirstNumber = null) : Captioned(At, "")
{
    public CodeBlock(Place at, string language, string? title, string text, ImmutableArray<CodeToken> tokens, int? firstNumber = null)
        : this(at, language, title, text, new Lazy<ImmutableArray<CodeToken>>(tokens), firstNumber)
    {
    }

    /// <summary>The coloured stretches of <see cref="Text"/>, in order, not overlapping; the rest is plain.</summary>
    public ImmutableArray<CodeToken> Tokens
    {
        get => Coloring.Value;
        init => Coloring = new Lazy<ImmutableArray<CodeToken>>(value);
    }
}

/// <param name="IsVerse">Paragraphs only, whose lines the author has broken.</param>
public sealed record Quote(Place At, ImmutableArray<Block> Blocks, bool IsVerse = false) : Block(At);

/// <summary>A note, tip or warning set apart from the text (GitHub alerts and the like).</summary>
/// <param name="Kind">note, tip, important, warning or caution.</param>
/// <param name="Title">What the author wrote, or the Chinese name of the kind.</param>
public sealed record Callout(Place At, string Kind, ImmutableArray<Inline> Title, ImmutableArray<Block> Blocks) : Block(At);

/// <param name="Columns">One entry a column; every row has as many cells.</param>
public sealed record Table(Place At, ImmutableArray<ColumnAlignment> Columns, ImmutableArray<TableRow> Head, ImmutableArray<TableRow> Body) : Captioned(At, "")
{
    /// <summary>Without its label; empty when the author gave none.</summary>
    public ImmutableArray<Inline> Caption { get; init; } = [];
}

public enum ColumnAlignment
{
    Default,
    Left,
    Centre,
    Right,
}

public sealed record TableRow(Place At, ImmutableArray<TableCell> Cells);

public sealed record TableCell(Place At, ImmutableArray<Inline> Inlines);

/// <summary>A picture alone in its paragraph.</summary>
/// <param name="Caption">Without its label; empty when the author gave none.</param>
public sealed record Figure(Place At, string Id, Image Image, ImmutableArray<Inline> Caption) : Captioned(At, Id);

/// <summary>A display formula.</summary>
public sealed record MathBlock(Place At, Formula Formula) : Block(At);

public sealed record Definitions(Place At, ImmutableArray<Definition> Items) : Block(At);

public sealed record Definition(Place At, ImmutableArray<ImmutableArray<Inline>> Terms, ImmutableArray<ImmutableArray<Block>> Meanings);

/// <summary>A thematic break (---).</summary>
public sealed record Break(Place At) : Block(At);
