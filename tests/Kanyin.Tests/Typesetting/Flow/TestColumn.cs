using System.Collections.Immutable;
using Kanyin.Typesetting.Flow;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>Columns of named lines one point high, and their pages drawn as text: no fonts are needed.</summary>
internal sealed class TestColumn
{
    private readonly FlowList _flow = new();
    private readonly List<FlowNote> _notes = [];

    /// <summary>A page of ten lines; half a line between text and notes.</summary>
    public static PageFrame TenLines { get; } = new(10, 1, 0.5);

    public static FlowBox Line(string name) => new(1) { Items = [new DestinationMark(0, 0, name)], IsOnGrid = true };

    public TestColumn Paragraph(string name, int lines)
    {
        _flow.AddParagraph([.. Enumerable.Range(1, lines).Select(i => Line(lines == 1 ? name : name + i))]);
        return this;
    }

    /// <summary>A paragraph whose line of that number calls notes.</summary>
    public TestColumn Calling(string name, int lines, int line, params int[] notes)
    {
        _flow.AddParagraph([.. Enumerable.Range(1, lines).Select(i => Line(name + i) with { Notes = i == line ? [.. notes] : [] })]);
        return this;
    }

    public TestColumn Heading(string name, int height)
    {
        _flow.Add(new FlowBox(height) { Items = [new DestinationMark(0, 0, name)], IsHeading = true, IsOnGrid = true });
        return this;
    }

    public TestColumn Box(string name, double height, int breakAfter = 0, ImmutableArray<FlowBox> repeated = default)
    {
        _flow.Add(new FlowBox(height) { Items = [new DestinationMark(0, 0, name)], BreakAfter = breakAfter, Repeated = repeated.IsDefault ? [] : repeated });
        return this;
    }

    /// <summary>A picture of that height and no less than the other, with a caption of one line.</summary>
    public TestColumn Picture(string name, double height, double least)
    {
        _flow.Add(new FlowBox(height) { Items = [new DestinationMark(0, 0, name)], Least = least, BreakAfter = Breaks.Forbidden });
        _flow.Add(new FlowBox(1) { Items = [new DestinationMark(0, 0, name + "'s")] });
        return this;
    }

    public TestColumn Gap(double height, bool stretches = false)
    {
        _flow.AddGap(new FlowGap(height) { Stretches = stretches });
        return this;
    }

    public TestColumn NewPage()
    {
        _flow.BreakAfterLast(Breaks.Forced);
        return this;
    }

    public TestColumn Note(string name, int lines, int? sameAs = null)
    {
        _notes.Add(new FlowNote(sameAs ?? _notes.Count, [.. Enumerable.Range(1, lines).Select(i => Line(name + i) with { IsOnGrid = false })], null));
        return this;
    }

    public ImmutableArray<FlowItem> Items => _flow.WithHeadingsKept(1);

    public ImmutableArray<PageCut> Cut(PageFrame? frame = null) => PageBreaker.Break(Items, [.. _notes], frame ?? TenLines);

    /// <summary>One string a page: the names in order, then the notes with their numbers.</summary>
    public string[] Pages() => [.. Cut().Select(Draw)];

    public static string NameOf(FlowItem item) => item is FlowBox box ? box.Items.OfType<DestinationMark>().Single().Id : "~";

    private static string Draw(PageCut page)
    {
        var body = string.Join(' ', page.Body.Where(p => p.Item is FlowBox).Select(p => NameOf(p.Item)));
        var notes = page.Notes.Select(n => (n.IsContinued ? "" : $"{page.Numbers.First(x => x.Key == n.Key).Number}:") + string.Join(' ', n.Lines.Select(NameOf)));
        return page.Notes.IsEmpty ? body : $"{body} // {string.Join(' ', notes)}".TrimStart();
    }
}
