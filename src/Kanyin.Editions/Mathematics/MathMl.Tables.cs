using System.Xml.Linq;
using Kanyin.Books.Mathematics;

namespace Kanyin.Editions.Mathematics;

/// <summary>Tables: MathML Core leaves alignment and gaps to CSS, older readers know attributes.</summary>
internal sealed partial class MathMl
{
    /// <summary>Half of LaTeX's distance from row to row.</summary>
    private const double HalfLine = 0.6;

    private XElement Table(MathTable table)
    {
        var outer = _isDisplay;
        _isDisplay = table.Kind is TableKind.Aligned or TableKind.Gathered or TableKind.Diagram;
        var hasTags = table.Rows.Any(r => r.Tag is not null);
        var element = E(
            "mtable",
            A("displaystyle", _isDisplay ? "true" : "false"),
            A("columnalign", string.Join(' ', table.Columns.Select(c => Alignment(c.Alignment)))),
            table.Rows.Select((r, i) => E("mtr", Enumerable.Range(0, table.Columns.Length).Select(c => Cell(table, i, c)), hasTags ? E("mtd", A("style", "padding-left: 2em"), r.Tag is { } tag ? E("mtext", XmlText.Clean(tag.Printed)) : null) : null)));
        _isDisplay = outer;
        return table.Kind is TableKind.Small or TableKind.Substack ? StyleOf(MathLevel.Script, element) : element;
    }

    private static string Alignment(char c) => c switch { 'l' => "left", 'r' => "right", _ => "center" };

    /// <summary>What a cell holds are blocks, which Chromium's text-align moves only by its own words; the centre is the cell's own.</summary>
    private static string AlignmentStyle(char c) => c is 'l' or 'r' && Alignment(c) is var side ? $"text-align: {side}; text-align: -webkit-{side}; " : "";

    private XElement Cell(MathTable table, int row, int column)
    {
        var cells = table.Rows[row].Cells;
        return E("mtd", A("style", StyleOf(table, row, column)), column < cells.Length ? All(cells[column]) : null);
    }

    private static string StyleOf(MathTable table, int row, int column)
    {
        var (own, isFirst, isLast) = (table.Columns[column], column == 0, column == table.Columns.Length - 1);
        var gap = table.Kind switch { TableKind.Aligned or TableKind.Gathered or TableKind.Substack => 0, TableKind.Small => 0.14, TableKind.Cases => 0.5, _ => 0.5 };
        var left = own.GapBefore ?? (isFirst && own.RulesBefore.Length == 0 ? 0 : gap);
        var right = isLast && table.RulesAfter.Length == 0 ? 0 : column + 1 < table.Columns.Length && table.Columns[column + 1].GapBefore is not null ? 0 : gap;
        var style = $"{AlignmentStyle(own.Alignment)}padding: {Em(Above(table, row))} {Em(right)} {Em(Below(table))} {Em(left)}";
        style += Border("left", own.RulesBefore) + (isLast ? Border("right", table.RulesAfter) : "") + Border("top", table.Rows[row].RulesAbove);
        return style + (row == table.Rows.Length - 1 ? Border("bottom", table.RulesBelow) : "");
    }

    private static double Above(MathTable table, int row) => Below(table) + (row > 0 ? table.Rows[row - 1].GapAfter : 0);

    private static double Below(MathTable table) => table.Kind switch { TableKind.Aligned or TableKind.Gathered => 0.25, TableKind.Substack => 0.05, TableKind.Small => 0.1, _ => 0.15 + ((table.Stretch - 1) * HalfLine) };

    private static string Border(string side, string rules) => rules.Length == 0 ? "" : $"; border-{side}: {(rules.Length > 1 ? "0.2em double" : rules[0] == ':' ? "0.06em dashed" : "0.06em solid")}";
}
