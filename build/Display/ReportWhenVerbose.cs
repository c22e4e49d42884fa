using Cake.Cli;
using Cake.Core;
using Cake.Core.Diagnostics;
using Spectre.Console;

namespace Kanyin.Build.Display;

/// <summary>Cake's own banners and table of times, from --verbosity verbose on; below that the stage lines say enough.</summary>
internal sealed class ReportWhenVerbose(IAnsiConsole console, ICakeLog log) : ICakeReportPrinter
{
    private readonly CakeSpectreReportPrinter _full = new(console);

    private bool IsVerbose => log.Verbosity >= Verbosity.Verbose;

    public void Write(CakeReport report)
    {
        if (IsVerbose)
        {
            _full.Write(report);
        }
    }

    public void WriteStep(string name, Verbosity verbosity)
    {
        if (IsVerbose)
        {
            _full.WriteStep(name, verbosity);
        }
    }

    public void WriteLifeCycleStep(string name, Verbosity verbosity)
    {
        if (IsVerbose)
        {
            _full.WriteLifeCycleStep(name, verbosity);
        }
    }

    public void WriteSkippedStep(string name, Verbosity verbosity)
    {
        if (IsVerbose)
        {
            _full.WriteSkippedStep(name, verbosity);
        }
    }
}
