using Kanyin.Books.Mathematics;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>Atoms beside each other, and the white between them.</summary>
internal sealed partial class MathSetter
{
    /// <param name="Class">Null for white, which is no atom.</param>
    /// <param name="MayBreak">A line may end after white.</param>
    private record struct RowItem(AtomClass? Class, MathBox Box, MathStyle Style, bool MayBreak = false);

    private MathBox SetRow(MathNode row, MathStyle style, bool beginsWithOrd = false)
    {
        var pieces = Pieces(row, style, beginsWithOrd);
        var boxes = new MathBox[pieces.Count * 2];
        for (var i = 0; i < pieces.Count; i++)
        {
            boxes[2 * i] = MathBox.Kern(pieces[i].Before);
            boxes[(2 * i) + 1] = pieces[i].Box;
        }

        var whole = MathBox.Beside(boxes);
        return pieces.Count > 0 ? whole with { Italics = pieces.Count == 1 ? pieces[0].Box.Italics : 0, Glyph = pieces.Count == 1 ? pieces[0].Box.Glyph : null, TopAccent = pieces.Count == 1 ? pieces[0].Box.TopAccent : null } : whole;
    }

    /// <param name="Before">White before it, in points.</param>
    /// <param name="BreakAfter">The sign after which a line may end: Rel or Bin; Punct where the author says so.</param>
    public readonly record struct RowPiece(MathBox Box, double Before, AtomClass? BreakAfter);

    /// <summary>A row's pieces with the white before each. No line ends inside brackets.</summary>
    public List<RowPiece> Pieces(MathNode row, MathStyle style, bool beginsWithOrd = false)
    {
        var items = new List<RowItem>();
        if (beginsWithOrd)
        {
            items.Add(new RowItem(AtomClass.Ord, MathBox.Empty, style));
        }

        Collect(row, style, items);
        Settle(items);
        var pieces = new List<RowPiece>(items.Count);
        AtomClass? before = null;
        var depth = 0;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            depth += item.Class switch { AtomClass.Open => 1, AtomClass.Close when depth > 0 => -1, _ => 0 };
            var white = before is { } left && item.Class is { } right ? MathSpacing.Between(left, right, item.Style.IsScript) / 18.0 * Em(item.Style) : 0;
            AtomClass? end = i + 1 == items.Count ? null : depth == 0 && item.Class is AtomClass.Rel or AtomClass.Bin ? item.Class : item.MayBreak ? AtomClass.Punct : null;

            // Two relations are one: no white and no break between them.
            end = end == AtomClass.Rel && items[i + 1].Class == AtomClass.Rel ? null : end;
            pieces.Add(new RowPiece(item.Box, white, end));
            before = item.Class ?? before;
        }

        return pieces;
    }

    /// <summary>Nodes that only dress what is inside are seen through, so that atoms meet across their borders.</summary>
    private void Collect(MathNode node, MathStyle style, List<RowItem> items)
    {
        switch (node)
        {
            case MathRow row:
                foreach (var item in row.Items)
                {
                    Collect(item, style, items);
                }

                break;
            case MathStyled s: Collect(s.Body, style.At(s.Level), items); break;
            case MathSized s: Collect(s.Body, style with { Em = style.Em * s.Factor }, items); break;
            case MathColoured { Ground: null } c: Collect(c.Body, style with { Ink = c.Ink is { } ink ? Pages.Colour.Rgb(ink) : style.Ink }, items); break;
            case MathSpace s: items.Add(new RowItem(null, Set(s, style), style, s.MayBreak)); break;
            default: items.Add(new RowItem(ClassOf(node), WithItalics(node, Set(node, style)), style)); break;
        }
    }

    /// <summary>Rule 17: a leaning letter keeps clear of what follows.</summary>
    private static MathBox WithItalics(MathNode node, MathBox box) => box.Italics > 0 && node is MathAtom or MathClassed ? box with { Width = box.Width + box.Italics, Italics = 0 } : box;

    /// <summary>Rules 5 and 6.</summary>
    private static void Settle(List<RowItem> items)
    {
        AtomClass? before = null;
        var last = -1;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Class is not { } c)
            {
                continue;
            }

            if (c == AtomClass.Bin && MathSpacing.IsUnaryAfter(before))
            {
                items[i] = items[i] with { Class = c = AtomClass.Ord };
            }

            if (before == AtomClass.Bin && MathSpacing.IsUnaryBefore(c))
            {
                items[last] = items[last] with { Class = AtomClass.Ord };
            }

            (before, last) = (c, i);
        }

        if (before == AtomClass.Bin)
        {
            items[last] = items[last] with { Class = AtomClass.Ord };
        }
    }

    private static AtomClass ClassOf(MathNode node) => node switch
    {
        MathAtom atom => atom.Class,
        MathClassed classed => classed.Class,
        MathScripts scripts => ClassOf(scripts.Base),
        MathFence or MathFraction { IsContinued: true } => AtomClass.Inner,
        MathAccent { Mark: "⏞" or "⏟" or "⎴" or "⎵" } => AtomClass.Op,
        MathArrow => AtomClass.Rel,
        MathStack stack => stack.Class,
        MathDelimiter delimiter => delimiter.Class,
        MathFrame { Kind: not FrameKind.Box } frame => ClassOf(frame.Body),
        _ => AtomClass.Ord,
    };
}
