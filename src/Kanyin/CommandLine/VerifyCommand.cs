using System.CommandLine;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck;
using Kanyin.Reports;

namespace Kanyin.CommandLine;

/// <summary>kanyin verify: is this EPUB valid, whoever made it?</summary>
internal static class VerifyCommand
{
    public static Command Create(Surroundings around)
    {
        var format = LinesCommand.Choice("--format", "How findings are printed.", "text", "json");
        var path = new Argument<string>("epub") { Description = "An EPUB file." };
        var command = new Command("verify", "Check an EPUB, of whatever origin; write nothing.") { path, format };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(path), parsed.GetValue(format) == "json", around.Output));
        return command;
    }

    private static int Run(string path, bool json, TextWriter output)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"There is no file {path}.");
        }

        var bag = new DiagnosticBag();
        using (var epub = File.OpenRead(path))
        {
            EpubChecker.Check(epub, Path.GetFileName(path), bag);
        }

        if (json)
        {
            JsonReport.Write(bag.Sorted, output);
        }
        else
        {
            TextReport.Write(bag.Sorted, output);
        }

        return bag.HasErrors ? ExitCode.Findings : ExitCode.Success;
    }
}
