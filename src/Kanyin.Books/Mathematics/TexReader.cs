using System.Collections.Immutable;

namespace Kanyin.Books.Mathematics;

/// <summary>
/// Reads the TeX of formulas, as KaTeX and MathJax understand it, into the tree. What is not understood is reported and
/// kept as written; the rest is read all the same. Takes time in proportion to the text.
/// </summary>
internal sealed partial class TexReader
{
    /// <summary>Groups inside each other.</summary>
    private const int DeepestNesting = 100;

    private readonly string _tex;
    private readonly TexSource _source;
    private readonly List<MathTrouble> _troubles = [];
    private readonly List<MathLabel> _labels = [];
    private readonly List<MathLabel> _references = [];
    private readonly IReadOnlyDictionary<string, string>? _numbers;
    private MathTag? _tag;
    private bool _isUnnumbered;
    private int _depth;
    private int _tables;
    private Ending _ending;
    private MathAlphabet? _alphabet;
    private bool _isBold;

    private TexReader(string tex, TexMacros macros, IReadOnlyDictionary<string, string>? numbers = null)
    {
        _numbers = numbers;
        _tex = tex;
        _source = new TexSource(tex, macros, _troubles.Add);
    }

    /// <summary>What ends a row besides a closing brace, \right and the end.</summary>
    private enum Ending
    {
        Brace,
        Line,
        Bracket,
        Right,
        Cell,
        Diagram,
    }

    /// <param name="macros">Known before; what the formula defines is added.</param>
    /// <param name="troubles">What is wrong, in the order found.</param>
    public static Formula Read(string tex, TexMacros macros, out IReadOnlyList<MathTrouble> troubles)
    {
        var before = tex.Contains("ref", StringComparison.Ordinal) ? new TexMacros(macros) : null;
        var reader = new TexReader(tex, macros);
        var tree = reader.Whole();
        troubles = reader._troubles;
        return new Formula(tex, tree)
        {
            Tag = reader._tag,
            IsUnnumbered = reader._isUnnumbered,
            References = [.. reader._references],
            Reread = before is not null && reader._references.Count > 0 ? numbers => new TexReader(tex, before, numbers).Whole() : null,
            Labels = [.. reader._labels.Select(l => l.Tag.Length == 0 && reader._tag is { } tag ? l with { Tag = tag.Text } : l)],
        };
    }

    /// <summary>Lines that end in \\ stand below each other.</summary>
    private MathNode Whole()
    {
        var lines = ImmutableArray.CreateBuilder<MathTableRow>();
        var parts = ImmutableArray.CreateBuilder<MathNode>();
        while (true)
        {
            parts.Add(Row(Ending.Line));
            var token = _source.Next();
            if (token.Kind is TexKind.CloseBrace || token.Is("right") || token.Is("end"))
            {
                Report(MathFindings.Malformed, token, token.Kind == TexKind.CloseBrace ? "A } without its {." : $"\\{token.Text} without its {(token.Text == "end" ? "\\begin" : "\\left")}.");
                Skip(token);
                continue;
            }

            var gap = token.Kind == TexKind.End ? 0 : LineGap();
            var line = RowOf(parts);
            parts.Clear();
            if (token.Kind == TexKind.End && lines.Count == 0)
            {
                return line;
            }

            if (token.Kind != TexKind.End || line is not MathRow { Items.Length: 0 })
            {
                lines.Add(new MathTableRow([line], GapAfter: gap));
            }

            if (token.Kind == TexKind.End)
            {
                return lines.Count == 1 ? lines[0].Cells[0] : new MathTable(TableKind.Gathered, [new MathColumn('c')], lines.ToImmutable());
            }
        }
    }

    private void Skip(TexToken token)
    {
        if (token.Is("right"))
        {
            Delimiter();
        }
        else if (token.Is("end"))
        {
            _source.Argument();
        }
    }

    /// <summary>Pieces up to what ends them, which is left.</summary>
    private MathNode Row(Ending ending)
    {
        var (outer, alphabet, bold) = (_ending, _alphabet, _isBold);
        _ending = ending;
        var items = RowItems();
        (_ending, _alphabet, _isBold) = (outer, alphabet, bold);
        return items;
    }

    private MathNode RowItems()
    {
        var items = ImmutableArray.CreateBuilder<MathNode>();
        while (true)
        {
            var token = _source.Next();
            if (Ends(token))
            {
                _source.Back(token);
                return RowOf(items);
            }

            if (token.Kind == TexKind.Command && IsInfix(token.Text))
            {
                return Infix(token, RowOf(items));
            }

            if (Piece(token) is { } piece)
            {
                items.Add(WithScripts(piece));
            }
        }
    }

    /// <summary>What follows in the group, for commands that rule over it.</summary>
    private MathNode Rest()
    {
        if (_depth == DeepestNesting)
        {
            _troubles.Add(new MathTrouble(MathFindings.TooDeep, Math.Min(_source.Offset, _tex.Length), 1, $"Nested more than {DeepestNesting} deep."));
            return MathRow.Empty;
        }

        _depth++;
        var rest = RowItems();
        _depth--;
        return rest;
    }

    private static MathNode RowOf(ImmutableArray<MathNode>.Builder items) => items.Count == 1 ? items[0] : items.Count == 0 ? MathRow.Empty : new MathRow(items.ToImmutable());

    private bool Ends(TexToken token) => token.Kind switch
    {
        TexKind.End or TexKind.CloseBrace => true,
        TexKind.Ampersand => IsInCell,
        TexKind.Command => token.Text == "right" || ((IsInCell || _ending == Ending.Line) && IsLineEnd(token.Text)) || (token.Text == "end" && (_tables > 0 || _ending == Ending.Line)),
        TexKind.Character => (_ending == Ending.Bracket && token.IsCharacter(']')) || (_ending == Ending.Diagram && token.IsCharacter('@')),
        _ => false,
    };

    private bool IsInCell => _ending is Ending.Cell or Ending.Diagram;

    private static bool IsLineEnd(string command) => command is "\\" or "cr" or "newline";

    /// <summary>One piece without its scripts; null for what draws nothing.</summary>
    private MathNode? Piece(TexToken token)
    {
        switch (token.Kind)
        {
            case TexKind.Space:
                return null;
            case TexKind.OpenBrace:
                return Group(token);
            case TexKind.Superscript or TexKind.Subscript:
                _source.Back(token);
                return MathRow.Empty;
            case TexKind.Character when token.Text is "'" or "’":
                _source.Back(token);
                return MathRow.Empty;
            case TexKind.Character:
                return Character(token);
            case TexKind.Command:
                return Command(token);
            case TexKind.Ampersand:
                Report(MathFindings.Malformed, token, "& outside a table.", "Columns stand in \\begin{aligned} … \\end{aligned} and its like; the sign itself is \\&.");
                return null;
            default:
                Report(MathFindings.Malformed, token, "# outside the body of a macro.");
                return null;
        }
    }

    /// <summary>{…}: an ordinary atom, whatever is inside (The TeXbook, chapter 17).</summary>
    private MathNode Group(TexToken open)
    {
        if (_depth == DeepestNesting)
        {
            Report(MathFindings.TooDeep, open, $"Nested more than {DeepestNesting} deep.");
            _source.Back(open);
            return new MathUnknown(TexSource.TextOf(_source.Argument()));
        }

        _depth++;
        var body = Row(Ending.Brace);
        _depth--;
        Close(open);
        return body is MathAtom { Class: AtomClass.Ord } ? body : new MathClassed(AtomClass.Ord, body);
    }

    private void Close(TexToken open)
    {
        if (_source.Peek().Kind == TexKind.CloseBrace)
        {
            _source.Next();
        }
        else
        {
            Report(MathFindings.Malformed, open, "A { without its }.");
        }
    }

    /// <summary>What a command works on: a group or the next piece.</summary>
    private MathNode Argument(TexToken command)
    {
        var token = _source.SkipSpaces();
        if (Ends(token) || token.Kind is TexKind.Ampersand)
        {
            Report(MathFindings.Malformed, command, $"{Named(command)} has nothing to work on.");
            return MathRow.Empty;
        }

        _source.Next();
        if (token.Kind != TexKind.OpenBrace)
        {
            // A chain of commands that each take the next nests as deep as braces do.
            if (_depth == DeepestNesting)
            {
                Report(MathFindings.TooDeep, token, $"Nested more than {DeepestNesting} deep.");
                return new MathUnknown(token.Text);
            }

            _depth++;
            var piece = Piece(token) ?? MathRow.Empty;
            _depth--;
            return piece;
        }

        return Group(token) is var group && group is MathClassed { Class: AtomClass.Ord, Body: var body } ? body : group;
    }

    private void Report(Diagnostics.DiagnosticKind kind, TexToken token, string message, string? hint = null) =>
        _troubles.Add(new MathTrouble(kind, token.At, Math.Max(1, token.Kind == TexKind.Command ? token.Text.Length + 1 : token.Text.Length), message, hint));

    private static string Named(TexToken token) => token.Kind == TexKind.Command ? "\\" + token.Text : token.Text;
}
