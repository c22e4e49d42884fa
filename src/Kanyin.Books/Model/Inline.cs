using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;

namespace Kanyin.Books.Model;

/// <summary>A piece of running text. This file is the whole list.</summary>
public abstract record Inline(Place At);

/// <summary>Words. Line ends of the source are already a space or nothing (IN1).</summary>
public sealed record Text(Place At, string Value) : Inline(At);

public sealed record Emphasis(Place At, ImmutableArray<Inline> Inlines) : Inline(At);

public sealed record Strong(Place At, ImmutableArray<Inline> Inlines) : Inline(At);

public sealed record Strike(Place At, ImmutableArray<Inline> Inlines) : Inline(At);

public sealed record Underline(Place At, ImmutableArray<Inline> Inlines) : Inline(At);

public sealed record Mark(Place At, ImmutableArray<Inline> Inlines) : Inline(At);

/// <summary>Superscript or subscript.</summary>
public sealed record Script(Place At, bool IsSuper, ImmutableArray<Inline> Inlines) : Inline(At);

public sealed record Code(Place At, string Value) : Inline(At);

/// <summary>A key to press.</summary>
public sealed record Keyboard(Place At, string Value) : Inline(At);

/// <summary>A formula in the line.</summary>
public sealed record Math(Place At, Formula Formula) : Inline(At);

public sealed record Link(Place At, LinkTarget Target, string? Title, ImmutableArray<Inline> Inlines) : Inline(At)
{
    /// <summary>Written without words, [](ch03.md): its words are what the target is called, 第 3 章.</summary>
    public bool IsReference { get; init; }

    /// <summary>The number of the target's page follows, in editions that have pages.</summary>
    public bool ShowsPage { get; init; }
}

/// <param name="Source">The address as the author wrote it.</param>
/// <param name="Picture">The file, or null when it is remote or does not exist.</param>
/// <param name="Width">The width the author asked for in CSS pixels (1/96 inch), or null.</param>
/// <param name="Share">The share of the measure the author asked for (width="50%" is 0.5), or null.</param>
public sealed record Image(Place At, string Source, string Alt, string? Title, Picture? Picture, double? Width = null, double? Share = null) : Inline(At)
{
    /// <summary>The name that links use for it, from {#id}, or empty.</summary>
    public string Anchor { get; init; } = "";

    public bool IsRemote => Source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || Source.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || Source.StartsWith("//", StringComparison.Ordinal);
}

/// <summary>A footnote, held where it is called.</summary>
/// <param name="Id">Unique in the book; a second call of the same note has the same id and the same blocks.</param>
public sealed record Note(Place At, string Id, string Label, ImmutableArray<Block> Blocks) : Inline(At);

public sealed record Ruby(Place At, ImmutableArray<Inline> Base, string Reading) : Inline(At);

/// <summary>A link target that the author placed in the text (a id=…).</summary>
/// <param name="Id">Unique in the book, ASCII.</param>
public sealed record Anchor(Place At, string Id, string Name) : Inline(At);

/// <summary>A forced line break.</summary>
public sealed record LineBreak(Place At) : Inline(At);
