using System.CommandLine;

namespace Kanyin.CommandLine;

/// <summary>The command line of kanyin.</summary>
public sealed class Tool(Surroundings around)
{
    private readonly Argument<string> _path = new("path") { Description = "A book's folder, or one Markdown or text file." };

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run(string[] args)
    {
        var parsed = Grammar().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                around.Error.WriteLine($"error: {error.Message}");
            }

            around.Error.WriteLine("kanyin --help says how to use it.");
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = around.Output, Error = around.Error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception e)
        {
            return Report(e);
        }
    }

    internal RootCommand Grammar() => Examples.AddTo(new("Kanyin (刊印): Chinese Markdown to print-quality PDF and EPUB 3.")
    {
        NewCommand.Create(around), PreviewCommand.Create(around, _path), PublishCommand.Create(around, _path), BookletCommand.Create(around, _path), CheckCommand.Create(around, _path), VerifyCommand.Create(around),
        InspectCommand.Create(around, _path), RulesCommand.Create(around), LinesCommand.Create(around), DoctorCommand.Create(around),
    });

    private int Report(Exception e)
    {
        var cause = e is AggregateException several ? several.Flatten().InnerExceptions[0] : e; // of work done side by side
        around.Error.WriteLine(cause switch
        {
            UsageException or IOException or UnauthorizedAccessException => $"error: {cause.Message}",
            OutOfMemoryException => "error: There is not enough memory.",
            _ => $"internal error: {cause.GetType().Name}: {cause.Message}",
        });
        if (around.Variable("KANYIN_DEBUG") == "1")
        {
            around.Error.WriteLine(e);
        }

        return cause is UsageException ? ExitCode.Usage : ExitCode.Machine;
    }
}
