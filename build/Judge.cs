using Cake.Common;
using Cake.Core;
using Cake.Core.IO;

namespace Kanyin.Build;

/// <summary>A checker of other people's making. It is asked where it is installed and never needed.</summary>
internal static class Judge
{
    public static void Ask(BuildContext context, Publication book, string tool, string[] arguments)
    {
        if (context.Tools.Resolve(tool) is not { } path)
        {
            return;
        }

        // Debian installs EPUBCheck as an executable jar, which only its kernel module can start.
        var program = IsJar(path.FullPath) ? "java" : path.FullPath;
        var start = TimeProvider.System.GetTimestamp();
        var settings = new ProcessSettings
        {
            Arguments = ProcessArgumentBuilder.FromStrings(IsJar(path.FullPath) ? ["-jar", path.FullPath, .. arguments] : arguments),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var exit = context.StartProcess(program, settings, out var output, out var errors);
        context.Display.Asked(tool, book, System.IO.Path.GetFileName(arguments[^1]), exit == 0 ? "no errors" : $"exit code {exit}", TimeProvider.System.GetElapsedTime(start));
        if (exit != 0)
        {
            throw new CakeException(ExitCode.Findings, string.Join('\n', [$"{tool} objects to {arguments[^1]}:", .. output, .. errors]));
        }
    }

    private static bool IsJar(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 'P' && file.ReadByte() == 'K';
    }
}
