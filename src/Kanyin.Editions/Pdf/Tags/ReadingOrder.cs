using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf.Tags;

/// <summary>Helps readers that know nothing of tags: they take the text as the content stream has it, and guess at spaces from distances.</summary>
internal static class ReadingOrder
{
    /// <summary>The least gap, in em, that is taken for a space by readers we know of.</summary>
    private const double LooseGap = 0.09;
    private const char FirstHan = '\u2E80';

    /// <summary>What is to be drawn. The lines of a table's row stand side by side on the page; in the file each cell is said to its end.</summary>
    public static IEnumerable<PageItem> Of(IEnumerable<PageItem> items, TagNames names)
    {
        var row = new List<(int Cell, PageItem Item)>();
        foreach (var item in items.Where(i => i is not (LinkArea or DestinationMark))) // they draw nothing
        {
            var cell = item is GlyphRun { Owner: { } owner } ? names.CellOf(owner) : 0;
            if (cell > 0)
            {
                row.Add((cell, item));
                continue;
            }

            foreach (var (_, waiting) in row.OrderBy(r => r.Cell))
            {
                yield return waiting;
            }

            row.Clear();
            yield return item;
        }

        foreach (var (_, waiting) in row.OrderBy(r => r.Cell))
        {
            yield return waiting;
        }
    }

    /// <summary>Whether the Han of a run are so far apart that they would be torn apart, so its text must be given beside it.</summary>
    public static bool IsLoose(GlyphRun run)
    {
        for (var i = 1; i < run.Glyphs.Length; i++)
        {
            var (before, after) = (run.Glyphs[i - 1], run.Glyphs[i]);
            var gap = after.X - before.X - (run.Face.Advance(before.Id) * run.Size * run.Scale);
            if (gap > LooseGap * run.Size && run.Text[before.Start] >= FirstHan && run.Text[after.Start] >= FirstHan)
            {
                return true;
            }
        }

        return false;
    }
}
