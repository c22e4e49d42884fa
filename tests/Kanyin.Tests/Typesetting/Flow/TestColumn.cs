using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Flow;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Tests.Typesetting.Flow;

/// <summary>Columns of named lines one point high, and their pages drawn as text: no fonts are needed.</summary>
internal sealed class TestColumn
{
    private readonly FlowList _flow = new();
    private readonly List<FlowNote> _notes = [];

    /// <summary>For the head of a table that is set again.</summary>
    public const string Again = "again";

    /// <summary>A page of ten lines; half a line between text and notes.</summary>
    public static PageFrame TenLines { get; } = new(10, 1, 0.5);

    public static FlowBox Line(string name) => new(1) { Items = [Mark(name)], IsOnGrid = true };

    /// <param name="together">Lines at least on both sides of a page's end.</param>
    public TestColumn Paragraph(string name, int lines, int together = 2)
    {
        _flow.AddParagraph([.. Enumerable.Range(1, lines).Select(i => Line(lines == 1 ? name : name + i))], together);
        return this;
    }

    /// <summary>A paragraph whose line of that number calls notes.</summary>
    public TestColumn Calling(string name, int lines, int line, params int[] notes)
    {
        _flow.AddParagraph([.. Enumerable.Range(1, lines).Select(i => Line(name + i) with { Notes = i == line ? [.. notes] : [] })]);
        return this;
    }

    public TestColumn Heading(string name, int height, bool isSection = false)
    {
        _flow.Add(new FlowBox(height) { Items = [Mark(name)], IsHeading = true, IsOnGrid = true, BeginsSection = isSection });
        return this;
    }

    /// <summary>A title of a line that holds what the action adds.</summary>
    public TestColumn Titled(string name, Action<TestColumn> add)
    {
        var inner = new TestColumn();
        add(inner);
        inner._flow.KeepTwoLines(0, 1);
        _flow.Add(Line(name) with { BreakAfter = Breaks.Forbidden });
        _flow.AddRange(inner._flow.ToImmutable());
        return this;
    }

    public TestColumn Box(string name, double height, int breakAfter = 0, ImmutableArray<FlowBox> repeated = default)
    {
        _flow.Add(new FlowBox(height) { Items = [Mark(name)], BreakAfter = breakAfter, Repeated = repeated.IsDefault ? [] : repeated });
        return this;
    }

    /// <summary>A picture of that height and no less than the other, with a caption of one line.</summary>
    public TestColumn Picture(string name, double height, double least)
    {
        _flow.AddRange(Captioned(name, height, least).ToImmutable());
        return this;
    }

    /// <summary>The same with a number, so that it may float; its caption may call notes.</summary>
    public TestColumn Figure(string name, double height, double? least = null, params int[] notes)
    {
        _flow.AddRange(Captioned(name, height, least ?? height, notes).Floating().ToImmutable());
        return this;
    }

    private static FlowList Captioned(string name, double height, double least, params int[] notes)
    {
        var list = new FlowList();
        list.Add(new FlowBox(height) { Items = [Mark(name)], Least = least, BreakAfter = Breaks.Forbidden });
        list.Add(new FlowBox(1) { Items = [Mark(name + "'s")], Notes = [.. notes] });
        return list;
    }

    /// <summary>Rows below a head of one line.</summary>
    /// <param name="again">The name of the head where it is set again; null for the same.</param>
    public TestColumn Table(string name, int rows, double height = 1, string? again = null)
    {
        Box(name, 1, Breaks.Forbidden);
        for (var i = 1; i <= rows; i++)
        {
            Box(name + i, height, repeated: [Line(again ?? name)]);
        }

        return this;
    }

    public TestColumn Gap(double height, bool stretches = false)
    {
        _flow.AddGap(new FlowGap(height) { Stretches = stretches });
        return this;
    }

    /// <summary>The column opens a chapter on a recto.</summary>
    public TestColumn Opening()
    {
        _flow.ChangeFirstBox(0, b => b with { Opening = new Opening(null, IsOnRecto: true) });
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

    /// <summary>A note of paragraphs with so many lines each.</summary>
    public TestColumn NoteOf(string name, params int[] paragraphs)
    {
        var lines = new FlowList();
        var first = 1;
        foreach (var count in paragraphs)
        {
            lines.AddParagraph([.. Enumerable.Range(first, count).Select(i => Line(name + i) with { IsOnGrid = false })]);
            first += count;
        }

        _notes.Add(new FlowNote(_notes.Count, [.. lines.ToImmutable().Cast<FlowBox>()], null));
        return this;
    }

    public ImmutableArray<FlowItem> Items => _flow.WithHeadingsKept(1);

    public ImmutableArray<FlowNote> Notes => [.. _notes];

    public ImmutableArray<PageCut> Cut(PageFrame? frame = null, bool isRecto = true) => PageBreaker.Break(Items, Notes, frame ?? TenLines, isRecto);

    /// <summary>One string a page: the names in order, then the notes with their numbers.</summary>
    public string[] Pages(bool isRecto = true) => [.. Cut(isRecto: isRecto).Select(Draw)];

    /// <summary>A name that stands for the words of a file of that name.</summary>
    private static DestinationMark Mark(string name) => new(0, 0, name) { Source = new TextPosition(Place.Of(new SourceFile(name, "")), 0) };

    public static string NameOf(FlowItem item) => item is FlowBox box ? box.Items.OfType<DestinationMark>().Single().Id : "~";

    public static string Draw(PageCut page)
    {
        var body = string.Join(' ', page.Body.Where(p => p.Item is FlowBox).Select(p => NameOf(p.Item)));
        var notes = page.Notes.Select(n => (n.IsContinued ? "" : $"{page.Numbers.First(x => x.Key == n.Key).Number}:") + string.Join(' ', n.Lines.Select(NameOf)));
        return page.Notes.IsEmpty ? body : $"{body} // {string.Join(' ', notes)}".TrimStart();
    }
}
