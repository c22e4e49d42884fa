namespace Kanyin.Books.Reading;

/// <summary>File names as people order them: 1, 2, 10; 第一章 before 第十章. The same on every system.</summary>
internal sealed class NaturalOrder : IComparer<string?>
{
    public static readonly NaturalOrder Comparer = new();

    private const string HanDigits = "零一二三四五六七八九";
    private const string HanUnits = "十百千";

    public int Compare(string? x, string? y)
    {
        x ??= "";
        y ??= "";
        var (i, j) = (0, 0);
        while (i < x.Length && j < y.Length)
        {
            var (a, b) = (Number(x, ref i), Number(y, ref j));
            var order = (a, b) switch
            {
                ({ } m, { } n) => m.CompareTo(n),
                (null, null) => char.ToLowerInvariant(x[i++]).CompareTo(char.ToLowerInvariant(y[j++])),
                ({ }, null) => -1,
                (null, { }) => 1,
            };
            if (order != 0)
            {
                return order;
            }
        }

        return (x.Length - i).CompareTo(y.Length - j) is var rest and not 0 ? rest : string.CompareOrdinal(x, y);
    }

    /// <summary>The number that begins at an index, which then moves past it; null when there is none.</summary>
    private static decimal? Number(string text, ref int index)
    {
        var start = index;
        while (index < text.Length && char.IsAsciiDigit(text[index]) && index - start < 27)
        {
            index++;
        }

        if (index > start)
        {
            return decimal.Parse(text.AsSpan(start, index - start), System.Globalization.CultureInfo.InvariantCulture);
        }

        // Han numerals count after 第 (第十章) and at the beginning of a name (一、绪论): 一 inside a word is a word.
        return start == 0 || text[start - 1] == '第' ? HanNumber(text, ref index) : null;
    }

    private static decimal? HanNumber(string text, ref int index)
    {
        var start = index;
        var (total, digit) = (0, 0);
        for (; index < text.Length && index - start < 9; index++)
        {
            if (HanDigits.IndexOf(text[index], StringComparison.Ordinal) is var d and >= 0)
            {
                digit = d;
            }
            else if (HanUnits.IndexOf(text[index], StringComparison.Ordinal) is var u and >= 0)
            {
                total += (digit == 0 ? 1 : digit) * (u == 0 ? 10 : u == 1 ? 100 : 1000);
                digit = 0;
            }
            else
            {
                break;
            }
        }

        return index > start ? total + digit : null;
    }
}
