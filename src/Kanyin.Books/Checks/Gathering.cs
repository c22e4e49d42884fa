using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks;

/// <summary>One walk through a book, in reading order. A note that is called twice is met once.</summary>
internal sealed class Gathering
{
    private readonly HashSet<Place> _notes = [];

    public Gathering(Book book)
    {
        foreach (var chapter in book.Chapters)
        {
            Walk(chapter, chapter.Blocks, isRunning: true);
        }
    }

    /// <summary>At any depth, those of notes included.</summary>
    public List<(Chapter Chapter, Block Block)> Blocks { get; } = [];

    public List<Link> Links { get; } = [];
    public List<Image> Images { get; } = [];

    /// <summary>The texts outside headings, captions and links to the web.</summary>
    public List<Text> RunningTexts { get; } = [];

    private void Walk(Chapter chapter, IEnumerable<Block> blocks, bool isRunning)
    {
        foreach (var block in blocks)
        {
            Blocks.Add((chapter, block));
            if (block is Table table)
            {
                Walk(chapter, table.Caption, isRunning: false);
                foreach (var cell in table.Head.Concat(table.Body).SelectMany(r => r.Cells))
                {
                    Walk(chapter, cell.Inlines, isRunning);
                }
            }
            else
            {
                Walk(chapter, Descendants.OwnInlines(block), isRunning && block is not (Heading or Figure));
            }

            Walk(chapter, Descendants.ChildBlocks(block), isRunning);
        }
    }

    private void Walk(Chapter chapter, IEnumerable<Inline> inlines, bool isRunning)
    {
        foreach (var inline in inlines)
        {
            var goesOn = isRunning;
            switch (inline)
            {
                case Text text when isRunning:
                    RunningTexts.Add(text);
                    continue;
                case Text or Code:
                    continue;
                case Link link:
                    Links.Add(link);
                    goesOn &= link.Target is not ExternalTarget;
                    break;
                case Image image:
                    Images.Add(image);
                    break;
                case Note { Blocks: [var first, ..] } note when _notes.Add(first.At):
                    Walk(chapter, note.Blocks, isRunning: true);
                    break;
            }

            Walk(chapter, Descendants.Children(inline), goesOn);
        }
    }
}
