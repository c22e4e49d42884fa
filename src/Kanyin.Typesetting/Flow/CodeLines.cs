using System.Collections.Immutable;
using System.Text;
using Kanyin.Books.Model;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>A character of code on the cell grid.</summary>
/// <param name="At">Offset in the block's text.</param>
/// <param name="Cells">0 for marks that stand on the character before.</param>
internal readonly record struct CodeCell(Rune Rune, int At, int Column, int Cells, CodeTokenKind? Kind);

/// <param name="Index">Of the line in the source, from 0.</param>
/// <param name="Indent">Cells left of a continued line, its wrap mark included; 0 for a first line.</param>
internal sealed record CodeLine(int Index, ImmutableArray<CodeCell> Cells, int Indent);

/// <summary>Cuts code into lines of so many cells; a continued line keeps its indent and takes two cells more (6.4).</summary>
internal static class CodeLines
{
    private const int TabCells = 4;
    private const int WrapIndent = 2;

    /// <summary>How far back from the edge a line may end early, between words rather than inside one.</summary>
    private const int SearchCells = 16;

    public static ImmutableArray<CodeLine> Of(CodeBlock code, int limit)
    {
        var lines = ImmutableArray.CreateBuilder<CodeLine>();
        var token = 0;
        var start = 0;
        for (var index = 0; start <= code.Text.Length; index++)
        {
            var end = code.Text.IndexOf('\n', start);
            end = end < 0 ? code.Text.Length : end;
            Wrap(index, CellsOf(code, start, end, ref token), limit, lines);
            start = end + 1;
        }

        return lines.DrainToImmutable();
    }

    private static List<CodeCell> CellsOf(CodeBlock code, int start, int end, ref int token)
    {
        var cells = new List<CodeCell>(end - start);
        var column = 0;
        var at = start;
        foreach (var rune in code.Text.AsSpan(start, end - start).EnumerateRunes())
        {
            while (token < code.Tokens.Length && code.Tokens[token].Start + code.Tokens[token].Length <= at)
            {
                token++;
            }

            var isInToken = token < code.Tokens.Length && code.Tokens[token].Start <= at;
            var width = rune.Value == '\t' ? TabCells - (column % TabCells) : CellWidth.Of(rune);
            cells.Add(new(rune, at, column, width, isInToken ? code.Tokens[token].Kind : null));
            column += width;

            // An unpaired surrogate is one unit long but is read as U+FFFD, which is one too.
            at += rune.Utf16SequenceLength;
        }

        return cells;
    }

    private static void Wrap(int index, List<CodeCell> cells, int limit, ImmutableArray<CodeLine>.Builder lines)
    {
        var first = 0;
        var indent = 0;
        var continuedIndent = Math.Min(IndentOf(cells) + WrapIndent, limit / 2);
        while (true)
        {
            var end = EndOf(cells, first, limit - indent);
            var shift = first < cells.Count ? indent - cells[first].Column : 0;
            lines.Add(new(index, [.. cells[first..end].Select(c => c with { Column = c.Column + shift })], indent));
            if (end >= cells.Count)
            {
                return;
            }

            first = end;
            indent = continuedIndent;
        }
    }

    private static int IndentOf(List<CodeCell> cells)
    {
        var first = cells.FindIndex(c => c.Rune.Value is not (' ' or '\t'));
        return first < 0 ? 0 : cells[first].Column;
    }

    private static int EndOf(List<CodeCell> cells, int first, int room)
    {
        if (first >= cells.Count)
        {
            return cells.Count;
        }

        var origin = cells[first].Column;
        var end = first + 1;
        while (end < cells.Count && cells[end].Column + cells[end].Cells - origin <= room)
        {
            end++;
        }

        if (end == cells.Count)
        {
            return end;
        }

        // Never among the white space that the line begins with.
        var least = first + 1;
        while (least < end && cells[least - 1].Rune.Value is ' ' or '\t')
        {
            least++;
        }

        for (var i = end; i > least && cells[end].Column - cells[i].Column < SearchCells; i--)
        {
            if (IsBetweenWords(cells[i - 1].Rune, cells[i]))
            {
                return i;
            }
        }

        return end;
    }

    private static bool IsBetweenWords(Rune before, CodeCell after) =>
        after.Cells > 0 && after.Rune.Value != ' ' && (before.Value is ' ' or '\t' or ',' or ';' or '/' or '|' or '&' || CellWidth.Of(before) == 2);
}
