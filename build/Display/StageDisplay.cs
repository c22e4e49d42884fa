using Spectre.Console;

namespace Kanyin.Build.Display;

/// <summary>The lines; where they go is for the two kinds of terminal to say.</summary>
internal abstract class StageDisplay : IStageDisplay
{
    private int _nameWidth;

    public bool IsQuiet { get; set; }

    public static StageDisplay ForThisTerminal() =>
        !Console.IsOutputRedirected && !Console.IsErrorRedirected && AnsiConsole.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? new BarDisplay(AnsiConsole.Console)
            : new LineDisplay(Console.Out, Console.Error);

    public virtual void Start(IReadOnlyList<Publication> books, int stages) =>
        _nameWidth = books.Max(book => StageLine.Width(book.Name));

    public virtual void Started(Stage stage, string book)
    {
    }

    public virtual void Stepped(Stage stage, string book, int done, int of)
    {
    }

    public virtual void Finished(StageReport report)
    {
        if (!IsQuiet)
        {
            WriteStage(StageLine.Of(report, _nameWidth));
        }

        foreach (var finding in report.FindingLines)
        {
            WriteFinding(finding);
        }
    }

    public void Asked(string tool, Publication book, string counts, string outcome, TimeSpan time)
    {
        if (!IsQuiet)
        {
            WriteStage(StageLine.Of(tool, book.Name, counts, outcome, time, _nameWidth));
        }
    }

    public void Reported(Publication book, string summary)
    {
        if (!IsQuiet)
        {
            WriteStage($"{book.Name}: {summary}");
        }
    }

    public virtual void Stop()
    {
    }

    protected abstract void WriteStage(string line);

    protected abstract void WriteFinding(string line);
}
