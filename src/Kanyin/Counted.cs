using System.Globalization;
using Kanyin.Books.Diagnostics;

namespace Kanyin;

/// <summary>Numbers with their nouns: 1 page, 1,204 pages.</summary>
public static class Counted
{
    public static string Of(long number, string noun) =>
        $"{number.ToString("N0", CultureInfo.InvariantCulture)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>Rounded up, as file managers do.</summary>
    public static string Kibibytes(long bytes) => $"{((bytes + 1023) / 1024).ToString("N0", CultureInfo.InvariantCulture)} KiB";

    public static string Of(IReadOnlyCollection<Diagnostic> findings)
    {
        var counts = Enum.GetValues<Severity>().ToDictionary(s => s, s => findings.Count(f => f.Kind.Severity == s));
        var notes = counts[Severity.Note] == 0 ? "" : $", {Of(counts[Severity.Note], "note")}";
        return $"{Of(counts[Severity.Error], "error")}, {Of(counts[Severity.Warning], "warning")}{notes}";
    }
}
