using System.Diagnostics;

namespace Kanyin.Mutation;

/// <summary>Another program, run to its end or to the end of its time.</summary>
internal static class Command
{
    /// <returns>The exit code, null when the time was up; and what it printed.</returns>
    public static (int? Code, string Output) Run(string program, IEnumerable<string> arguments, TimeSpan limit, string folder = ".", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return (null, "");
        }

        return (process.ExitCode, output.Result + errors.Result);
    }
}
