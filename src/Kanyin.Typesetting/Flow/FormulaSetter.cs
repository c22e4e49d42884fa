using System.Collections.Immutable;
using Kanyin.Books.Mathematics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Mathematics;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>Formulas in lines and on lines of their own.</summary>
internal static class FormulaSetter
{
    /// <summary>Shorter ones are never parted, in em (BR4).</summary>
    private const double LeastParted = 6;

    /// <summary>Nor is so little left on a line.</summary>
    private const double LeastPart = 2;

    // In the currency of 5.2, where a hyphen costs 120.
    private const int AfterRelation = 150;
    private const int AfterOperation = 300;
    private const int Allowed = 50;

    /// <summary>The pieces of a formula in a line. GB 3101—1993 3.2.2: parted after the sign of a relation or operation, which is not repeated.</summary>
    public static IEnumerable<BoxPiece> Inline(Books.Model.Math math, StructureElement? owner, TextStyle text, ChapterSetter chapter)
    {
        var element = owner?.Add(ElementOf(math.Formula, isDisplay: false));
        var style = new MathStyle(MathLevel.Text, IsCramped: false, text.Size, text.Colour);
        var pieces = chapter.Formulas.Pieces(math.Formula.Tree, style);
        foreach (var (part, from, to) in Parts(pieces, text.Size))
        {
            var box = Beside(pieces, from, to);
            var items = BoxPrinter.Print(box, chapter.Fonts.Math.Face, element).Select(i => i.MovedBy(0, -text.Rise));
            yield return new BoxPiece(element, box.Width, box.Height + text.Rise, box.Depth - text.Rise, Sourced(items, math.At, from == 0)) { Formula = part with { At = math.At } };
        }
    }

    /// <summary>A formula in the middle of the column, its number at the right.</summary>
    public static void Set(MathBlock math, Column column, ChapterSetter chapter)
    {
        var element = column.Add(ElementOf(math.Formula, isDisplay: true));
        var lines = new DisplayedFormula(math, column, chapter).Lines();
        var inner = new FlowList();
        for (var i = 0; i < lines.Length; i++)
        {
            var (box, x) = lines[i];
            inner.Add(new FlowBox(box.Total)
            {
                Items = Sourced(BoxPrinter.Print(box, chapter.Fonts.Math.Face, element).Select(item => item.MovedBy(x, 0)), math.At, i == 0),
                X = column.Left,
                Baseline = box.Height,
                BreakAfter = i + 1 < lines.Length ? Breaks.Forbidden : 0,
            });
        }

        Display.Add(inner, column, chapter);
    }

    private static StructureElement ElementOf(Formula formula, bool isDisplay) => new(StructureRole.Formula)
    {
        Alt = formula.Reading is { Length: > 0 } reading ? reading : formula.Tex,
        Formula = formula,
        IsDisplay = isDisplay,
    };

    private static ImmutableArray<PageItem> Sourced(IEnumerable<PageItem> items, Books.Diagnostics.Place at, bool isFirst) =>
        [.. items.Select((item, i) => i == 0 && isFirst && item.Owner is not null ? item with { Source = new TextPosition(at, 0) } : item)];

    public static MathBox Beside(List<MathSetter.RowPiece> pieces, int from, int to)
    {
        var boxes = new List<MathBox>();
        for (var i = from; i < to; i++)
        {
            boxes.Add(MathBox.Kern(i == from && from > 0 ? 0 : pieces[i].Before));
            boxes.Add(pieces[i].Box);
        }

        return MathBox.Beside([.. boxes]);
    }

    private static IEnumerable<(FormulaPart Part, int From, int To)> Parts(List<MathSetter.RowPiece> pieces, double em)
    {
        var whole = pieces.Sum(p => p.Before + p.Box.Width);
        var (from, done, start) = (0, 0.0, 0.0);
        for (var i = 0; i < pieces.Count; i++)
        {
            done += pieces[i].Before + pieces[i].Box.Width;
            if (pieces[i].BreakAfter is not { } sign || whole < LeastParted * em || done - start < LeastPart * em || whole - done < LeastPart * em)
            {
                continue;
            }

            var penalty = sign switch { AtomClass.Rel => AfterRelation, AtomClass.Bin => AfterOperation, _ => Allowed };
            yield return (new FormulaPart(default, pieces[i + 1].Before, penalty), from, i + 1);
            (from, start) = (i + 1, done);
        }

        yield return (new FormulaPart(default), from, pieces.Count);
    }
}
