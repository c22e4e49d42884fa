using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Markdig.Extensions.Tables;
using Md = Markdig.Syntax;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Pipe tables. Every row gets as many cells as the head: missing ones are empty, those too many are cut off, both with a finding (GFM 4.10).</summary>
internal sealed class TableReader(ReadingFile file, InlineReader inlines)
{
    public Model.Table Read(Markdig.Extensions.Tables.Table table, Place at)
    {
        var rows = table.OfType<Markdig.Extensions.Tables.TableRow>().ToList();
        var width = System.Math.Max(1, rows.Count == 0 ? 0 : Written(rows[0]).Count);
        return new Model.Table(
            at,
            [.. Enumerable.Range(0, width).Select(i => i < table.ColumnDefinitions.Count ? Alignment(table.ColumnDefinitions[i].Alignment) : ColumnAlignment.Default)],
            [.. rows.Where(r => r.IsHeader).Select(r => Read(r, width))],
            [.. rows.Where(r => !r.IsHeader).Select(r => Read(r, width))]);
    }

    /// <summary>The cells in the source; Markdig fills short rows up with cells that have no place.</summary>
    private static List<Markdig.Extensions.Tables.TableCell> Written(Markdig.Extensions.Tables.TableRow row)
    {
        var cells = row.OfType<Markdig.Extensions.Tables.TableCell>().ToList();
        return cells[..(cells.FindLastIndex(c => c.Parser is not null || !c.Span.IsEmpty || c.Count > 0) + 1)];
    }

    private Model.TableRow Read(Markdig.Extensions.Tables.TableRow row, int width)
    {
        var at = file.At(row);
        var written = Written(row);
        if (written.Count != width)
        {
            file.Report(ReadingFindings.UnevenRow, written.Count > width && !written[width].Span.IsEmpty ? file.At(written[width]) : at, string.Create(CultureInfo.InvariantCulture, $"The row has {written.Count} cells and the head of its table has {width}; ") + (written.Count > width ? "the last ones are cut off." : "the missing ones stay empty."));
        }

        return new Model.TableRow(at, [.. Enumerable.Range(0, width).Select(i => i < written.Count ? Read(written[i], at) : new Model.TableCell(at, []))]);
    }

    private Model.TableCell Read(Markdig.Extensions.Tables.TableCell cell, Place row) =>
        new(cell.Span.IsEmpty ? row : file.At(cell), Paragraphs.WithoutIndent([.. cell.OfType<Md.ParagraphBlock>().SelectMany(p => inlines.Read(WithPipes(p.Inline)))]));

    /// <summary>A pipe of a cell is escaped even in code (GFM 4.10), where nothing else takes the backslash away.</summary>
    private static Md.Inlines.ContainerInline? WithPipes(Md.Inlines.ContainerInline? inlines)
    {
        foreach (var code in inlines is null ? [] : Md.MarkdownObjectExtensions.Descendants<Md.Inlines.CodeInline>(inlines))
        {
            code.Content = code.Content.Replace("\\|", "|", StringComparison.Ordinal);
        }

        return inlines;
    }

    private static ColumnAlignment Alignment(TableColumnAlign? align) => align switch
    {
        TableColumnAlign.Left => ColumnAlignment.Left,
        TableColumnAlign.Center => ColumnAlignment.Centre,
        TableColumnAlign.Right => ColumnAlignment.Right,
        null => ColumnAlignment.Default,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
