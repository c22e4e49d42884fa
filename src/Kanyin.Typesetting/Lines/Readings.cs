namespace Kanyin.Typesetting.Lines;

/// <summary>Ruby: a base narrower than its reading is spread, so that readings never touch, and stays on one line (6.4).</summary>
internal static class Readings
{
    /// <summary>White between two readings, in em of the reading.</summary>
    private const double White = 0.25;

    /// <summary>Changes the items under readings.</summary>
    public static void Spread(ItemList items, ParagraphText paragraph, ParagraphStyle style)
    {
        if (!paragraph.Pieces.Any(p => p is TextPiece { Reading: not null }))
        {
            return;
        }

        for (int first = 0, end; first < items.Count; first = end)
        {
            for (end = first + 1; end < items.Count && items[end].Piece == items[first].Piece;)
            {
                end++;
            }

            if (paragraph.Pieces[items[first].Piece] is TextPiece { Reading: { } reading })
            {
                Spread(items, first, end, style.Units(reading.Width + (White * reading.Size)), style.Size / ItemList.Em);
            }
        }
    }

    /// <summary>Shares what the base lacks among its characters, half on each side of them.</summary>
    /// <param name="unit">Points.</param>
    private static void Spread(ItemList items, int first, int end, int wanted, double unit)
    {
        var lack = wanted;
        for (var i = first; i < end; i++)
        {
            lack -= items[i].Width;
            if (i < end - 1)
            {
                lack -= items[i].After.Width;
                items[i].After.Penalty = Chinese.BreakRules.Forbidden;
            }
        }

        var share = (lack + end - first - 1) / (end - first);
        for (var i = first; i < end && share > 0; i++)
        {
            items[i].Width += share;
            items[i].Shift += share * unit / 2 / items[i].Size;
        }
    }
}
