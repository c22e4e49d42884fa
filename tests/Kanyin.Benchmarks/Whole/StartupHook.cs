using System.Globalization;
using System.Diagnostics;

/// <summary>
/// Runs inside the program that is measured (DOTNET_STARTUP_HOOKS) and writes what it took when it ends: no other way tells the
/// allocations of a whole process on every system. The runtime asks for this name, outside of any namespace.
/// </summary>
internal static class StartupHook
{
    public const string ReportVariable = "KANYIN_TOLL";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(ReportVariable) is { Length: > 0 } report)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllText(
                report,
                string.Create(CultureInfo.InvariantCulture, $"{Environment.CpuUsage.TotalTime.TotalSeconds:R} {GC.GetTotalAllocatedBytes()} {Process.GetCurrentProcess().PeakWorkingSet64}"));
        }
    }
}
