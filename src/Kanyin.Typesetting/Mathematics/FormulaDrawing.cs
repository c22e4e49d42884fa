using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>A formula outside any page, for editions that show it as a drawing. Lengths in points, in a text of <see cref="Em"/>.</summary>
/// <param name="Depth">Below the baseline, positive downwards.</param>
/// <param name="Items">Placed from the left end of its baseline, y downwards; nobody owns them.</param>
public sealed record FormulaDrawing(double Width, double Height, double Depth, ImmutableArray<PageItem> Items)
{
    public const double Em = 10;

    /// <summary>Between a row and its number.</summary>
    private const double BesideTag = 2 * Em;

    /// <summary>How the formulas of a book are drawn.</summary>
    public static Func<Formula, bool, FormulaDrawing> With(FontBook fonts)
    {
        // What the faces lack has been reported by the printed edition.
        var words = new ParagraphSetter(fonts, new DiagnosticBag());
        var setter = new MathSetter(new GlyphSetter(fonts.Math, words.Shapers.Of(fonts.Math.Face)), words);
        return (formula, isDisplay) => Of(formula, new MathStyle(isDisplay ? MathLevel.Display : MathLevel.Text, IsCramped: false, Em, Colour.Black), setter, fonts.Math.Face);
    }

    private static FormulaDrawing Of(Formula formula, MathStyle style, MathSetter setter, FontFace face)
    {
        var pieces = setter.Pieces(formula.Tree, style);
        var box = MathBox.Beside([.. pieces.SelectMany(p => new[] { MathBox.Kern(p.Before), p.Box })]);
        var tags = pieces is [var only] ? only.Box.Tags : [];
        var numbers = tags.Select(t => (t.Y, Box: setter.Set(new MathWords(t.Tag.Printed), style))).ToList();
        var width = numbers.Count == 0 ? box.Width : box.Width + BesideTag + numbers.Max(n => n.Box.Width);
        var whole = box with { Width = width, Parts = [new BoxPart(0, 0, box), .. numbers.Select(n => new BoxPart(width - n.Box.Width, n.Y, n.Box))] };
        return new FormulaDrawing(whole.Width, whole.Height, whole.Depth, BoxPrinter.Print(whole, face, owner: null));
    }
}
