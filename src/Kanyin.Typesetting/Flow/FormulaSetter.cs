using Kanyin.Books.Model;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>Display formulas, as their TeX, in the middle of the column.</summary>
internal static class FormulaSetter
{
    public static void Set(MathBlock math, Column column, ChapterSetter chapter)
    {
        var element = column.Add(new StructureElement(StructureRole.Formula) { Alt = math.Tex });
        var text = column.Text with { IsItalic = true, Kind = TextKind.Code };
        var style = chapter.Style.Paragraph(column.Width, column.Em) with { Alignment = Alignment.Centre, Hyphenates = false };
        var boxes = math.Tex.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(line => chapter.Lines([new TextPiece(element, line, text, math.At)], style))
            .Select(l => ChapterSetter.BoxOf(l, column with { IsOnGrid = false }));
        var inner = new FlowList();
        inner.AddParagraph([.. boxes]);
        Display.Add(inner, column, chapter);
    }
}
