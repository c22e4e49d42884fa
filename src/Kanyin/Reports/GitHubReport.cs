using System.Globalization;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Reports;

/// <summary>Findings as workflow commands of GitHub Actions, which shows them beside the changed lines.</summary>
internal static class GitHubReport
{
    /// <param name="prefix">What leads from the repository's root to the book's folder, with a slash at its end, or empty.</param>
    public static void Write(IReadOnlyList<Diagnostic> findings, string prefix, TextWriter output)
    {
        foreach (var (kind, at, message, hint) in findings)
        {
            var word = kind.Severity == Severity.Note ? "notice" : TextReport.Word(kind.Severity);

            // Columns are taken only within one line.
            var columns = at.Line == at.EndLine && at.Length > 0
                ? string.Create(CultureInfo.InvariantCulture, $",col={at.Column},endColumn={at.EndColumn}")
                : "";
            var lines = string.Create(CultureInfo.InvariantCulture, $"line={at.Line},endLine={at.EndLine}");
            output.WriteLine($"::{word} file={Property(prefix + at.File.Path)},{lines}{columns},title={Property($"{kind.Id} {kind.Title}")}::{Data(hint is null ? message : $"{message}\n{hint}")}");
        }

        output.WriteLine(Counted.Of(findings));
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
