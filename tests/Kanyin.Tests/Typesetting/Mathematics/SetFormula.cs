using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Mathematics;
using Kanyin.Tests.Pdf;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Mathematics;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Tests.Typesetting.Mathematics;

/// <summary>Formulas set with the real faces, at a size at which the math face has an em of 100 points.</summary>
internal static class SetFormula
{
    public const double Em = 100;

    private static readonly FontBook _fonts = HandSet.Fonts;
    private static readonly ParagraphSetter _paragraphs = new(_fonts, new DiagnosticBag());
    private static readonly MathSetter _setter = new(new GlyphSetter(_fonts.Math, _paragraphs.Shapers.Of(_fonts.Math.Face)), _paragraphs);

    public static MathBox Box(string tex, bool isDisplay = true) =>
        _setter.Set(Formula.Of(tex).Tree, new MathStyle(isDisplay ? MathLevel.Display : MathLevel.Text, IsCramped: false, Em / _fonts.Math.Face.Scale, Colour.Black));

    /// <summary>What a copy of the printed formula gives.</summary>
    public static string Text(string tex) => string.Concat(Items(Box(tex)).OfType<GlyphRun>().Select(r => r.Text));

    /// <summary>The box's width, height and depth, then its items, in hundredths of an em.</summary>
    public static string Dump(string tex, bool isDisplay)
    {
        var box = Box(tex, isDisplay);
        var items = Items(box).Select(i => "  " + i switch
        {
            GlyphRun r => $"{Number(r.X)} {Number(-r.Y)} {Number(r.Size)} {string.Join(' ', r.Glyphs.Select(g => $"{g.Id}@{Number(g.X)}{(g.Y == 0 ? "" : "^" + Number(g.Y))}"))} “{r.Text}”",
            Rule r => $"{Number(r.X)} {Number(-r.Y)} rule {Number(r.Width)} × {Number(r.Height)}",
            _ => PageDump.Of(i),
        });
        return $"{(isDisplay ? "" : "$")}{tex}\n  {Number(box.Width)} {Number(box.Height)} {Number(box.Depth)}\n{string.Concat(items.Select(i => i + "\n"))}";
    }

    private static System.Collections.Immutable.ImmutableArray<PageItem> Items(MathBox box) => BoxPrinter.Print(box, _fonts.Math.Face, new StructureElement(StructureRole.Formula));

    private static string Number(double value) => Math.Round(value).ToString(CultureInfo.InvariantCulture) is "-0" ? "0" : Math.Round(value).ToString(CultureInfo.InvariantCulture);
}
