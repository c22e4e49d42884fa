namespace Kanyin.Build;

/// <summary>
/// What the run comes to when no task failed. Findings do not stop the tasks, and an exception at teardown would be told
/// as a fault of the build.
/// </summary>
public sealed class Outcome
{
    public int ExitCode { get; set; } = Kanyin.ExitCode.Success;
}
