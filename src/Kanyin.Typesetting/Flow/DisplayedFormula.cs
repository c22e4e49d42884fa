using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Mathematics;
using Kanyin.Typesetting.Pages;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>The lines of a display: one, or several when it is too wide, or smaller when it cannot be parted.</summary>
internal sealed class DisplayedFormula(MathBlock math, Column column, ChapterSetter chapter)
{
    /// <summary>In em: how far lines after the first stand in.</summary>
    private const double Continued = 2;

    /// <summary>The least white between a formula and its number, in em.</summary>
    private const double BesideTag = 1;

    /// <summary>No display is set smaller than this; what is still too wide reaches out.</summary>
    private const double LeastFactor = 0.5;

    /// <summary>Nobody sees that a display is so little smaller.</summary>
    private const double Unnoticed = 0.98;

    private readonly MathStyle _style = new(MathLevel.Display, IsCramped: false, column.Em, Colour.Black);

    /// <summary>The boxes from top to bottom, with their left ends in the column.</summary>
    public ImmutableArray<(MathBox Box, double X)> Lines()
    {
        var tag = math.Formula.Tag is { } t ? Tag(t) : null;
        var pieces = chapter.Formulas.Pieces(math.Formula.Tree, _style);
        var whole = FormulaSetter.Beside(pieces, 0, pieces.Count);
        var tags = pieces is [var only] ? only.Box.Tags : [];
        var room = column.Width - Math.Max(tag?.Width ?? 0, tags.Select(t => Tag(t.Tag).Width).DefaultIfEmpty(-BesideTag * column.Em).Max() + (BesideTag * column.Em));
        room -= tag is null ? 0 : BesideTag * column.Em;
        if (whole.Width <= room + 0.01)
        {
            return [Centred(whole, tag, tags, room)];
        }

        var cuts = Cuts(pieces, room);
        return cuts.IsEmpty ? [Centred(Smaller(whole, room), tag, tags, room)] : Parted(pieces, cuts, tag, room);
    }

    private MathBox Tag(MathTag tag) => chapter.Formulas.Set(new MathWords(tag.Printed), _style);

    /// <summary>In the middle of the column, but clear of the number at its right.</summary>
    private (MathBox Box, double X) Centred(MathBox box, MathBox? tag, ImmutableArray<(double Y, MathTag Tag)> tags, double room)
    {
        var x = Math.Max(0, Math.Min((column.Width - box.Width) / 2, room - box.Width));
        var parts = ImmutableArray.Create<MathPart>(new BoxPart(0, 0, box));
        var all = tag is null ? tags.Select(t => (t.Y, Box: Tag(t.Tag))) : tags.Select(t => (t.Y, Box: Tag(t.Tag))).Append((0, tag));
        foreach (var (y, sign) in all)
        {
            parts = parts.Add(new MarkPart(" ")).Add(new BoxPart(column.Width - x - sign.Width, y, sign));
        }

        return (box with { Parts = parts }, x);
    }

    /// <summary>Where the display is parted: after relations, and after operations where these do not suffice. None when a part is still too wide.</summary>
    private ImmutableArray<int> Cuts(List<MathSetter.RowPiece> pieces, double room)
    {
        var cuts = ImmutableArray.CreateBuilder<int>();
        var (from, width, relation, operation) = (0, 0.0, 0, 0);
        for (var i = 0; i < pieces.Count; i++)
        {
            width += pieces[i].Before + pieces[i].Box.Width;
            if (width > room && i > from)
            {
                var cut = relation > from ? relation : operation;
                if (cut <= from)
                {
                    return [];
                }

                cuts.Add(cut);
                from = cut;
                width = Continued * column.Em;
                for (var k = cut; k <= i; k++)
                {
                    width += pieces[k].Before + pieces[k].Box.Width;
                }
            }

            relation = pieces[i].BreakAfter is AtomClass.Rel or AtomClass.Punct ? i + 1 : relation;
            operation = pieces[i].BreakAfter is AtomClass.Bin ? i + 1 : operation;
        }

        return width <= room + 0.01 ? cuts.ToImmutable() : [];
    }

    private ImmutableArray<(MathBox Box, double X)> Parted(List<MathSetter.RowPiece> pieces, ImmutableArray<int> cuts, MathBox? tag, double room)
    {
        var lines = ImmutableArray.CreateBuilder<(MathBox, double)>();
        ReadOnlySpan<int> ends = [.. cuts, pieces.Count];
        var from = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            var line = FormulaSetter.Beside(pieces, from, ends[i]);
            var isLast = i == ends.Length - 1;
            var x = i == 0 ? 0 : isLast ? Math.Max(Continued * column.Em, room - line.Width) : Continued * column.Em;
            if (isLast && tag is not null)
            {
                line = line with { Parts = [new BoxPart(0, 0, line), new MarkPart(" "), new BoxPart(column.Width - x - tag.Width, 0, tag)] };
            }

            lines.Add((isLast ? line : line with { Depth = line.Depth + (0.4 * column.Em) }, x));
            from = ends[i];
        }

        return lines.ToImmutable();
    }

    private MathBox Smaller(MathBox whole, double room)
    {
        var factor = Math.Max(LeastFactor, room / whole.Width);
        if (factor > Unnoticed)
        {
            return chapter.Formulas.Set(math.Formula.Tree, _style with { Em = factor * _style.Em });
        }

        chapter.Findings.Add(
            FlowFindings.WideFormula,
            math.At,
            string.Create(CultureInfo.InvariantCulture, $"The formula is {whole.Width / column.Em:0.#} em wide, the column {room / column.Em:0.#}; it is set at {factor * 100:0} %."),
            "Part it with \\\\ in aligned, or shorten it.");
        return chapter.Formulas.Set(math.Formula.Tree, _style with { Em = factor * _style.Em });
    }
}
