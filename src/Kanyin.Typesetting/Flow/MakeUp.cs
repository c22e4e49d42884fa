using System.Collections.Immutable;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Flow;

/// <summary>Puts what was cut for a page in its place on the sheet: text, backdrops, notes with their numbers.</summary>
internal sealed class MakeUp(BookStyle style, FontBook fonts)
{
    /// <param name="number">Counts from 1; odd pages are rectos.</param>
    /// <param name="calls">The element of each note call, and the index of its note.</param>
    /// <param name="furniture">Running head and page number.</param>
    public Page Make(PageCut cut, int number, string label, IReadOnlyDictionary<StructureElement, int> calls, IEnumerable<PageItem> furniture)
    {
        var left = style.Left(number);
        var items = ImmutableArray.CreateBuilder<PageItem>();
        items.AddRange(furniture);
        AddBackdrops(cut.Body, left, items);
        foreach (var (item, y) in cut.Body)
        {
            if (item is FlowBox box)
            {
                AddBox(box, left, style.Top + y, cut, calls, items);
            }
        }

        AddNotes(cut, left, calls, items);
        return new Page(style.Width, style.Height, label, items.DrainToImmutable());
    }

    private void AddBackdrops(ImmutableArray<PlacedItem> body, double left, ImmutableArray<PageItem>.Builder items)
    {
        var extents = new List<(Backdrop Backdrop, double Top, double Bottom)>();
        foreach (var (item, y) in body)
        {
            var bottom = y + item.Height - (item is FlowBox box ? box.Trailing : 0);
            foreach (var backdrop in item.Backdrops)
            {
                var index = extents.FindIndex(e => e.Backdrop == backdrop);
                if (index < 0)
                {
                    extents.Add((backdrop, y, bottom));
                }
                else
                {
                    extents[index] = extents[index] with { Bottom = bottom };
                }
            }
        }

        foreach (var (backdrop, top, bottom) in extents)
        {
            items.Add(new Rule(left + backdrop.X, style.Top + top - backdrop.Padding, null, backdrop.Width, bottom - top + (2 * backdrop.Padding), backdrop.Colour) { Artifact = Artifact.Background });
        }
    }

    private void AddBox(FlowBox box, double left, double top, PageCut cut, IReadOnlyDictionary<StructureElement, int> calls, ImmutableArray<PageItem>.Builder items)
    {
        foreach (var item in box.Items)
        {
            var placed = item.MovedBy(left + box.X, top + box.Baseline);
            items.Add(placed is GlyphRun { Owner: { Role: StructureRole.Link } owner } run && calls.TryGetValue(owner, out var note)
                ? NoteSetter.Renumbered(run, NumberOf(note, cut), fonts)
                : placed);
        }
    }

    private static int NumberOf(int note, PageCut cut) => cut.Numbers.First(n => n.Note == note).Number;

    private void AddNotes(PageCut cut, double left, IReadOnlyDictionary<StructureElement, int> calls, ImmutableArray<PageItem>.Builder items)
    {
        if (cut.Notes.IsEmpty)
        {
            return;
        }

        var y = style.Top + style.TextHeight - cut.Notes.Sum(n => n.Height) + cut.Notes[^1].Lines[^1].Trailing;
        items.Add(NoteSetter.SeparatorRule(style, left, y));
        foreach (var note in cut.Notes)
        {
            for (var i = 0; i < note.Lines.Length; i++)
            {
                if (i == 0 && !note.IsContinued)
                {
                    var number = cut.Numbers.First(n => n.Key == note.Key).Number;
                    var run = (GlyphRun)NoteSetter.NumberRun(number, note.Label, style, fonts).MovedBy(left, y + note.Lines[0].Baseline);
                    items.Add(run);
                    if (note.Call is { } call)
                    {
                        items.Add(NoteSetter.BackLink(run, call));
                    }
                }

                AddBox(note.Lines[i], left, y, cut, calls, items);
                y += note.Lines[i].Height;
            }
        }
    }
}
