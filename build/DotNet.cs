using Cake.Common;
using Cake.Core;
using Cake.Core.IO;

namespace Kanyin.Build;

internal static class DotNet
{
    /// <summary>Runs the SDK in the repository's folder; the run fails when it does.</summary>
    public static void Run(BuildContext context, params string[] arguments)
    {
        context.Display.Stop();
        var settings = new ProcessSettings { WorkingDirectory = context.Root, Arguments = ProcessArgumentBuilder.FromStrings(arguments) };
        if (context.StartProcess("dotnet", settings) != 0)
        {
            throw new CakeException(ExitCode.Findings, $"dotnet {arguments[0]} failed.");
        }
    }
}
