namespace Kanyin.CommandLine;

/// <summary>Prints each stage as it ends, and what it found. A writer that is null gets nothing.</summary>
/// <param name="showsWork">Also print the stage that is being worked on, on a line that the next one takes.</param>
internal sealed class StageLog(TextWriter? stages, TextWriter? findings, bool showsWork = false) : IPublishObserver
{
    public void Started(Stage stage, string book)
    {
        if (showsWork)
        {
            stages?.Write($"{stage.ToString().ToLowerInvariant(),-9}  {book}  …\r");
            stages?.Flush();
        }
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
