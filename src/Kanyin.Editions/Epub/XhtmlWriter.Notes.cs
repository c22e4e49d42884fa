using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>
/// Notes pop up in the readers that can, and are a list at the file's end in the others. So call and note are in one
/// file, the call holds nothing but text, and the link back comes first in the note. The duokan classes are for 多看.
/// The link back has a role but no epub:type: EPUBCheck does not know the type "backlink" (OPF-088).
/// </summary>
internal sealed partial class XhtmlWriter
{
    private readonly List<Note> _notes = [];
    private readonly List<Note> _waitingCalls = [];
    private readonly Dictionary<string, int> _noteNumbers = new(StringComparer.Ordinal);

    private void WriteNoteCall(Note note)
    {
        if (_insideLink)
        {
            _waitingCalls.Add(note); // links cannot be nested
            return;
        }

        var isFirst = !_noteNumbers.TryGetValue(note.Id, out var number);
        if (isFirst)
        {
            _notes.Add(note);
            number = _notes.Count;
            _noteNumbers.Add(note.Id, number);
            _ids.Add(XmlText.Id(note.Id));
        }

        WritePageStarts(note.At);
        var id = XmlText.Id(note.Id);
        _page.Leaf(
            "a",
            Label(number),
            ("id", isFirst ? NewId(CallId(id)) : null),
            ("class", "noteref duokan-footnote"),
            ("epub:type", "noteref"),
            ("role", "doc-noteref"),
            ("href", "#" + id),
            ("aria-label", $"注{XmlNumber(number)}"));
    }

    private void WriteWaitingCalls()
    {
        foreach (var note in _waitingCalls)
        {
            WriteNoteCall(note);
        }

        _waitingCalls.Clear();
    }

    private void WriteNotes()
    {
        if (_notes.Count == 0)
        {
            return;
        }

        _page.Open("section", ("class", "notes"), ("epub:type", "footnotes"), ("role", "doc-endnotes"), ("aria-label", "注释"));
        _page.NewLine();
        for (var i = 0; i < _notes.Count; i++) // a note may call further notes
        {
            WriteNote(_notes[i], i + 1);
        }

        _page.Close();
    }

    private void WriteNote(Note note, int number)
    {
        var id = XmlText.Id(note.Id);
        _page.Open("aside", ("id", id), ("class", "duokan-footnote-item"), ("epub:type", "footnote"), ("role", "doc-footnote"));
        _leadIn = () => WriteBacklink(CallId(id), number);
        if (note.Blocks is not [Paragraph, ..])
        {
            _page.Open("p");
            WriteLeadIn();
            _page.Close();
        }

        Write(note.Blocks);
        _page.Close();
        _page.NewLine();
    }

    private void WriteBacklink(string call, int number)
    {
        _page.Leaf("a", Label(number), ("role", "doc-backlink"), ("href", "#" + call), ("aria-label", $"回到注{XmlNumber(number)}"));
        _page.Text(" ");
    }

    private static string Label(int number) => $"[{XmlNumber(number)}]";

    public static string CallId(string noteId) => noteId + "-call";
}
