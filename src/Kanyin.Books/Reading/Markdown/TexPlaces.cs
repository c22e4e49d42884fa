using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Where a stretch of a formula's TeX stands in its file. Its lines are there as written, but for their indents and quotation marks.</summary>
internal static class TexPlaces
{
    public static Place Of(string tex, Place formula, int start, int length)
    {
        var source = formula.File.Text;
        var (from, line) = (formula.Start, 0);
        while (true)
        {
            var end = tex.IndexOf('\n', line) is >= 0 and var n ? n : tex.Length;
            var found = source.IndexOf(tex[line..end], Math.Min(from, source.Length), StringComparison.Ordinal);
            if (found < 0)
            {
                return formula;
            }

            if (start <= end)
            {
                return new Place(formula.File, found + start - line, Math.Min(length, Math.Max(1, end - start)));
            }

            (from, line) = (found + end - line, end + 1);
        }
    }
}
