using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Kanyin.Books.Model;

namespace Kanyin.Editions.Epub;

/// <summary>Code, callouts, tables, figures and definitions.</summary>
internal sealed partial class XhtmlWriter
{
    /// <summary>From so many columns on, a table is set smaller.</summary>
    private const int WideTable = 6;

    private void WriteCode(CodeBlock code)
    {
        WriteAll(_volume.Pages.At(code.At));
        var starts = new Queue<(int Offset, string Label)>(_volume.Pages.In(code.At, code.Text.Length + 1)); // and the line's end
        var hasCaption = code.Label is not null || code.Title is { Length: > 0 };
        var id = code.Id.Length > 0 ? NewId(code.Id) : null;
        if (hasCaption)
        {
            _page.Open("figure", ("id", id), ("class", "code"));
            _page.Open("figcaption");
            WriteLabel(code, isAlone: string.IsNullOrEmpty(code.Title));
            _page.Text(code.Title ?? "");
            _page.Close();
        }

        // Only pure ASCII is declared English: with Han in it, the declaration would choose the wrong glyph forms.
        var language = Ascii.IsValid(code.Text) ? "en" : null;
        _page.Open("pre", ("id", hasCaption ? null : id), ("lang", language), ("xml:lang", language), ("translate", "no"));
        _page.Open("code", ("class", code.Language.Length > 0 ? "language-" + code.Language : null));
        var number = _volume.House.FirstNumberOf(code);
        WriteNumber(number);
        var at = 0;
        foreach (var token in code.Tokens)
        {
            WriteCode(code.Text, at, token.Start, starts, ref number);
            at = token.Start + token.Length;
            _page.Open("span", ("class", TokenClass(token.Kind)));
            WriteCode(code.Text, token.Start, at, starts, ref number);
            _page.Close();
        }

        WriteCode(code.Text, at, code.Text.Length, starts, ref number);
        _page.Close();
        _page.Close();
        if (hasCaption)
        {
            _page.Close();
        }
    }

    /// <summary>A stretch of code, with the pages that begin in it.</summary>
    private void WriteCode(string text, int from, int to, Queue<(int Offset, string Label)> starts, ref int? number)
    {
        while (starts.TryPeek(out var start) && start.Offset < to)
        {
            WriteCode(text[from..start.Offset], ref number);
            WritePageStart(start.Label);
            from = starts.Dequeue().Offset;
        }

        WriteCode(text[from..to], ref number);
    }

    /// <summary>Code, before each of its lines but the first the line's number.</summary>
    private void WriteCode(string text, ref int? number)
    {
        if (number is null)
        {
            _page.Text(text);
            return;
        }

        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (index > 0)
            {
                _page.Text("\n");
                WriteNumber(++number);
            }

            _page.Text(line);
        }
    }

    /// <summary>The number is the stylesheet's, from an attribute: it is not found, not copied and not read out.</summary>
    private void WriteNumber(int? number)
    {
        if (number is { } n)
        {
            _page.Leaf("span", "", ("class", "line-number"), ("data-number", XmlNumber(n)), ("aria-hidden", "true"));
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
        WritePageStarts(table.At);
        _page.Open("table", ("id", table.Id.Length > 0 ? NewId(table.Id) : null), ("class", table.Columns.Length >= WideTable ? "wide" : null));
        WriteCaption("caption", table, table.Caption);
        _page.NewLine();
        var head = table.Head.Where(r => r.Cells.Any(c => !IsEmpty(c))).ToImmutableArray();
        var alignments = NumberColumns.Of(table).Zip(table.Columns, (isNumber, a) => isNumber ? ColumnAlignment.Right : a);
        var classes = TableColumns.Breakable(table).Zip(alignments, (b, a) => JoinedClasses(AlignmentClass(a), b ? "breakable" : null)).ToImmutableArray();
        WriteRows(classes, "thead", head);
        WriteRows(classes, "tbody", table.Body);
        _page.Close();
    }

    private void WriteRows(ImmutableArray<string?> classes, string group, ImmutableArray<TableRow> rows)
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
                _page.Open(isHead ? "th" : "td", ("scope", isHead ? "col" : null), ("class", classes[column]));
                Write(cell.Inlines);
                _page.Close();
            }

            _page.Close();
            _page.NewLine();
        }

        _page.Close();
    }

    private static bool IsEmpty(TableCell cell) => cell.Inlines.All(i => i is Text { Value: var text } && string.IsNullOrWhiteSpace(text));

    private static string? JoinedClasses(string? first, string? second) => first is null ? second : second is null ? first : $"{first} {second}";

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
        WritePageStarts(figure.At);
        WritePageStarts(figure.Image.At);
        _page.Open("figure", ("id", NewId(figure.Id)));
        Write(figure.Image);
        WriteCaption("figcaption", figure, figure.Caption);
        _page.Close();
    }

    private void WriteCaption(string element, Captioned block, ImmutableArray<Inline> words)
    {
        if (block.Label is null && words.IsEmpty)
        {
            return;
        }

        _page.Open(element);
        WriteLabel(block, isAlone: words.IsEmpty);
        Write(words);
        _page.Close();
    }

    /// <summary>The label, and the white after it if a title follows.</summary>
    private void WriteLabel(Captioned block, bool isAlone)
    {
        if (block.Label is { } label)
        {
            _page.Leaf("span", label.Text, ("class", isAlone ? "label-alone" : "label"));
            _page.Text(isAlone ? "" : " ");
        }
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
}
