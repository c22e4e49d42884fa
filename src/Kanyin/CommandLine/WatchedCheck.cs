using Kanyin.Watching;

namespace Kanyin.CommandLine;

/// <summary>check --watch: checks again after every save, until it is interrupted.</summary>
internal static class WatchedCheck
{
    /// <summary>The lines between which editors look for findings; the problem matcher of the handbook names them.</summary>
    public const string Begins = "checking ", Ends = "watching ";

    /// <param name="check">Checks and reports once.</param>
    public static int Run(string path, Func<int> check, Surroundings around)
    {
        if (string.IsNullOrWhiteSpace(path) || !Path.Exists(path))
        {
            return check(); // which says so
        }

        using var watch = new FolderWatch(path, around.Clock);
        while (true)
        {
            around.Output.WriteLine(Begins + path);
            CheckOnce(check, around);
            around.Output.WriteLine($"{Ends}{path} (Ctrl+C ends it)");
            around.Output.Flush();
            try
            {
                watch.ChangedAsync(around.Stop).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                return ExitCode.Success;
            }
        }
    }

    private static void CheckOnce(Func<int> check, Surroundings around)
    {
        try
        {
            check();
        }
        catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException)
        {
            around.Error.WriteLine($"error: {e.Message}"); // A folder that is away comes back, a file that is locked is free again.
        }
    }
}
