using System.CommandLine;
using Kanyin.Books.Diagnostics;
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
        var fix = new Option<bool>("--fix") { Description = "First mend in the files what can be mended without asking." };
        var dryRun = new Option<bool>("--dry-run") { Description = "With --fix: show the changes as a unified diff, and write nothing." };
        var command = new Command("check", "Report what is wrong with a book; write nothing but what --fix mends.") { path, format, least, baseline, write, fix, dryRun };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(dryRun) && !parsed.GetValue(fix))
            {
                throw new UsageException("--dry-run goes with --fix.");
            }

            if (parsed.GetValue(fix) && FixedBook.Mend(around, parsed.GetRequiredValue(path), parsed.GetValue(dryRun)))
            {
                return ExitCode.Success;
            }

            var book = Open(around, parsed.GetRequiredValue(path));
            return parsed.GetValue(write)
                ? WriteBaseline(book, parsed.GetValue(baseline) ?? throw new UsageException("--write-baseline needs --baseline FILE."), around.Output)
                : Report(book, parsed.GetRequiredValue(format), Enum.Parse<Severity>(parsed.GetRequiredValue(least), ignoreCase: true), parsed.GetValue(baseline), around);
        });
        return command;
    }

    private static Publication Open(Surroundings around, string path)
    {
        var book = new Publisher(new PublishSettings(Output: "", Date: around.Date()), new StageLog(null, null), around.Clock).Open(path);
        book.Check();
        return book;
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
