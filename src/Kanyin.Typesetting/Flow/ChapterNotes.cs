using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Flow;

/// <summary>The notes of a chapter that stand together at its end, numbered through (6.4).</summary>
internal sealed class ChapterNotes
{
    private const string Title = "注释";

    /// <summary>White above the title, in lines.</summary>
    private const double White = 1.5;

    /// <summary>From a number to its note, in em of the notes.</summary>
    private const double LabelGap = 0.5;

    private readonly List<Note> _notes = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The number of a call: a note called again keeps the one it has.</summary>
    public int NumberOf(Note note)
    {
        if (_numbers.TryAdd(note.Id, _notes.Count + 1))
        {
            _notes.Add(note);
        }

        return _numbers[note.Id];
    }

    /// <summary>Whether a note has been called before.</summary>
    public bool Has(Note note) => _numbers.ContainsKey(note.Id);

    /// <summary>Sets the notes called so far.</summary>
    public void Set(Column column, ChapterSetter chapter)
    {
        if (_notes.Count == 0)
        {
            return;
        }

        SetTitle(_notes[0].At, column, chapter);
        var text = new TextStyle(FontFamily.Serif, chapter.Style.Small);
        var small = column with { Text = text, Pitch = chapter.Style.SmallLeading * text.Size, IsOnGrid = false, Indent = 0 };
        var widest = Enumerable.Range(1, _notes.Count).Max(n => PlainRun.WidthOf(NoteSetter.NumberText(n), text, chapter.Fonts));

        // A note may call further notes.
        chapter.Addresses.AreInNote = true;
        for (var i = 0; i < _notes.Count; i++)
        {
            SetNote(_notes[i], i + 1, small.Indented(widest + (LabelGap * text.Size)), chapter);
        }
    }

    private static void SetTitle(Place at, Column column, ChapterSetter chapter)
    {
        chapter.Flow.AddGap(new FlowGap(White * column.Pitch) { Stretches = true });
        var start = chapter.Flow.Count;
        chapter.SetParagraph([new Text(at, Title)], column with { Text = column.Text with { Family = FontFamily.Sans, IsBold = true } }, 0);
        chapter.Flow.ChangeFirstBox(start, b => b with { IsHeading = true });
    }

    private static void SetNote(Note note, int number, Column column, ChapterSetter chapter)
    {
        var element = column.Add(StructureRole.Note);
        var label = PlainRun.Of(NoteSetter.NumberText(number), column.Text, chapter.Fonts, element?.Add(StructureRole.Lbl).Add(StructureRole.Link));
        var inside = column with { Parent = element };
        var start = chapter.Flow.Count;
        chapter.SetBlocks(note.Blocks, inside);
        chapter.Flow.ChangeFirstBox(start, b => ListSetter.WithMarker(b, label.MovedBy(-b.X, 0), inside) is var first
            ? first with { Items = [new DestinationMark(0, -first.Baseline, note.Id), .. first.Items, NoteSetter.BackLink((GlyphRun)label.MovedBy(-b.X, 0), NoteSetter.CallOf(note))] }
            : b);
    }
}
