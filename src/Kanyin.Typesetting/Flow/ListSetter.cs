using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>
/// Lists: the marker hangs in the 2em indent (6.4). Chinese setting puts no white between paragraphs, so loose lists
/// look like tight ones; a second paragraph of an item is indented.
/// </summary>
internal static class ListSetter
{
    private const double NumberGap = 0.5;
    private const double BulletGap = 0.62;
    private const double BoxGap = 0.4;
    private const string Bullet = "•";

    public static void Set(List list, Column column, ChapterSetter chapter)
    {
        var element = column.Add(new StructureElement(StructureRole.L) { Numbering = NumberingOf(list, column) });
        var markers = list.Items.Select((item, i) => MarkerOf(list, i)).ToList();
        var gap = (list.Start is null ? BulletGap : NumberGap) * column.Em;
        var widest = markers.Max(m => WidthOf(m, column, chapter), 0);
        var hang = Math.Max(widest + gap > 2 * column.Em + 0.01 ? 3 * column.Em : 2 * column.Em, widest + gap);
        for (var i = 0; i < list.Items.Length; i++)
        {
            SetItem(list.Items[i], markers[i], hang, gap, column with { Parent = element }, chapter);
        }
    }

    private static double Max(this IEnumerable<string> markers, Func<string, double> width, double least) =>
        markers.Select(width).Append(least).Max();

    private static void SetItem(ListItem item, string marker, double hang, double gap, Column column, ChapterSetter chapter)
    {
        var element = column.Add(StructureRole.LI);
        var label = element?.Add(StructureRole.Lbl);
        var inside = column.Indented(hang) with { Parent = element?.Add(StructureRole.LBody), ListDepth = column.ListDepth + 1 };
        hang = inside.Left - column.Left;
        var start = chapter.Flow.Count;
        SetItemBlocks(item.Blocks, inside, chapter);
        var drawn = item.IsChecked is { } isChecked
            ? Marker(isChecked ? "☑" : "☐", hang - BoxGap * column.Em, column, label, chapter)
            : Marker(marker, hang - gap, column, label, chapter);
        chapter.Flow.ChangeFirstBox(start, b => WithMarker(b, drawn.MovedBy(column.Left - b.X, 0), inside));
    }

    private static void SetItemBlocks(ImmutableArray<Block> blocks, Column inside, ChapterSetter chapter)
    {
        if (blocks is [Paragraph first, .. var rest])
        {
            chapter.SetParagraph(first.Inlines, inside, 0);
            chapter.SetNotes(inside);
            chapter.SetBlocks(rest, inside);
        }
        else
        {
            chapter.SetBlocks(blocks, inside);
        }
    }

    /// <summary>The box with a marker before it, placed from the box's own left end.</summary>
    public static FlowBox WithMarker(FlowBox box, PageItem marker, Column inside)
    {
        // An item without words still takes a line.
        var first = box.Height > 0 ? box : ChapterSetter.BoxOf(new Line([], 0, 0, 0, [], default), inside);
        return first with { Items = [marker, .. first.Items] };
    }

    private static string MarkerOf(List list, int index) => list.Start is { } start
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)start + index}.")
        : Bullet;

    private static ListNumbering NumberingOf(List list, Column column) =>
        list.Start is not null ? ListNumbering.Decimal
        : list.Items.All(i => i.IsChecked is not null) ? ListNumbering.None
        : IsHollow(column) ? ListNumbering.Circle : ListNumbering.Disc;

    /// <summary>Every other level's bullets are hollow.</summary>
    private static bool IsHollow(Column column) => column.ListDepth % 2 == 1;

    private static double WidthOf(string marker, Column column, ChapterSetter chapter) =>
        PlainRun.WidthOf(marker, column.Text, chapter.Fonts);

    private static PageItem Marker(string marker, double right, Column column, StructureElement? owner, ChapterSetter chapter)
    {
        var text = marker == Bullet && IsHollow(column) ? "◦" : marker;
        var run = PlainRun.Of(text, column.Text, chapter.Fonts, owner);
        return run.MovedBy(right - PlainRun.WidthOf(text, column.Text, chapter.Fonts), 0);
    }
}
