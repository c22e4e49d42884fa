using System.Collections.Immutable;
using System.Text;
using Kanyin.Books.Model;
using Math = System.Math;

namespace Kanyin.Editions.Epub;

/// <summary>
/// Which columns of a table may break their words anywhere. A reader shares the room by the words it may not break:
/// kept whole, the words of all columns can be wider than a telephone; broken anywhere, a year can become two lines.
/// So the short ones stay whole as long as they fit.
/// </summary>
internal static class TableColumns
{
    /// <summary>Latin characters at .9em on a telephone of 320 CSS pixels, margins taken off; each column's own white costs two.</summary>
    private const int Measure = 34;
    private const int White = 2;

    /// <summary>In Latin characters. A column of Han needs two of them.</summary>
    private const int Han = 4;
    private const int FirstHan = 0x2E80;

    public static ImmutableArray<bool> Breakable(Table table)
    {
        var words = new int[table.Columns.Length];
        foreach (var row in table.Head.Concat(table.Body))
        {
            foreach (var (column, cell) in row.Cells.Index())
            {
                words[column] = Math.Max(words[column], LongestWord(PlainText.Of(cell.Inlines)));
            }
        }

        var breakable = new bool[words.Length];
        var room = Measure - words.Sum(w => White + Math.Min(w, Han));
        foreach (var column in Enumerable.Range(0, words.Length).OrderBy(c => words[c]))
        {
            var more = words[column] - Math.Min(words[column], Han);
            breakable[column] = more > 0 && more > room;
            room -= breakable[column] ? 0 : more;
        }

        return [.. breakable];
    }

    private static int LongestWord(string text)
    {
        var (longest, word) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var isHan = rune.Value >= FirstHan;
            word = isHan ? Han : Rune.IsWhiteSpace(rune) ? 0 : word + 1;
            longest = Math.Max(longest, word);
            word = isHan || rune.Value == '-' ? 0 : word;
        }

        return longest;
    }
}
