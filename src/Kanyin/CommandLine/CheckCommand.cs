using System.CommandLine;
using Kanyin.Books.Diagnostics;
using Kanyin.Online;
using Kanyin.Reports;

namespace Kanyin.CommandLine;

/// <summary>kanyin check: what is wrong with a book, in one of several forms.</summary>
internal static class CheckCommand
{
    public static Command Create(Surroundings around, Argument<string> path)
    {
        var format = LinesCommand.Choice("--format", "How findings are printed.", "text", "json", "github", "sarif");
        var least = LinesCommand.Choice("--min-severity", "The least severity that is printed.", "note", "warning", "error");
        var baseline = new Option<string?>("--baseline") { Description = "Leave out the findings that are listed in this file.", HelpName = "FILE" };
        var write = new Option<bool>("--write-baseline") { Description = "Write every finding of now into the file of --baseline." };
        var online = new Option<bool>("--online") { Description = "Ask the web whether the addresses there are good; answers are kept for a week." };
        var offline = new Option<bool>("--offline") { Description = "Go by the kept answers, and never touch the network." };
        var answers = new Option<string>("--answers") { Description = "Where the answers of the web are kept.", HelpName = "FILE", DefaultValueFactory = _ => Path.Combine("output", "web-answers.jsonl") };
        var allowed = new Option<string[]>("--allow-host") { Description = "Ask this host although it is in a private network.", HelpName = "NAME" };
        var renumber = new Option<bool>("--renumber") { Description = "First make the typed numbers count, and with them what names them." };
        var fix = new Option<bool>("--fix") { Description = "First mend in the files what can be mended without asking." };
        var dryRun = new Option<bool>("--dry-run") { Description = "With --fix or --renumber: show the changes as a unified diff, and write nothing." };
        var watch = new Option<bool>("--watch") { Description = "Check again after every save, until Ctrl+C." };
        var command = new Command("check", "Report what is wrong with a book; write nothing but what --fix and --renumber change.")
        {
            path, format, least, baseline, write, online, offline, answers, allowed, fix, renumber, dryRun, watch,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(dryRun) && parsed.GetValue(fix) == parsed.GetValue(renumber))
            {
                throw new UsageException("--dry-run goes with --fix or with --renumber.");
            }

            if (!parsed.GetValue(watch))
            {
                return CheckOnce(parsed);
            }

            return parsed.GetValue(fix) || parsed.GetValue(renumber) || parsed.GetValue(write)
                ? throw new UsageException("--watch goes with neither --fix, --renumber nor --write-baseline.")
                : WatchedCheck.Run(parsed.GetRequiredValue(path), () => CheckOnce(parsed), around);
        });
        return command;

        int CheckOnce(ParseResult parsed)
        {
            if (parsed.GetValue(fix) && FixedBook.Mend(around, parsed.GetRequiredValue(path), parsed.GetValue(dryRun)))
            {
                return ExitCode.Success;
            }

            var book = Open(around, parsed.GetRequiredValue(path));
            if (parsed.GetValue(renumber))
            {
                RenumberedBook.Make(book, parsed.GetValue(dryRun), around);
                if (parsed.GetValue(dryRun))
                {
                    return ExitCode.Success;
                }

                book = Open(around, parsed.GetRequiredValue(path));
            }

            if (parsed.GetValue(online) || parsed.GetValue(offline))
            {
                AskTheWeb(book, parsed.GetValue(online) && !parsed.GetValue(offline), parsed.GetRequiredValue(answers), parsed.GetValue(allowed) ?? [], around.Clock);
            }

            return parsed.GetValue(write)
                ? WriteBaseline(book, parsed.GetValue(baseline) ?? throw new UsageException("--write-baseline needs --baseline FILE."), around.Output)
                : Report(book, parsed.GetRequiredValue(format), Enum.Parse<Severity>(parsed.GetRequiredValue(least), ignoreCase: true), parsed.GetValue(baseline), around);
        }
    }

    private static Publication Open(Surroundings around, string path)
    {
        var book = new Publisher(new PublishSettings(Output: "", Date: around.Date()), new StageLog(null, null), around.Clock).Open(path);
        book.Check();
        return book;
    }

    /// <summary>The one place where the tool waits for what is asynchronous.</summary>
    private static void AskTheWeb(Publication book, bool mayAsk, string answers, string[] allowed, TimeProvider clock)
    {
        if (book.Book is { } read)
        {
            var check = new WebCheck(new WebSettings { AllowedHosts = allowed }, new AnswerCache(answers), clock);
            book.Add(check.CheckAsync(read, mayAsk, CancellationToken.None).GetAwaiter().GetResult(), isAll: mayAsk);
        }
    }

    private static int WriteBaseline(Publication book, string file, TextWriter output)
    {
        Baseline.Write(file, book.Findings);
        output.WriteLine($"{file}: {Counted.Of(book.Findings)}");
        return ExitCode.Success;
    }

    private static int Report(Publication book, string format, Severity least, string? baseline, Surroundings around)
    {
        var findings = book.Findings;
        if (baseline is not null)
        {
            (findings, var mended) = Baseline.Read(baseline).Without(findings);
            if (mended > 0)
            {
                around.Error.WriteLine($"{Counted.Of(mended, "finding")} of {baseline} mended; --write-baseline takes them out.");
            }
        }

        findings = [.. findings.Where(f => f.Kind.Severity >= least)];
        switch (format)
        {
            case "json":
                JsonReport.Write(findings, around.Output);
                break;
            case "github":
                GitHubReport.Write(findings, Repository.Prefix(book.Folder), around.Output);
                break;
            case "sarif":
                SarifReport.Write(findings, Repository.Prefix(book.Folder), around.Output);
                break;
            default:
                TextReport.Write(findings, around.Output);
                break;
        }

        return findings.Any(f => f.Kind.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Success;
    }
}
