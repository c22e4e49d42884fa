using System.Globalization;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Reports;

/// <summary>Findings for people: each with its line and carets below the place, then how many there are of each kind.</summary>
internal static class TextReport
{
    public static void Write(IReadOnlyList<Diagnostic> findings, TextWriter output)
    {
        foreach (var finding in findings)
        {
            output.WriteLine(finding with { Hint = null });
            if (Excerpt.Of(finding.At) is { } excerpt)
            {
                output.WriteLine(excerpt.WithCarets("    "));
            }

            if (finding.Hint is { } hint)
            {
                output.WriteLine($"  hint: {hint}");
            }
        }

        WriteSummary(findings, output);
    }

    private static void WriteSummary(IReadOnlyList<Diagnostic> findings, TextWriter output)
    {
        if (findings.Count > 0)
        {
            output.WriteLine();
        }

        foreach (var kind in findings.GroupBy(f => f.Kind).OrderByDescending(k => k.Key.Severity).ThenBy(k => k.Key.Id, StringComparer.Ordinal))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind.Count(),6:N0}  {Word(kind.Key.Severity),-7}  {kind.Key.Id,-7}  {kind.Key.Title}"));
        }

        output.WriteLine(Counted.Of(findings));
    }

    internal static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
