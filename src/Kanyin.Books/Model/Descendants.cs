using System.Collections.Immutable;
using System.Diagnostics;

namespace Kanyin.Books.Model;

/// <summary>Walks the tree in reading order, notes included where they are called.</summary>
public static class Descendants
{
    /// <summary>Every block of the chapter, at any depth.</summary>
    public static IEnumerable<Block> AllBlocks(this Chapter chapter) => AllBlocks(chapter.Blocks);

    /// <summary>Every inline of the chapter, at any depth.</summary>
    public static IEnumerable<Inline> AllInlines(this Chapter chapter) => AllInlines(chapter.Blocks);

    /// <summary>Every inline in and below the given blocks, those of notes included.</summary>
    public static IEnumerable<Inline> AllInlines(IEnumerable<Block> blocks) => WithInner(AllBlocks(blocks).SelectMany(OwnInlines));

    /// <summary>The inlines and every one inside them; what notes hold is not.</summary>
    public static IEnumerable<Inline> WithInner(IEnumerable<Inline> inlines)
    {
        var all = new List<Inline>();
        foreach (var inline in inlines)
        {
            Gather(inline, all);
        }

        return all;
    }

    /// <summary>Every block among and below the given ones, those of notes included.</summary>
    public static IEnumerable<Block> AllBlocks(IEnumerable<Block> blocks)
    {
        var all = new List<Block>();
        Gather(blocks, all);
        return all;
    }

    /// <summary>The blocks directly inside a block.</summary>
    public static IEnumerable<Block> ChildBlocks(Block block) => block switch
    {
        List l => l.Items.SelectMany(i => i.Blocks),
        Quote q => q.Blocks,
        Callout c => c.Blocks,
        Definitions d => d.Items.SelectMany(i => i.Meanings).SelectMany(m => m),
        Heading or Paragraph or CodeBlock or Table or Figure or MathBlock or Break => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>The inlines directly inside a block (not those of blocks inside it).</summary>
    public static IEnumerable<Inline> OwnInlines(Block block) => block switch
    {
        Heading h => h.Inlines,
        Paragraph p => p.Inlines,
        Callout c => c.Title,
        Table t => t.Caption.Concat(t.Head.Concat(t.Body).SelectMany(r => r.Cells).SelectMany(c => c.Inlines)),
        Figure f => f.Caption.Prepend(f.Image),
        Definitions d => d.Items.SelectMany(i => i.Terms).SelectMany(t => t),
        List or Quote or CodeBlock or MathBlock or Break => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>The inlines directly inside an inline.</summary>
    public static ImmutableArray<Inline> Children(Inline inline) => inline switch
    {
        Emphasis e => e.Inlines,
        Strong s => s.Inlines,
        Strike s => s.Inlines,
        Underline u => u.Inlines,
        Mark m => m.Inlines,
        Script s => s.Inlines,
        Link l => l.Inlines,
        Ruby r => r.Base,
        Text or Code or Keyboard or Math or Image or Note or Anchor or LineBreak => [],
        _ => throw new UnreachableException(),
    };

    // Lists, not iterators inside iterators: a library has a hundred thousand blocks, and most of them hold one text.
    private static void Gather(IEnumerable<Block> blocks, List<Block> all)
    {
        foreach (var block in blocks)
        {
            all.Add(block);
            Gather(ChildBlocks(block), all);
            foreach (var inline in OwnInlines(block))
            {
                GatherNotes(inline, all);
            }
        }
    }

    private static void GatherNotes(Inline inline, List<Block> all)
    {
        if (inline is Note note)
        {
            Gather(note.Blocks, all);
        }

        foreach (var child in Children(inline))
        {
            GatherNotes(child, all);
        }
    }

    private static void Gather(Inline inline, List<Inline> all)
    {
        all.Add(inline);
        foreach (var child in Children(inline))
        {
            Gather(child, all);
        }
    }
}
