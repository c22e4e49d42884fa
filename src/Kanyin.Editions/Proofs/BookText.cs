using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Editions.Epub;
using Math = Kanyin.Books.Model.Math;

namespace Kanyin.Editions.Proofs;

/// <summary>
/// The words of a chapter as its author wrote them, its links, pictures and calls of notes: what an edition must give back.
/// Notes are kept apart, because editions print them elsewhere.
/// </summary>
internal sealed class BookText
{
    /// <summary>Stands for the call of a note: OBJECT REPLACEMENT CHARACTER.</summary>
    public const char Call = '\uFFFC';

    private readonly List<Note> _heldCalls = [];
    private readonly Queue<Note> _waiting = new();
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);
    private readonly StringBuilder _words = new();
    private readonly List<BookPart> _notes = [];
    private BookPart _part;
    private Place _at;
    private bool _isInLink;

    private BookText() => _part = Body;

    public BookPart Body { get; } = new(null);

    /// <summary>In the order of their first calls.</summary>
    public IReadOnlyList<BookPart> Notes => _notes;

    /// <summary>What both have to say, the body first.</summary>
    public IEnumerable<TextUnit> Units => Body.Units.Concat(_notes.SelectMany(n => n.Units));

    public static BookText Of(Chapter chapter)
    {
        var text = new BookText();
        text.Add(chapter.Blocks);
        while (text._waiting.TryDequeue(out var note))
        {
            text._notes.Add(text._part = new BookPart(note));
            text.Add(note.Blocks);
        }

        return text;
    }

    /// <summary>The words of a cell without white space and calls of notes.</summary>
    public static string OfCell(TableCell cell)
    {
        var text = new BookText();
        text.Add(cell.At, cell.Inlines);
        return string.Concat(text.Body.Units.Where(u => u.Kind is TextKind.Words or TextKind.Formula).Select(u => u.Text));
    }

    /// <summary>The text without its white space, which editions may change.</summary>
    public static string Squeeze(string text) => string.Concat(XmlText.Clean(text).Where(c => !char.IsWhiteSpace(c)));

    private void Add(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Add(block);
        }
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case Heading heading:
                AddLabel(heading.Printed?.Text);
                Add(heading.At, heading.Inlines);
                break;
            case Paragraph paragraph:
                Add(paragraph.At, paragraph.Inlines);
                break;
            case CodeBlock code:
                AddUnit(code.At, code.Label?.Text + "\n" + code.Title);
                foreach (var line in code.Text.Split('\n'))
                {
                    AddUnit(code.At, line);
                }

                break;
            case Callout callout:
                Add(callout.At, callout.Title);
                Add(callout.Blocks);
                break;
            case Table table:
                AddLabel(table.Label?.Text);
                Add(table.At, table.Caption);
                foreach (var cell in table.Head.Concat(table.Body).SelectMany(r => r.Cells))
                {
                    Add(cell.At, cell.Inlines);
                }

                break;
            case Figure figure:
                Add(figure.At, [figure.Image]);
                AddLabel(figure.Label?.Text);
                Add(figure.At, figure.Caption);
                break;
            case MathBlock math:
                AddUnit(math.At, math.Formula.Reading, TextKind.Formula);
                break;
            case Definitions definitions:
                foreach (var definition in definitions.Items)
                {
                    foreach (var term in definition.Terms)
                    {
                        Add(definition.At, term);
                    }

                    Add(definition.Meanings.SelectMany(m => m));
                }

                break;
            case List or Quote or Break:
                Add(Descendants.ChildBlocks(block));
                break;
            default:
                throw new UnreachableException();
        }
    }

    // The white after a number is the design's, not the author's.
    private void AddLabel(string? label) => _words.Append(label).Append('\n');

    private void Add(Place at, ImmutableArray<Inline> inlines)
    {
        _at = at;
        foreach (var inline in inlines)
        {
            Add(inline);
        }

        Flush();
    }

    private void Add(Inline inline)
    {
        switch (inline)
        {
            case Text text:
                _words.Append(text.Value);
                break;
            case Code code:
                _words.Append(code.Value);
                break;
            case Keyboard key:
                _words.Append(key.Value);
                break;
            case Math math:
                Flush();
                AddUnit(math.At, math.Formula.Reading, TextKind.Formula);
                break;
            case Image { Picture: null or { Format: PictureFormat.Unknown } } image:
                Flush();
                AddUnit(image.At, XhtmlWriter.WordsFor(image), TextKind.AbsentPicture);
                _part.Images.Add(image);
                break;
            case Note note:
                AddCall(note);
                break;
            case Link link:
                AddLink(link);
                break;
            case Ruby ruby:
                AddChildren(ruby);
                Flush(); // an edition may put brackets around the reading
                AddUnit(ruby.At, ruby.Reading);
                break;
            case Image image:
                _part.Images.Add(image);
                break;
            case Anchor or LineBreak:
                break;
            default:
                AddChildren(inline);
                break;
        }
    }

    private void AddCall(Note note)
    {
        if (_isInLink)
        {
            _heldCalls.Add(note); // one link cannot stand in another
            return;
        }

        Flush();
        AddUnit(note.At, Call.ToString(), TextKind.NoteCall);
        _part.Calls.Add(note);
        if (_called.Add(note.Id))
        {
            _waiting.Enqueue(note);
        }
    }

    private void AddLink(Link link)
    {
        if (_isInLink)
        {
            AddChildren(link);
        }
        else
        {
            _part.Links.Add(link);
            _isInLink = true;
            AddChildren(link);
            _isInLink = false;
        }

        if (link.ShowsPage)
        {
            Flush(); // the printed edition adds the page
        }

        if (!_isInLink)
        {
            _heldCalls.ForEach(AddCall);
            _heldCalls.Clear();
        }
    }

    private void AddChildren(Inline inline)
    {
        foreach (var child in Descendants.Children(inline))
        {
            Add(child);
        }
    }

    private void Flush()
    {
        var words = _words.ToString();
        _words.Clear();
        AddUnit(_at, words);
    }

    private void AddUnit(Place at, string text, TextKind kind = TextKind.Words)
    {
        if (Squeeze(text) is { Length: > 0 } squeezed)
        {
            _part.Units.Add(new TextUnit(at, squeezed, XmlText.Clean(text), kind));
        }
    }
}
