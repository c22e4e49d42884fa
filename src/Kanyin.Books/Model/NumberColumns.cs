using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Kanyin.Books.Model;

/// <summary>Columns of a table that hold numbers: their figures stand below each other (typography.md 6.4).</summary>
public static partial class NumberColumns
{
    /// <summary>One entry a column. The author's left or centred alignment is kept, so such columns are none.</summary>
    public static ImmutableArray<bool> Of(Table table) => [.. table.Columns.Select((alignment, column) => Holds(table, alignment, column))];

    /// <summary>Where the whole part of a number ends in its text; null when the text is no number.</summary>
    public static int? WholePart(string text) => Number().Match(text) is { Success: true } match ? match.Groups["whole"].Index + match.Groups["whole"].Length : null;

    private static bool Holds(Table table, ColumnAlignment alignment, int column)
    {
        if (alignment is ColumnAlignment.Left or ColumnAlignment.Centre)
        {
            return false;
        }

        var cells = table.Body.Select(r => PlainText.Of(r.Cells[column].Inlines).Trim()).ToList();
        return cells.Any(c => Number().IsMatch(c)) && cells.All(c => IsAbsent(c) || Number().IsMatch(c));
    }

    /// <summary>Nothing, or the dash that says there is no value.</summary>
    private static bool IsAbsent(string cell) => cell is "" or "-" or "–" or "—" or "——";

    // A sign as typed on a keyboard or as printed, a currency, groups of three, and what may cling to the last figure.
    [GeneratedRegex(@"^(?:[+\-−±]\s?)?[¥￥$€£]?(?<whole>[0-9]+(?:,[0-9]{3})*)(?:\.[0-9]+)?(?:\s?[%％‰×])?$")]
    private static partial Regex Number();
}
