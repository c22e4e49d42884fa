using System.Globalization;

namespace Kanyin;

/// <summary>A finished stage as one line: check      guide   31 chapters, 48,213 characters   0 errors, 2 warnings   0.21 s</summary>
public static class StageLine
{
    private const int CountsWidth = 34;
    private const int OutcomeWidth = 31;

    public static string Of(StageReport report, int nameWidth)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Of(report.Stage.ToString().ToLowerInvariant(), report.Book, report.Counts, report.Outcome, report.Time, nameWidth);
    }

    /// <param name="nameWidth">The columns that the longest name of a book takes.</param>
    public static string Of(string stage, string book, string counts, string outcome, TimeSpan time, int nameWidth)
    {
        var seconds = time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        return $"{stage,-9}  {Pad(book, nameWidth)}  {Pad(counts, CountsWidth)}  {Pad(outcome, OutcomeWidth)}  {seconds,6} s";
    }

    /// <summary>Columns on a terminal, where Han and full-width marks take two.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(rune => rune.Value >= 0x1100 && rune.Value is not (>= 0x2000 and < 0x2E80) ? 2 : 1);

    private static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));
}
