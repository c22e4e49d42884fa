using System.Globalization;

namespace Kanyin.CommandLine;

/// <summary>Prints each stage as it ends, and what it found. A writer that is null gets nothing.</summary>
/// <param name="showsWork">Also print the stage that is being worked on and how far it is, on a line that the next one takes.</param>
internal sealed class StageLog(TextWriter? stages, TextWriter? findings, bool showsWork = false) : IPublishObserver
{
    public void Started(Stage stage, string book)
    {
        if (showsWork)
        {
            Show(stage, $"{book}  …");
        }
    }

    /// <summary>A hundred times a stage at most, as writing to a terminal takes time too.</summary>
    public void Stepped(Stage stage, string book, int done, int of)
    {
        if (showsWork && (done == of || done * 100L / of > (done - 1) * 100L / of))
        {
            Show(stage, string.Create(CultureInfo.InvariantCulture, $"{book}  {done}/{of} {(stage == Stage.Verify ? "pages" : "chapters")}"));
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

    private void Show(Stage stage, string work)
    {
        stages?.Write($"{stage.ToString().ToLowerInvariant(),-9}  {work}\r");
        stages?.Flush();
    }
}
