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
    public static IEnumerable<Inline> AllInlines(IEnumerable<Block> blocks) => AllBlocks(blocks).SelectMany(OwnInlines).SelectMany(WithoutNotes);

    /// <summary>Every block among and below the given ones, those of notes included.</summary>
    public static IEnumerable<Block> AllBlocks(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            yield return block;
            foreach (var child in AllBlocks(ChildBlocks(block)))
            {
                yield return child;
            }

            foreach (var note in OwnInlines(block).SelectMany(WithoutNotes).OfType<Note>())
            {
                foreach (var child in AllBlocks(note.Blocks))
                {
                    yield return child;
                }
            }
        }
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

    private static IEnumerable<Inline> WithoutNotes(Inline inline) => Children(inline).SelectMany(WithoutNotes).Prepend(inline);
}
