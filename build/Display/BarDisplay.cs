using System.Globalization;
using Spectre.Console;

namespace Kanyin.Build.Display;

/// <summary>For a person at a terminal: the lines, and below them a bar that goes away at the end.</summary>
internal sealed class BarDisplay(IAnsiConsole console) : StageDisplay
{
    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _running = Task.CompletedTask;
    private ProgressTask? _bar;

    public override void Start(IReadOnlyList<Publication> books, int stages)
    {
        base.Start(books, stages);
        if (stages == 0 || IsQuiet)
        {
            return;
        }

        _running = console.Progress().AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                _bar = progress.AddTask("publish", maxValue: stages);
                await _stop.Task.ConfigureAwait(false);
            });
    }

    public override void Started(Stage stage, string book)
    {
        if (_bar is not null)
        {
            _bar.Description = Markup.Escape($"{stage.ToString().ToLowerInvariant()} {book}");
        }
    }

    public override void Stepped(Stage stage, string book, int done, int of)
    {
        if (_bar is not null)
        {
            _bar.Description = Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{stage.ToString().ToLowerInvariant()} {book} {done}/{of}"));
        }
    }

    public override void Finished(StageReport report)
    {
        base.Finished(report);
        _bar?.Increment(1);
    }

    public override void Stop()
    {
        _stop.TrySetResult();
        _running.GetAwaiter().GetResult();
    }

    protected override void WriteStage(string line) => console.WriteLine(line);

    protected override void WriteFinding(string line) => console.WriteLine(line);
}
