using System.Collections.Immutable;
using System.Globalization;

namespace Kanyin.Books.Mathematics;

/// <summary>Environments: rows ended by \\, cells by &amp;.</summary>
internal sealed partial class TexReader
{
    private MathNode Environment(TexToken begin)
    {
        var name = TexSource.TextOf(_source.Argument());
        var plain = name.TrimEnd('*');
        if (_depth == DeepestNesting)
        {
            Report(MathFindings.TooDeep, begin, $"Nested more than {DeepestNesting} deep.");
            return MathRow.Empty;
        }

        _isUnnumbered |= name.EndsWith('*') && plain is "equation" or "align" or "alignat" or "flalign" or "xalignat" or "gather" or "multline" or "eqnarray";
        _depth++;
        _tables++;
        var node = Body(begin, plain, name);
        _tables--;
        _depth--;
        EndOf(begin, name);
        return node;
    }

    private MathNode Body(TexToken begin, string plain, string name)
    {
        switch (plain)
        {
            case "matrix" or "pmatrix" or "bmatrix" or "Bmatrix" or "vmatrix" or "Vmatrix":
                var (left, right) = plain[0] switch { 'p' => ("(", ")"), 'b' => ("[", "]"), 'B' => ("{", "}"), 'v' => ("|", "|"), 'V' => ("‖", "‖"), _ => ("", "") };
                var alignment = name.EndsWith('*') && TexSource.TextOf(_source.Optional()) is [var a] ? a : 'c';
                var matrix = Table(TableKind.Matrix, _ => new MathColumn(alignment));
                return plain == "matrix" ? matrix : new MathFence(left, matrix, right);
            case "smallmatrix":
                return Table(TableKind.Small, _ => new MathColumn('c'));
            case "cases" or "dcases":
                return new MathFence("{", Cases(plain), "");
            case "rcases" or "drcases":
                return new MathFence("", Cases(plain), "}");
            case "aligned" or "split" or "align" or "eqnarray" or "flalign":
                _source.Optional();
                return Table(TableKind.Aligned, plain == "eqnarray" ? i => new MathColumn("rcl"[i % 3]) : i => new MathColumn(i % 2 == 0 ? 'r' : 'l', GapBefore: i % 2 == 0 && i > 0 ? 2 : 0));
            case "alignedat" or "alignat" or "xalignat":
                _source.Argument();
                return Table(TableKind.Aligned, i => new MathColumn(i % 2 == 0 ? 'r' : 'l', GapBefore: 0));
            case "gathered" or "gather" or "multline":
                return Table(TableKind.Gathered, _ => new MathColumn('c'));
            case "equation" or "displaymath" or "math":
                return Row(Ending.Brace);
            case "array" or "darray" or "subarray" or "tabular":
                return Array(plain);
            case "CD":
                return Diagram();
            default:
                Report(MathFindings.UnknownEnvironment, begin, $"The environment {name} is not known.");
                return Table(TableKind.Aligned, i => new MathColumn(i % 2 == 0 ? 'r' : 'l'));
        }
    }

    private MathTable Cases(string plain) => plain[0] == 'd' ? Styled(Table(TableKind.Cases, _ => new MathColumn('l')), MathLevel.Display) : Table(TableKind.Cases, _ => new MathColumn('l'));

    private static MathTable Styled(MathTable table, MathLevel level) => table with { Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells.Select(MathNode (c) => new MathStyled(level, c))] })] };

    private void EndOf(TexToken begin, string name)
    {
        var token = _source.Next();
        if (!token.Is("end"))
        {
            Report(MathFindings.Malformed, begin, $"\\begin{{{name}}} without its \\end.");
            _source.Back(token);
            return;
        }

        var closed = TexSource.TextOf(_source.Argument());
        if (closed != name)
        {
            Report(MathFindings.Malformed, token, $"\\end{{{closed}}} closes \\begin{{{name}}}.");
        }
    }

    private MathTable Array(string plain)
    {
        _source.Optional();
        var (columns, after) = Columns(_source.Argument() ?? []);
        var kind = plain == "subarray" ? TableKind.Substack : TableKind.Array;
        var table = Table(kind, i => i < columns.Count ? columns[i] : new MathColumn('c'), columns.Count) with { RulesAfter = after };
        return plain == "darray" ? Styled(table, MathLevel.Display) : table;
    }

    /// <summary>The columns of an array: l c r with | and : between; @{…} takes the gap away.</summary>
    private static (List<MathColumn> Columns, string After) Columns(List<TexToken> tokens)
    {
        var columns = new List<MathColumn>();
        var rules = "";
        double? gap = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i].Text)
            {
                case "l" or "c" or "r":
                    columns.Add(new MathColumn(tokens[i].Text[0], rules, gap));
                    (rules, gap) = ("", null);
                    break;
                case "|" or ":": rules += tokens[i].Text; break;
                case "@": gap = 0; i += GroupLength(tokens.GetRange(i + 1, tokens.Count - i - 1)); break;
                case "p" or "m": columns.Add(new MathColumn('l', rules, gap)); i += GroupLength(tokens.GetRange(i + 1, tokens.Count - i - 1)); break;
                default: break;
            }
        }

        return (columns, rules);
    }

    private MathTable Substack(TexToken token)
    {
        if (_source.SkipSpaces().Kind != TexKind.OpenBrace)
        {
            return new MathTable(TableKind.Substack, [new MathColumn('c')], [new MathTableRow([Argument(token)])]);
        }

        var open = _source.Next();
        _depth++;
        var table = _depth > DeepestNesting ? new MathTable(TableKind.Substack, [], []) : Table(TableKind.Substack, _ => new MathColumn('c'));
        _depth--;
        Close(open);
        return table;
    }

    private MathTable Table(TableKind kind, Func<int, MathColumn> columnOf, int least = 0) => Table(kind, columnOf, least, Cells);

    private MathTable Table(TableKind kind, Func<int, MathColumn> columnOf, int least, Func<ImmutableArray<MathNode>.Builder> readCells)
    {
        var rows = ImmutableArray.CreateBuilder<MathTableRow>();
        var outer = _tag;
        var (widest, rules, stretch) = (least, HorizontalRules(), Stretch());
        while (true)
        {
            var labels = _labels.Count;
            _tag = null;
            var cells = readCells();
            widest = Math.Max(widest, cells.Count);
            var (hasMore, gap) = RowEnd();
            var below = HorizontalRules();
            var isPhantom = !hasMore && cells is [] or [MathRow { Items.Length: 0 }] && rows.Count > 0;
            if (!isPhantom)
            {
                TagLabels(labels);
                rows.Add(new MathTableRow(cells.ToImmutable(), rules, gap) { Tag = _tag });
            }
            else if (rows.Count > 0 && _tag is not null)
            {
                rows[^1] = rows[^1] with { Tag = rows[^1].Tag ?? _tag };
            }

            _isUnnumbered |= _tag is not null;
            if (!hasMore)
            {
                _tag = outer;
                return new MathTable(kind, [.. Enumerable.Range(0, widest).Select(columnOf)], rows.ToImmutable()) { RulesBelow = isPhantom ? rules + below : below, Stretch = stretch };
            }

            rules = below;
        }
    }

    private double Stretch() =>
        _source.Macros.Find("arraystretch") is { } macro && double.TryParse(TexSource.TextOf(macro.Body), NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) ? Math.Clamp(factor, 0.1, 10) : 1;

    private void TagLabels(int from)
    {
        for (var i = from; i < _labels.Count && _tag is { } tag; i++)
        {
            _labels[i] = _labels[i] with { Tag = tag.Text };
        }
    }

    private ImmutableArray<MathNode>.Builder Cells()
    {
        var cells = ImmutableArray.CreateBuilder<MathNode>();
        while (true)
        {
            cells.Add(Row(Ending.Cell));
            if (_source.Peek().Kind != TexKind.Ampersand)
            {
                return cells;
            }

            _source.Next();
        }
    }

    /// <summary>Whether another row follows, and the white asked for before it.</summary>
    private (bool HasMore, double Gap) RowEnd()
    {
        var token = _source.Peek();
        if (token.Kind != TexKind.Command || !IsLineEnd(token.Text))
        {
            return (false, 0);
        }

        _source.Next();
        return (true, LineGap());
    }

    private double LineGap()
    {
        Star();
        var next = _source.Raw();
        _source.Back(next);
        return next.IsCharacter('[') && LooksLikeLength() ? LengthOf(TexSource.TextOf(_source.Optional())) : 0;
    }

    /// <summary>\\[2pt] gives white, but a row may begin with a bracket of its own: [a, b].</summary>
    private bool LooksLikeLength()
    {
        var tokens = _source.Optional() ?? [];
        var text = TexSource.TextOf(tokens);
        _source.Back(new TexToken(TexKind.Character, "]", 0));
        _source.BackAll(tokens);
        _source.Back(new TexToken(TexKind.Character, "[", tokens.Count > 0 ? tokens[0].At - 1 : 0));
        return text.Length > 2 && _units.ContainsKey(text[^2..]) && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '.');
    }

    private string HorizontalRules()
    {
        var rules = "";
        while (_source.SkipSpaces() is { Kind: TexKind.Command, Text: "hline" or "hdashline" or "toprule" or "midrule" or "bottomrule" } token)
        {
            _source.Next();
            rules += token.Text == "hdashline" ? ":" : "-";
        }

        return rules;
    }

    /// <summary>Inside braces no line can end.</summary>
    private MathSpace LineEnd(TexToken token)
    {
        Report(MathFindings.Malformed, token, $"\\{token.Text} inside a group.", "Lines end in an environment such as aligned, or outside all braces.");
        return new MathSpace(1);
    }
}
