using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks.Prose;

/// <summary>Every running text of a book, in reading order, those of notes where they are called.</summary>
internal sealed class ProseTexts
{
    private readonly ImmutableArray<ProseText>.Builder _texts = ImmutableArray.CreateBuilder<ProseText>();
    private readonly HashSet<Place> _notes = [];
    private readonly SourceFile _file;

    private ProseTexts(SourceFile file) => _file = file;

    public static ImmutableArray<ProseText> Of(Chapter chapter)
    {
        var texts = new ProseTexts(chapter.File);
        texts.Add(chapter.Blocks, isInList: false);
        return texts._texts.ToImmutable();
    }

    private void Add(IEnumerable<Block> blocks, bool isInList)
    {
        var all = blocks.ToList();
        for (var i = 0; i < all.Count; i++)
        {
            Add(all[i], isInList, i + 1 < all.Count ? all[i + 1] : null);
            Add(Descendants.ChildBlocks(all[i]), isInList || all[i] is List or Definitions);
        }
    }

    private void Add(Block block, bool isInList, Block? next)
    {
        switch (block)
        {
            case Heading h:
                Add(h.Inlines, ProseKind.Heading, isInList, next);
                break;
            case Paragraph p:
                Add(p.Inlines, ProseKind.Paragraph, isInList, next);
                break;
            case Callout c:
                Add(c.Title, ProseKind.Label, isInList, next);
                break;
            case Figure f:
                Add(f.Caption, ProseKind.Caption, isInList, next);
                break;
            case Table t:
                Add(t.Caption, ProseKind.Caption, isInList, next);
                Add(t.Head, ProseKind.ColumnHead);
                Add(t.Body, ProseKind.Cell);
                break;
            case Definitions d:
                foreach (var term in d.Items.SelectMany(i => i.Terms))
                {
                    Add(term, ProseKind.Label, isInList, next);
                }

                break;
        }
    }

    private void Add(ImmutableArray<TableRow> rows, ProseKind kind)
    {
        foreach (var cell in rows.SelectMany(r => r.Cells))
        {
            Add(cell.Inlines, kind, isInList: true, null);
        }
    }

    private void Add(ImmutableArray<Inline> inlines, ProseKind kind, bool isInList, Block? next)
    {
        var builder = new ProseBuilder(_file);
        builder.Add(inlines);
        if (builder.Finish(kind, isInList, next) is { } text)
        {
            _texts.Add(text);
        }

        foreach (var note in Notes(inlines))
        {
            // A note that is called twice is one text.
            if (note.Blocks is [var first, ..] && _notes.Add(first.At))
            {
                Add(note.Blocks, isInList: false);
            }
        }
    }

    private static IEnumerable<Note> Notes(ImmutableArray<Inline> inlines) =>
        inlines.Where(i => i is not Model.Text).SelectMany(i => i is Note note ? [note] : Notes(Descendants.Children(i)));
}
