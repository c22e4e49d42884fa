using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>A part's title, alone on its page. Its element holds the chapters of the part too.</summary>
internal static class PartSetter
{
    public static string IdOf(Chapter first) => "part-" + first.Id;

    public static void Set(string title, Chapter first, ChapterSetter chapter, StructureElement part)
    {
        var style = chapter.Style;
        var size = style.PartTitle;
        var text = new TextPiece(part.Add(StructureRole.H1), title, new TextStyle(FontFamily.Sans, size, IsBold: true), Place.Of(first.File));
        var lines = chapter.Lines([text], style.Paragraph(style.Measure, size) with { Alignment = Alignment.Centre, Hyphenates = false });
        var pitch = 1.5 * size;

        // Centred by eye: two fifths down.
        var top = Math.Max(0, (0.4 * style.TextHeight) - (lines.Length * pitch / 2));
        chapter.Flow.BreakAfterLast(Breaks.Forced);
        chapter.Flow.Add(new FlowBox(style.TextHeight)
        {
            Items = [new DestinationMark(0, 0, IdOf(first)), .. lines.SelectMany((l, i) => l.Items.Select(x => x.MovedBy(0, top + (i * pitch) + size)))],
            Opening = new Opening(null, IsOnRecto: true),
            BreakAfter = Breaks.Forced,
        });
        chapter.Sections.AddPart(title, first);
    }
}
