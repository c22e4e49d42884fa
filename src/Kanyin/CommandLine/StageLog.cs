namespace Kanyin.CommandLine;

/// <summary>Prints each stage as it ends, and what it found. A writer that is null gets nothing.</summary>
internal sealed class StageLog(TextWriter? stages, TextWriter? findings) : IPublishObserver
{
    public void Started(Stage stage, string book)
    {
    }

    public void Finished(StageReport report)
    {
        stages?.WriteLine(StageLine.Of(report, StageLine.Width(report.Book)).TrimEnd());
        foreach (var finding in report.FindingLines)
        {
            findings?.WriteLine(finding);
        }
    }
}
