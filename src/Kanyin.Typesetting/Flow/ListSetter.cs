using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Math = System.Math;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Typesetting.Flow;

/// <summary>
/// Lists: the marker hangs in the 2em indent (6.4). Chinese setting puts no white between paragraphs, so loose lists
/// look like tight ones; a second paragraph of an item is indented.
/// </summary>
internal static class ListSetter
{
    private const double NumberGap = 0.5;
    private const double BulletGap = 0.62;
    private const string Bullet = "•";

    public static void Set(List list, Column column, ChapterSetter chapter)
    {
        var element = column.Add(StructureRole.L);
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
            ? Box(isChecked, hang - gap - (0.8 * column.Em), column.Em, label)
            : Marker(marker, hang - gap, column, label, chapter);
        chapter.Flow.ChangeFirstBox(start, b => WithMarker(b, [.. drawn.Select(i => i.MovedBy(column.Left - b.X, 0))], inside));
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

    private static FlowBox WithMarker(FlowBox box, ImmutableArray<PageItem> marker, Column inside)
    {
        // An item without words still takes a line.
        var first = box.Height > 0 ? box : ChapterSetter.BoxOf(new Line([], 0, 0, 0, [], default), inside);
        return first with { Items = [.. marker, .. first.Items] };
    }

    private static string MarkerOf(List list, int index) => list.Start is { } start
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)start + index}.")
        : Bullet;

    private static double WidthOf(string marker, Column column, ChapterSetter chapter) =>
        PlainRun.WidthOf(marker, column.Text, chapter.Fonts);

    private static ImmutableArray<PageItem> Marker(string marker, double right, Column column, StructureElement? owner, ChapterSetter chapter)
    {
        // Every other level's bullets are hollow.
        var text = marker == Bullet && column.ListDepth % 2 == 1 ? "◦" : marker;
        var run = PlainRun.Of(text, column.Text, chapter.Fonts, owner);
        return [run.MovedBy(right - PlainRun.WidthOf(text, column.Text, chapter.Fonts), 0)];
    }

    /// <summary>☐ or ☑, drawn: no face of ours has them.</summary>
    private static ImmutableArray<PageItem> Box(bool isChecked, double x, double em, StructureElement? owner)
    {
        var side = 0.72 * em;
        ImmutableArray<PathSegment> frame =
        [
            new(PathVerb.Move, 0, 0), new(PathVerb.Line, side, 0), new(PathVerb.Line, side, -side), new(PathVerb.Line, 0, -side), new(PathVerb.Close, 0, 0),
        ];
        ImmutableArray<PathSegment> tick =
        [
            new(PathVerb.Move, 0.2 * side, -0.52 * side), new(PathVerb.Line, 0.43 * side, -0.26 * side), new(PathVerb.Line, 0.82 * side, -0.78 * side),
        ];
        var box = new Path(x, 0, owner, frame, Colour.Black, 0.06 * em);
        return isChecked ? [box, new Path(x, 0, owner, tick, Colour.Black, 0.09 * em)] : [box];
    }
}
