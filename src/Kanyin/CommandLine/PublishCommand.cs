using System.CommandLine;
using System.Globalization;
using Kanyin.Books.Model;

namespace Kanyin.CommandLine;

/// <summary>kanyin publish: a book, or with --all every book of a library.</summary>
internal sealed class PublishCommand
{
    private readonly Option<string> _output = new("--output", "-o") { Description = "The folder that gets one folder a book.", DefaultValueFactory = _ => "output", HelpName = "DIR" };
    private readonly Option<bool> _pdf = new("--pdf") { Description = "Write the PDF; without --epub, only the PDF." };
    private readonly Option<bool> _epub = new("--epub") { Description = "Write the EPUB; without --pdf, only the EPUB." };
    private readonly Option<string?> _purpose = new("--for") { Description = "Write only the PDF, made for the screen or for print, as NAME-screen.pdf or NAME-print.pdf." };
    private readonly Option<string?> _profile = new("--epub-for") { Description = "The readers that the EPUB is made for; without it, what book.yml says." };
    private readonly Option<bool> _online = new("--online") { Description = "Fetch the pictures that are on the web; they are kept in the output folder." };
    private readonly Option<string[]> _allowed = new("--allow-host") { Description = "Ask this host although it is in a private network.", HelpName = "NAME" };
    private readonly Option<bool> _keepGoing = new("--keep-going") { Description = "Write the editions although a finding is an error." };
    private readonly Option<bool> _noProof = new("--no-proof") { Description = "Do not read the editions back, for a draft in a hurry; there is no report then." };
    private readonly Option<bool> _all = new("--all") { Description = "The path is a library: a folder of books, or a text file with the path of a book a line." };
    private readonly Option<string?> _shard = new("--shard") { Description = "Of a library parted among N machines, the part of the I-th; job/N in an Indexed Job of Kubernetes.", HelpName = "I/N" };
    private readonly Surroundings _around;

    private PublishCommand(Surroundings around)
    {
        _around = around;
        _purpose.AcceptOnlyFromAmong("screen", "print");
        _profile.AcceptOnlyFromAmong("standard", "kindle", "duokan");
    }

    public static Command Create(Surroundings around, Argument<string> path)
    {
        var o = new PublishCommand(around);
        var command = new Command("publish", "Check a book, then write its editions and prove them.") { path, o._output, o._pdf, o._epub, o._purpose, o._profile, o._online, o._allowed, o._keepGoing, o._noProof, o._all, o._shard };
        command.SetAction(parsed => o.Run(parsed, parsed.GetRequiredValue(path)));
        return command;
    }

    private int Run(ParseResult parsed, string path)
    {
        var settings = SettingsOf(parsed);
        if (string.IsNullOrWhiteSpace(settings.Output))
        {
            throw new UsageException("The output folder is empty.");
        }

        var publisher = new Publisher(settings, new StageLog(_around.Output, _around.Error, _around.IsWatched), _around.Clock);
        var shard = parsed.GetValue(_shard);
        if (!parsed.GetValue(_all) && shard is null)
        {
            return Publish(publisher.Open(path), parsed);
        }

        var books = Library.Read(path);
        return shard is null ? PublishAll(books, publisher, parsed)
            : Library.ParseShard(shard, _around.Variable(Library.JobIndex)) is var (number, of) && Library.Shard(books, number, of) is { Count: > 0 } mine ? PublishAll(mine, publisher, parsed)
            : ExitCode.Success; // more machines than books
    }

    private PublishSettings SettingsOf(ParseResult parsed) => new(parsed.GetRequiredValue(_output), parsed.GetValue(_keepGoing), _around.Date())
    {
        Purpose = parsed.GetValue(_purpose) is { } purpose ? Enum.Parse<Purpose>(purpose, ignoreCase: true) : null,
        EpubProfile = parsed.GetValue(_profile) is { } profile ? Enum.Parse<EpubProfile>(profile, ignoreCase: true) : null,
        IsOnline = parsed.GetValue(_online),
        AllowedHosts = parsed.GetValue(_allowed) ?? [],
    };

    private int Publish(Publication book, ParseResult parsed)
    {
        var isForPurpose = parsed.GetValue(_purpose) is not null;
        var both = !isForPurpose && !parsed.GetValue(_pdf) && !parsed.GetValue(_epub);
        var (pdf, epub) = (both || isForPurpose || parsed.GetValue(_pdf), both || parsed.GetValue(_epub));
        if (!book.Write(pdf, epub))
        {
            _around.Error.WriteLine(parsed.GetValue(_keepGoing) ? "Nothing was written." : "Nothing was written, because of the errors above; --keep-going writes all the same.");
        }
        else if (!parsed.GetValue(_noProof))
        {
            book.Verify(pdf, epub);
            _around.Output.WriteLine($"{book.Name}: {book.WriteReport()}");
        }

        return book.HasErrors ? ExitCode.Findings : ExitCode.Success;
    }

    /// <summary>One after the other, as each uses all processors by itself; what happens to one does not keep the others.</summary>
    private int PublishAll(IReadOnlyList<string> books, Publisher publisher, ParseResult parsed)
    {
        var withErrors = new List<string>();
        var failed = new List<string>();
        foreach (var path in books)
        {
            var name = BookName.Of(Path.GetFullPath(path));
            try
            {
                if (Publish(publisher.Open(path), parsed) != ExitCode.Success)
                {
                    withErrors.Add(name);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _around.Error.WriteLine($"error: {name}: {e.Message}");
                failed.Add(name);
            }
        }

        _around.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Counted.Of(books.Count, "book")}: {books.Count - withErrors.Count - failed.Count} without errors{Named("with errors", withErrors)}{Named("not written", failed)}"));
        return failed.Count > 0 ? ExitCode.Machine : withErrors.Count > 0 ? ExitCode.Findings : ExitCode.Success;
    }

    private static string Named(string what, List<string> books) => books.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {books.Count} {what} ({string.Join(", ", books)})");
}
