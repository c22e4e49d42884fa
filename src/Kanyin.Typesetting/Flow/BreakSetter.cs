using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>A thematic break: three asterisks in the middle of the column.</summary>
internal static class BreakSetter
{
    private const string Mark = "＊";
    private const int Count = 3;

    public static void Set(Column column, ChapterSetter chapter)
    {
        var run = PlainRun.Of(Mark, column.Text, chapter.Fonts, null);
        var step = 2 * column.Em;
        var left = (column.Width - ((Count - 1) * step) - column.Em) / 2;
        var box = new FlowBox(column.Pitch)
        {
            Items = [.. Enumerable.Range(0, Count).Select(i => (PageItem)run.MovedBy(left + (i * step), 0))],
            X = column.Left,
            Baseline = column.Baseline,
            Trailing = column.LineGap,
        };
        var inner = new FlowList();
        inner.Add(box);

        // It ends what is above rather than begin a page.
        chapter.Flow.BreakAfterLast(Breaks.Forbidden);
        Display.Add(inner, column, chapter);
    }
}
