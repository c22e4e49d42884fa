using System.CommandLine;
using Kanyin.Reports;

namespace Kanyin.CommandLine;

/// <summary>kanyin inspect: how the order of a book was found, and what it is.</summary>
internal static class InspectCommand
{
    public static Command Create(Surroundings around, Argument<string> path)
    {
        var format = LinesCommand.Choice("--format", "How the order is printed.", "text", "json");
        var command = new Command("inspect", "Print how the order of a book was found, and its chapters.") { path, format };
        command.SetAction(parsed => Inspect(parsed.GetRequiredValue(path), parsed.GetValue(format) == "json", around));
        return command;
    }

    private static int Inspect(string path, bool isJson, Surroundings around)
    {
        var publication = new Publisher(new PublishSettings(Output: "", Date: around.Date()), new StageLog(null, null), around.Clock).Open(path);
        publication.Check();
        if (publication.Book is not { } book)
        {
            TextReport.Write(publication.Findings, around.Error);
            return ExitCode.Findings;
        }

        if (isJson)
        {
            OrderLines.WriteJson(book, around.Output);
        }
        else
        {
            OrderLines.WriteText(book, around.Output);
        }

        return ExitCode.Success;
    }
}
