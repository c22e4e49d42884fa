using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>HTML tables as plain grids: a cell over several columns or rows takes the first place and leaves the others empty, with a finding.</summary>
internal static class HtmlTables
{
    /// <summary>CSS tables have no more; keeps colspan="1000000" from filling the memory.</summary>
    private const int MostColumns = 200;

    public static Table? Read(IElement table, Place at, Func<IElement, Place, ImmutableArray<Inline>> read, ReadingFile file)
    {
        var rows = table.QuerySelectorAll("tr").Where(r => r.Closest("table") == table).ToList();
        var cells = rows.ConvertAll(r => Cells(r));
        var width = cells.Count == 0 ? 0 : cells.Max(r => r.Count);
        if (width == 0)
        {
            return null;
        }

        if (table.QuerySelector("[colspan], [rowspan]") is not null)
        {
            file.Report(ReadingFindings.UnevenRow, at, "Cells over several columns or rows are not joined: the words stand in the first of them.");
        }

        var heads = rows.TakeWhile(r => r.ParentElement?.LocalName == "thead" || r.Children.All(c => c.LocalName == "th")).Count();
        var grid = cells.ConvertAll(r => new TableRow(at, [.. Enumerable.Range(0, width).Select(i => new TableCell(at, i < r.Count && r[i] is { } cell ? read(cell, at) : []))]));
        return new Table(at, [.. Enumerable.Range(0, width).Select(i => Alignment(cells, i))], [.. grid.Take(heads)], [.. grid.Skip(heads)])
        {
            Caption = table.Children.FirstOrDefault(c => c.LocalName == "caption") is { } caption ? read(caption, at) : [],
        };
    }

    /// <summary>One entry a column; null where a cell before reaches over.</summary>
    private static List<IElement?> Cells(IElement row)
    {
        var cells = new List<IElement?>();
        foreach (var cell in row.Children.Where(c => c.LocalName is "td" or "th"))
        {
            var span = int.TryParse(cell.GetAttribute("colspan"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var s) ? s : 1;
            cells.Add(cell);
            cells.AddRange(Enumerable.Repeat<IElement?>(null, System.Math.Clamp(span - 1, 0, MostColumns)));
        }

        return cells;
    }

    private static ColumnAlignment Alignment(List<List<IElement?>> rows, int column)
    {
        var cell = rows.Select(r => column < r.Count ? r[column] : null).FirstOrDefault(c => c is not null);
        var align = cell?.GetAttribute("align") ?? (cell?.GetAttribute("style") is { } style && style.Contains("center", StringComparison.OrdinalIgnoreCase) ? "center" : null);
        return align?.ToLowerInvariant() switch
        {
            "left" => ColumnAlignment.Left,
            "center" => ColumnAlignment.Centre,
            "right" => ColumnAlignment.Right,
            _ => ColumnAlignment.Default,
        };
    }
}
