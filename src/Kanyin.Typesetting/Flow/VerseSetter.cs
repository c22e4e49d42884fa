using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>Poems: lines as the author broke them, never justified; the longest stands in the middle and the others begin with it (6.4).</summary>
internal static class VerseSetter
{
    /// <summary>So many lines of a stanza at least on both sides of a page's end.</summary>
    private const int Together = 4;

    /// <summary>White between stanzas, in lines.</summary>
    private const double White = 0.5;

    public static void Set(Quote verse, Column column, ChapterSetter chapter)
    {
        var stanzas = verse.Blocks.OfType<Paragraph>().Select(p => (IsAttribution: p.IsAttribution, Lines: LinesOf(p, column, chapter))).ToList();
        var width = stanzas.Where(s => !s.IsAttribution).SelectMany(s => s.Lines).Max(l => (double?)l.Width) ?? 0;
        var left = Math.Max(0, (column.Width - width) / 2);
        foreach (var (index, (isAttribution, lines)) in stanzas.Index())
        {
            if (index > 0 && !isAttribution)
            {
                chapter.Flow.AddGap(new FlowGap(White * column.Pitch));
            }
            else if (index > 0)
            {
                chapter.Flow.BreakAfterLast(Breaks.Forbidden);
            }

            // Who wrote it ends where the longest line does.
            chapter.Flow.AddParagraph([.. lines.Select(l => ChapterSetter.BoxOf(l.MovedBy(isAttribution ? Math.Max(0, left + width - l.Width) : left), column))], Together);
        }

        chapter.SetNotes(column);
    }

    private static ImmutableArray<Line> LinesOf(Paragraph paragraph, Column column, ChapterSetter chapter) =>
        chapter.Lines(chapter.Inlines.Set(paragraph.Inlines, column.Add(StructureRole.P), column.Text), chapter.Style.Paragraph(column.Width, column.Em) with { Alignment = Alignment.Left, Hyphenates = false });
}
