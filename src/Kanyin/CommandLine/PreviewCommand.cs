using System.CommandLine;
using Kanyin.Preview;

namespace Kanyin.CommandLine;

/// <summary>kanyin preview: the book in a browser, new after every save.</summary>
internal static class PreviewCommand
{
    private const int UsualPort = 4617;

    public static Command Create(Surroundings around, Argument<string> path)
    {
        var port = new Option<int?>("--port") { Description = $"The port on 127.0.0.1; without it, the first free one from {UsualPort}.", HelpName = "PORT" };
        var command = new Command("preview", "Show a book in the browser, its pages beside its EPUB, and again after every save; write nothing.") { path, port };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(path), parsed.GetValue(port), around));
        return command;
    }

    private static int Run(string path, int? port, Surroundings around)
    {
        if (port is < 1024 or > 65535)
        {
            throw new UsageException("The port is from 1024 to 65535.");
        }

        using var session = new PreviewSession(path, around.Date(), around.Clock);
        using var server = port is { } asked ? PreviewServer.Start(session, asked, asked) : PreviewServer.Start(session, UsualPort, UsualPort + 100);
        around.Output.WriteLine($"{server.Address} shows {path} (Ctrl+C ends it)");
        around.Output.Flush();
        try
        {
            Task.WhenAny(server.ServeAsync(around.Stop), session.WatchAsync(around.Stop)).Unwrap().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // As it was asked to.
        }

        return ExitCode.Success;
    }
}
