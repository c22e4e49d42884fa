using System.Text;
using Cake.Core;
using Cake.Frosting;
using Kanyin;
using Kanyin.Build;
using Kanyin.Build.Display;
using Microsoft.Extensions.DependencyInjection;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (args.Any(arg => arg is "--help" or "-h" or "-?"))
{
    Console.Out.Write(Usage.Text);
    return ExitCode.Success;
}

if (Console.IsOutputRedirected)
{
    // Cake asks this variable, not the stream, whether to colour its own messages.
    Environment.SetEnvironmentVariable("NO_COLOR", "1");
}

var outcome = new Outcome();
var exitCode = new CakeHost()
    .UseContext<BuildContext>()
    .UseLifetime<BuildLifetime>()
    .ConfigureServices(services => services
        .AddSingleton(outcome)
        .AddSingleton<IStageDisplay>(_ => StageDisplay.ForThisTerminal())
        .AddSingleton<ICakeReportPrinter, ReportWhenVerbose>())
    .Run(args);
return exitCode != ExitCode.Success ? exitCode : outcome.ExitCode;
