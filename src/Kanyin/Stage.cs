using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;

namespace Kanyin;

public enum Stage
{
    Check,
    Set,
    Pdf,
    Epub,
    Verify,
}

/// <summary>A stage that has ended.</summary>
/// <param name="Counts">What was worked on: 31 chapters, 48,213 characters.</param>
/// <param name="Outcome">What came of it: 0 errors, 2 warnings; or the file.</param>
/// <param name="Findings">Those that this stage added, sorted.</param>
public sealed record StageReport(Stage Stage, string Book, string Counts, string Outcome, TimeSpan Time, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>The findings as printed, for callers who know nothing of books.</summary>
    public IEnumerable<string> FindingLines => Findings.Select(finding => finding.ToString());
}

/// <summary>Watches the work for people. Calls come one at a time.</summary>
public interface IPublishObserver
{
    void Started(Stage stage, string book);

    /// <summary>How far a stage is that has started: chapters read or set, pages of the PDF read back. Others tell nothing.</summary>
    void Stepped(Stage stage, string book, int done, int of)
    {
    }

    void Finished(StageReport report);
}
