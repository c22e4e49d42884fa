using System.Diagnostics;
using System.Globalization;

namespace Kanyin.Benchmarks.Whole;

/// <summary>What one run of a program took.</summary>
/// <param name="Wall">Seconds.</param>
/// <param name="Processor">Seconds, of all threads.</param>
/// <param name="Allocated">Bytes; 0 where it cannot be told.</param>
/// <param name="Peak">Bytes of memory at most.</param>
internal sealed record Toll(double Wall, double Processor, long Allocated, long Peak)
{
    /// <summary>The median by processor time: a run that others disturbed does not count.</summary>
    public static Toll Median(IEnumerable<Toll> runs) => runs.OrderBy(r => r.Processor).ToList() is var sorted && sorted.Count > 0
        ? sorted[sorted.Count / 2] with { Wall = runs.Select(r => r.Wall).Order().ElementAt(sorted.Count / 2) }
        : throw new ArgumentException("There is no run.", nameof(runs));

    /// <summary>One run of a .NET program, told by <see cref="StartupHook"/>.</summary>
    public static Toll OfDotNet(string assembly, IEnumerable<string> arguments)
    {
        var report = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Toll).Assembly.Location;
            start.Environment[StartupHook.ReportVariable] = report;
            var (wall, exitCode) = Run(start);
            return exitCode == 0 && File.ReadAllText(report).Split(' ') is [var processor, var allocated, var peak]
                ? new Toll(wall, double.Parse(processor, CultureInfo.InvariantCulture), long.Parse(allocated, CultureInfo.InvariantCulture), long.Parse(peak, CultureInfo.InvariantCulture))
                : throw new InvalidOperationException($"{assembly} {string.Join(' ', arguments)} ended with exit code {exitCode}.");
        }
        finally
        {
            File.Delete(report);
        }
    }

    /// <summary>One run of any program and of all it starts, told by GNU time; null where it fails.</summary>
    public static Toll? OfProgram(string folder, string program, params IEnumerable<string> arguments)
    {
        var report = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("time", ["-f", "%U %S %M", "-o", report, program, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            var (wall, _) = Run(start);
            return File.ReadAllText(report).Trim().Split(' ') is [var user, var system, var peak] && double.TryParse(user, CultureInfo.InvariantCulture, out var seconds)
                ? new Toll(wall, seconds + double.Parse(system, CultureInfo.InvariantCulture), 0, long.Parse(peak, CultureInfo.InvariantCulture) << 10)
                : null;
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static (double Wall, int ExitCode) Run(ProcessStartInfo start)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return (clock.Elapsed.TotalSeconds, process.ExitCode);
    }
}
