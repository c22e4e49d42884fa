using System.Collections.Immutable;
using System.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>Writes one content document. Blocks are here; inlines and notes are in the files beside it.</summary>
internal sealed partial class XhtmlWriter : IDisposable
{
    private const string Stylesheet = "../styles/book.css";

    /// <summary>From so many columns on, a table is set smaller.</summary>
    private const int WideTable = 6;

    private readonly ContentDocument _document;
    private readonly Addresses _addresses;
    private readonly EpubPictures _pictures;
    private readonly XhtmlPage _page;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly int _shift;
    private int _lastHeading;

    /// <summary>What the next paragraph begins with: a task's box or a note's way back.</summary>
    private Action? _leadIn;

    private XhtmlWriter(ContentDocument document, string language, Addresses addresses, EpubPictures pictures)
    {
        _document = document;
        _addresses = addresses;
        _pictures = pictures;
        _page = new XhtmlPage(language, document.Title, Stylesheet, document.Kind.Body);
        _shift = (document.Headings.FirstOrDefault()?.Level ?? 1) - 1;
    }

    public static EpubFile Write(ContentDocument document, string language, Addresses addresses, EpubPictures pictures)
    {
        using var writer = new XhtmlWriter(document, language, addresses, pictures);
        return new EpubFile($"text/{document.Name}", EpubFile.Xhtml, document.IsPart ? writer.PartPage() : writer.Chapter());
    }

    public void Dispose() => _page.Dispose();

    private byte[] PartPage()
    {
        _page.Open("section", ("epub:type", "part"), ("role", "doc-part"), ("class", "part"), ("aria-labelledby", "part-title"));
        _page.Leaf("h1", _document.Title, ("id", "part-title"));
        return _page.ToBytes();
    }

    private byte[] Chapter()
    {
        var kind = _document.Kind;
        var heading = _document.Headings.FirstOrDefault();
        _page.Open(
            "section",
            ("id", _document.IsFirst ? NewId(_document.Chapter.Id) : null),
            ("class", _document.Chapter.Depth > 0 ? "section" : "chapter"),
            ("epub:type", kind.Type),
            ("role", kind.Role),
            ("aria-labelledby", heading is null ? null : XmlText.Id(heading.Id)),
            ("aria-label", heading is null ? _document.Title : null));
        _page.NewLine();
        Write(_document.Blocks);
        WriteNotes();
        return _page.ToBytes();
    }

    private void Write(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
            _page.NewLine();
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                WriteHeading(heading);
                break;
            case Paragraph paragraph:
                WriteParagraph(paragraph);
                break;
            case List list:
                WriteList(list);
                break;
            case CodeBlock code:
                WriteCode(code);
                break;
            case Quote quote:
                _page.Open("blockquote");
                Write(quote.Blocks);
                _page.Close();
                break;
            case Callout callout:
                WriteCallout(callout);
                break;
            case Table table:
                WriteTable(table);
                break;
            case Figure figure:
                WriteFigure(figure);
                break;
            case MathBlock math:
                _page.Open("div", ("class", "math"));
                _page.Leaf("code", math.Tex, ("class", "math"));
                _page.Close();
                break;
            case Definitions definitions:
                WriteDefinitions(definitions);
                break;
            case Break:
                _page.Empty("hr");
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void WriteHeading(Heading heading)
    {
        if (!ContentDocument.HasWords(heading))
        {
            _page.Open("div", ("id", NewId(heading.Id))); // nothing to announce, but links may lead here
            Write(heading.Inlines);
            _page.Close();
            return;
        }

        // The file's first heading is its h1; after that no level is skipped and there is no second h1.
        var level = _lastHeading == 0 ? 1 : System.Math.Clamp(heading.Level - _shift, 2, System.Math.Min(_lastHeading + 1, 6));
        _lastHeading = level;
        _page.Open($"h{level}", ("id", NewId(heading.Id)));
        if (heading.Typed is { } number)
        {
            _page.Leaf("span", number.Text, ("class", number.Gap.Length > 0 ? "number" : "closed-number"));
            _page.Text(number.Gap);
        }

        Write(heading.Inlines);
        _page.Close();
    }

    private void WriteParagraph(Paragraph paragraph)
    {
        _page.Open("p", ("class", paragraph.IsContinued ? "continued" : null));
        WriteLeadIn();
        Write(paragraph.Inlines);
        _page.Close();
    }

    private void WriteLeadIn()
    {
        var leadIn = _leadIn;
        _leadIn = null;
        leadIn?.Invoke();
    }

    private void WriteList(List list)
    {
        var start = list.Start is { } first and not 1 ? XmlNumber(first) : null;
        var hasBoxes = list.Items.Any(i => i.IsChecked is not null);
        _page.Open(list.Start is null ? "ul" : "ol", ("start", start), ("class", hasBoxes ? "tasks" : null));
        _page.NewLine();
        foreach (var item in list.Items)
        {
            _page.Open("li");
            _leadIn = item.IsChecked is { } isChecked ? () => WriteBox(isChecked) : null;
            WriteItem(item.Blocks, list.IsTight);
            _page.Close();
            _page.NewLine();
        }

        _page.Close();
    }

    private void WriteBox(bool isChecked)
    {
        _page.Leaf("span", isChecked ? "☑" : "☐", ("class", "task-box"), ("role", "img"), ("aria-label", isChecked ? "已完成" : "未完成"));
        _page.Text(" ");
    }

    /// <summary>A tight item's paragraphs have no p of their own.</summary>
    private void WriteItem(ImmutableArray<Block> blocks, bool isTight)
    {
        if (isTight || blocks is not [Paragraph, ..])
        {
            WriteLeadIn();
        }

        foreach (var (index, block) in blocks.Index())
        {
            if (isTight && index == 0 && block is Paragraph paragraph)
            {
                Write(paragraph.Inlines);
            }
            else
            {
                Write(block);
            }
        }
    }

    private void WriteCode(CodeBlock code)
    {
        if (code.Title is { Length: > 0 } title)
        {
            _page.Open("figure", ("class", "code"));
            _page.Leaf("figcaption", title);
        }

        // Only pure ASCII is declared English: with Han in it, the declaration would choose the wrong glyph forms.
        var language = System.Text.Ascii.IsValid(code.Text) ? "en" : null;
        _page.Open("pre", ("lang", language), ("xml:lang", language));
        _page.Open("code", ("class", code.Language.Length > 0 ? "language-" + code.Language : null));
        var at = 0;
        foreach (var token in code.Tokens)
        {
            _page.Text(code.Text[at..token.Start]);
            at = token.Start + token.Length;
            _page.Leaf("span", code.Text[token.Start..at], ("class", TokenClass(token.Kind)));
        }

        _page.Text(code.Text[at..]);
        _page.Close();
        _page.Close();
        if (code.Title is { Length: > 0 })
        {
            _page.Close();
        }
    }

    private static string TokenClass(CodeTokenKind kind) => kind switch
    {
        CodeTokenKind.Comment => "tk-comment",
        CodeTokenKind.Keyword => "tk-keyword",
        CodeTokenKind.String => "tk-string",
        CodeTokenKind.Number => "tk-number",
        CodeTokenKind.Type => "tk-type",
        CodeTokenKind.Function => "tk-function",
        _ => throw new UnreachableException(),
    };

    private void WriteCallout(Callout callout)
    {
        // role="note", because an aside inside a chapter would else be announced as a landmark of the page.
        _page.Open("aside", ("class", $"callout {callout.Kind}"), ("role", "note"));
        if (callout.Title.Length > 0)
        {
            _page.Open("p", ("class", "callout-title"));
            Write(callout.Title);
            _page.Close();
        }

        _page.NewLine();
        Write(callout.Blocks);
        _page.Close();
    }

    private void WriteTable(Table table)
    {
        _page.Open("table", ("class", table.Columns.Length >= WideTable ? "wide" : null));
        _page.NewLine();
        var head = table.Head.Where(r => r.Cells.Any(c => !IsEmpty(c))).ToImmutableArray();
        WriteRows(table, "thead", head);
        WriteRows(table, "tbody", table.Body);
        _page.Close();
    }

    private void WriteRows(Table table, string group, ImmutableArray<TableRow> rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        _page.Open(group);
        _page.NewLine();
        foreach (var row in rows)
        {
            _page.Open("tr");
            foreach (var (column, cell) in row.Cells.Index())
            {
                // An empty corner heads nothing, so it is a plain cell.
                var isHead = group == "thead" && !IsEmpty(cell);
                _page.Open(isHead ? "th" : "td", ("scope", isHead ? "col" : null), ("class", AlignmentClass(table.Columns[column])));
                Write(cell.Inlines);
                _page.Close();
            }

            _page.Close();
            _page.NewLine();
        }

        _page.Close();
    }

    private static bool IsEmpty(TableCell cell) => cell.Inlines.All(i => i is Text { Value: var text } && string.IsNullOrWhiteSpace(text));

    private static string? AlignmentClass(ColumnAlignment alignment) => alignment switch
    {
        ColumnAlignment.Default => null,
        ColumnAlignment.Left => "left",
        ColumnAlignment.Centre => "centre",
        ColumnAlignment.Right => "right",
        _ => throw new UnreachableException(),
    };

    private void WriteFigure(Figure figure)
    {
        _page.Open("figure", ("id", NewId(figure.Id)));
        Write(figure.Image);
        if (figure.Caption.Length > 0)
        {
            _page.Open("figcaption");
            Write(figure.Caption);
            _page.Close();
        }

        _page.Close();
    }

    private void WriteDefinitions(Definitions definitions)
    {
        _page.Open("dl");
        _page.NewLine();
        foreach (var definition in definitions.Items)
        {
            foreach (var term in definition.Terms)
            {
                _page.Open("dt");
                Write(term);
                _page.Close();
            }

            foreach (var meaning in definition.Meanings)
            {
                _page.Open("dd");
                Write(meaning);
                _page.Close();
            }

            _page.NewLine();
        }

        _page.Close();
    }

    /// <summary>The id as it is written, or null when the file already has it: the first place wins.</summary>
    private string? NewId(string id)
    {
        var name = XmlText.Id(id);
        return _ids.Add(name) ? name : null;
    }

    private static string XmlNumber(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
