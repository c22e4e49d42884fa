using System.Diagnostics;
using Kanyin.Tests.Solution;
using Xunit;

namespace Kanyin.Tests.Publishing;

/// <summary>The build program, as a process of its own.</summary>
public sealed class BuildTests
{
    // The tests and the build have the same configuration, which ends the path of both.
    private static readonly string Program =
        Path.Combine(Repository.Root, "output", ".dotnet", "bin", "Build", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Build.dll");

    [Fact]
    public async Task A_dry_run_shows_the_order_of_tasks()
    {
        using var folder = new TemporaryFolder();
        var run = await Run("--book", folder.Write("a.md", "# 甲\n\n乙。\n"), "--dryrun", "--output", folder["out"]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(["1. Check", "2. Pdf", "3. Epub", "4. Verify", "5. Publish", "6. Default"], run.Output.Split('\n').Where(line => line.Contains(". ", StringComparison.Ordinal) && char.IsAsciiDigit(line[0])));
        Assert.Equal(["a.md"], folder.Files());
    }

    [Fact]
    public async Task A_release_without_git_is_refused_in_plain_words()
    {
        using var folder = new TemporaryFolder();
        var run = await Run("--book", folder.Write("a.md", "# 甲\n\n乙。\n"), "--target", "Release", "--output", folder["out"]);

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Contains("No release: git cannot be started", run.Error, StringComparison.Ordinal);
        Assert.Equal(["a.md"], folder.Files());
    }

    [Fact]
    public async Task A_page_without_a_release_is_refused_in_plain_words()
    {
        using var folder = new TemporaryFolder();
        var run = await Run("--book", folder.Write("a.md", "# 甲\n\n乙。\n"), "--target", "Pages", "--output", folder["out"]);

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Contains("No page: there is no release in ", run.Error, StringComparison.Ordinal);
        Assert.Equal(["a.md"], folder.Files());
    }

    [Theory]
    [InlineData("There is no target nope", "--target", "nope")]
    [InlineData("There is no option --nope", "--nope")]
    [InlineData("There is no file or folder nowhere", "--book", "nowhere")]
    [InlineData("--book needs a value", "--book")]
    [InlineData("'content' is not an option", "content")]
    [InlineData("--verbosity is one of", "--verbosity", "loud")]
    public async Task Wrong_usage_is_told_with_exit_code_2(string message, params string[] args)
    {
        var run = await Run(args);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_in_one_book_stop_all_before_anything_is_written()
    {
        using var folder = new TemporaryFolder();
        var (good, bad) = (folder.Write("good.md", "# 甲\n\n乙。\n"), folder.Write("bad.md", "# 甲\n\n见[别处](missing.md)。\n"));
        var run = await Run("--book", bad, "--book", good, "--output", folder["out"]);

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Equal(["check", "check"], run.Output.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]));
        Assert.Equal(["bad.md", "good.md"], folder.Files());
    }

    private static async Task<(int ExitCode, string Output, string Error)> Run(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };

        // Without a path, none of the checkers that this machine may have is found.
        start.Environment["PATH"] = "";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
