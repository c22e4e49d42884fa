using System.Collections.Immutable;
using System.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>Copies a tree with some of its nodes changed, in reading order. What does not change is not copied.</summary>
internal abstract class TreeRewriter
{
    // Made once, not for each of a library's hundred thousand blocks.
    private readonly Func<Block, Block> _block;
    private readonly Func<Inline, Inline> _inline;
    private readonly Func<TableRow, TableRow> _row;
    private readonly Func<TableCell, TableCell> _cell;
    private readonly Func<ListItem, ListItem> _item;

    protected TreeRewriter() => (_block, _inline, _row, _cell, _item) = (Rewrite, Rewrite, Rewrite, Rewrite, Rewrite);

    public ImmutableArray<Block> Rewrite(ImmutableArray<Block> blocks) => All(blocks, _block);

    /// <summary>Called for every inline after its children.</summary>
    protected abstract Inline Changed(Inline inline);

    /// <summary>Called for every heading, figure, table, formula and code block after its children.</summary>
    protected virtual Block Changed(Block block) => block;

    /// <summary>The blocks of a note; a note called twice comes twice.</summary>
    protected virtual Note Rewrite(Note note) => note with { Blocks = Rewrite(note.Blocks) };

    private ImmutableArray<Inline> Rewrite(ImmutableArray<Inline> inlines) => All(inlines, _inline);

    private Block Rewrite(Block block) => block switch
    {
        Heading h => Changed(Rewrite(h.Inlines) is var n && n == h.Inlines ? h : h with { Inlines = n }),
        Figure f => Changed(f with { Image = (Image)Rewrite(f.Image), Caption = Rewrite(f.Caption) }),
        Paragraph p => Rewrite(p.Inlines) is var n && n == p.Inlines ? p : p with { Inlines = n },
        List l => l with { Items = All(l.Items, _item) },
        Quote q => q with { Blocks = Rewrite(q.Blocks) },
        Callout c => c with { Title = Rewrite(c.Title), Blocks = Rewrite(c.Blocks) },
        Table t => Changed(t with { Caption = Rewrite(t.Caption), Head = All(t.Head, _row), Body = All(t.Body, _row) }),
        Definitions d => d with { Items = All(d.Items, Rewrite) },
        CodeBlock or MathBlock => Changed(block),
        Break => block,
        _ => throw new UnreachableException(),
    };

    private ListItem Rewrite(ListItem item) => Rewrite(item.Blocks) is var n && n == item.Blocks ? item : item with { Blocks = n };

    private TableRow Rewrite(TableRow row) => All(row.Cells, _cell) is var n && n == row.Cells ? row : row with { Cells = n };

    private TableCell Rewrite(TableCell cell) => Rewrite(cell.Inlines) is var n && n == cell.Inlines ? cell : cell with { Inlines = n };

    private Definition Rewrite(Definition definition) => definition with
    {
        Terms = [.. definition.Terms.Select(t => Rewrite(t))],
        Meanings = [.. definition.Meanings.Select(m => Rewrite(m))],
    };

    private Inline Rewrite(Inline inline) => Changed(inline switch
    {
        Emphasis e => e with { Inlines = Rewrite(e.Inlines) },
        Strong s => s with { Inlines = Rewrite(s.Inlines) },
        Strike s => s with { Inlines = Rewrite(s.Inlines) },
        Underline u => u with { Inlines = Rewrite(u.Inlines) },
        Mark m => m with { Inlines = Rewrite(m.Inlines) },
        Script s => s with { Inlines = Rewrite(s.Inlines) },
        Link l => l with { Inlines = Rewrite(l.Inlines) },
        Ruby r => r with { Base = Rewrite(r.Base) },
        Note n => Rewrite(n),
        Text or Code or Keyboard or Model.Math or Image or Anchor or LineBreak => inline,
        _ => throw new UnreachableException(),
    });

    private static ImmutableArray<T> All<T>(ImmutableArray<T> nodes, Func<T, T> rewrite)
        where T : class
    {
        ImmutableArray<T>.Builder? result = null;
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = rewrite(nodes[i]);
            if (result is null && !ReferenceEquals(node, nodes[i]))
            {
                result = ImmutableArray.CreateBuilder<T>(nodes.Length);
                result.AddRange(nodes, i);
            }

            result?.Add(node);
        }

        return result?.MoveToImmutable() ?? nodes;
    }
}
