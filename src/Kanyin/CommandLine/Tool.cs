using System.CommandLine;
using Kanyin.Books.Model;

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
        NewCommand.Create(around), PreviewCommand.Create(around, _path), PublishCommand(), BookletCommand.Create(around, _path), CheckCommand.Create(around, _path), VerifyCommand.Create(around),
        InspectCommand.Create(around, _path), RulesCommand.Create(around), LinesCommand.Create(around), DoctorCommand.Create(around),
    });

    private Command PublishCommand()
    {
        var output = new Option<string>("--output", "-o") { Description = "The folder that gets one folder a book.", DefaultValueFactory = _ => "output", HelpName = "DIR" };
        var pdf = new Option<bool>("--pdf") { Description = "Write the PDF; without --epub, only the PDF." };
        var epub = new Option<bool>("--epub") { Description = "Write the EPUB; without --pdf, only the EPUB." };
        var purpose = new Option<string?>("--for") { Description = "Write only the PDF, made for the screen or for print, as NAME-screen.pdf or NAME-print.pdf." };
        purpose.AcceptOnlyFromAmong("screen", "print");
        var profile = new Option<string?>("--epub-for") { Description = "The readers that the EPUB is made for; without it, what book.yml says." };
        profile.AcceptOnlyFromAmong("standard", "kindle", "duokan");
        var online = new Option<bool>("--online") { Description = "Fetch the pictures that are on the web; they are kept in the output folder." };
        var allowed = new Option<string[]>("--allow-host") { Description = "Ask this host although it is in a private network.", HelpName = "NAME" };
        var keepGoing = new Option<bool>("--keep-going") { Description = "Write the editions although a finding is an error." };
        var noProof = new Option<bool>("--no-proof") { Description = "Do not read the editions back, for a draft in a hurry; there is no report then." };
        var command = new Command("publish", "Check a book, then write its editions and prove them.") { _path, output, pdf, epub, purpose, profile, online, allowed, keepGoing, noProof };
        command.SetAction(parsed =>
        {
            var made = PurposeOf(parsed.GetValue(purpose));
            var both = made is null && !parsed.GetValue(pdf) && !parsed.GetValue(epub);
            return Publish(
                parsed.GetRequiredValue(_path),
                new PublishSettings(parsed.GetRequiredValue(output), parsed.GetValue(keepGoing), around.Date()) { Purpose = made, EpubProfile = ProfileOf(parsed.GetValue(profile)), IsOnline = parsed.GetValue(online), AllowedHosts = parsed.GetValue(allowed) ?? [] },
                both || made is not null || parsed.GetValue(pdf),
                both || parsed.GetValue(epub),
                isProved: !parsed.GetValue(noProof));
        });
        return command;
    }

    private static Purpose? PurposeOf(string? word) => word is null ? null : Enum.Parse<Purpose>(word, ignoreCase: true);

    private static EpubProfile? ProfileOf(string? word) => word is null ? null : Enum.Parse<EpubProfile>(word, ignoreCase: true);

    private int Publish(string path, PublishSettings settings, bool pdf, bool epub, bool isProved)
    {
        if (string.IsNullOrWhiteSpace(settings.Output))
        {
            throw new UsageException("The output folder is empty.");
        }

        var book = new Publisher(settings, new StageLog(around.Output, around.Error, around.IsWatched), around.Clock).Open(path);
        if (book.Write(pdf, epub))
        {
            if (isProved)
            {
                book.Verify(pdf, epub);
                around.Output.WriteLine($"{book.Name}: {book.WriteReport()}");
            }
        }
        else
        {
            around.Error.WriteLine(settings.KeepGoing ? "Nothing was written." : "Nothing was written, because of the errors above; --keep-going writes all the same.");
        }

        return book.HasErrors ? ExitCode.Findings : ExitCode.Success;
    }

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
