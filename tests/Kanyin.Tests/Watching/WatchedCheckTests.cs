using System.Text.Json;
using System.Text.RegularExpressions;
using Kanyin.CommandLine;
using Kanyin.Tests.Publishing;
using Kanyin.Tests.Solution;
using Xunit;

namespace Kanyin.Tests.Watching;

public sealed class WatchedCheckTests
{
    [Fact]
    public async Task Every_save_is_checked_and_a_book_that_is_away_ends_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("书/a.md", "# 一\n\n见[二](b.md)。\n");
        using var stop = new CancellationTokenSource();
        using var output = new Lines();
        var around = new Surroundings(output, output, _ => null, TimeProvider.System) { Stop = stop.Token };
        var run = Task.Run(() => new Tool(around).Run(["check", folder["书"], "--watch"]), TestContext.Current.CancellationToken);

        Assert.Contains("LINK001", await output.UntilAsync("watching "), StringComparison.Ordinal);
        folder.Write("书/b.md", "# 二\n\n好。\n");
        Assert.DoesNotContain("LINK001", await output.UntilAsync("watching "), StringComparison.Ordinal);
        Directory.Move(folder["书"], folder["别处"]);
        Assert.Contains("There is no file or folder", await output.UntilAsync("watching "), StringComparison.Ordinal);
        Directory.Move(folder["别处"], folder["书"]);
        Assert.Contains("0 errors", await output.UntilAsync("watching "), StringComparison.Ordinal);

        await stop.CancelAsync();
        Assert.Equal(ExitCode.Success, await run);
    }

    [Theory]
    [InlineData("--fix")]
    [InlineData("--renumber")]
    public void What_changes_files_is_not_watched(string option)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitCode.Usage, ToolRun.Run("check", folder.Write("a.md", "# 一\n"), "--watch", option).ExitCode);
    }

    [Fact]
    public async Task The_problem_matcher_of_VS_Code_reads_what_the_check_prints()
    {
        using var folder = new TemporaryFolder();
        folder.Write("书/a.md", "# 一\n\n见[二](b.md)，还有 [三](#没有)。\n");
        using var tasks = JsonDocument.Parse(Repository.Read(".vscode/tasks.json"));
        var matcher = tasks.RootElement.GetProperty("tasks")[0].GetProperty("problemMatcher");
        var pattern = matcher.GetProperty("pattern");
        var found = ToolRun.Run("check", folder["书"]).Output.Split('\n').Select(l => Regex.Match(l, pattern.GetProperty("regexp").GetString()!)).Where(m => m.Success).ToList();
        var findings = ToolRun.Run("check", folder["书"], "--format", "json").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();

        Assert.NotEmpty(found);
        Assert.Equal(
            findings.Select(f => (f.GetProperty("file").GetString(), f.GetProperty("line").GetInt32().ToString(), f.GetProperty("column").GetInt32().ToString(), f.GetProperty("severity").GetString(), f.GetProperty("id").GetString(), f.GetProperty("message").GetString())),
            found.Select(m => ((string?)Field(m, "file"), Field(m, "line"), Field(m, "column"), (string?)Field(m, "severity"), (string?)Field(m, "code"), (string?)Field(m, "message"))));

        using var stop = new CancellationTokenSource();
        using var output = new Lines();
        var run = Task.Run(() => new Tool(new Surroundings(output, output, _ => null, TimeProvider.System) { Stop = stop.Token }).Run(["check", folder["书"], "--watch"]), TestContext.Current.CancellationToken);
        var lines = (await output.UntilAsync("watching ")).TrimEnd('\n').Split('\n');
        Assert.Matches(matcher.GetProperty("background").GetProperty("beginsPattern").GetString()!, lines[0]);
        Assert.Matches(matcher.GetProperty("background").GetProperty("endsPattern").GetString()!, lines[^1]);
        await stop.CancelAsync();
        await run;

        string Field(Match match, string name) => match.Groups[pattern.GetProperty(name).GetInt32()].Value;
    }

    /// <summary>Output that is read while it is being written.</summary>
    private sealed class Lines : StringWriter
    {
        private readonly SemaphoreSlim _written = new(0);
        private int _read;

        public Lines() => NewLine = "\n";

        public override void WriteLine(string? value)
        {
            lock (_written)
            {
                base.WriteLine(value);
            }

            _written.Release();
        }

        /// <summary>What was written since the last time, to the end of the line that begins so.</summary>
        public async Task<string> UntilAsync(string begins)
        {
            while (true)
            {
                lock (_written)
                {
                    var text = ToString()[_read..];
                    var match = Regex.Match(text, $"^{Regex.Escape(begins)}.*\n", RegexOptions.Multiline);
                    if (match.Success)
                    {
                        _read += match.Index + match.Length;
                        return text[..(match.Index + match.Length)];
                    }
                }

                Assert.True(await _written.WaitAsync(TimeSpan.FromSeconds(30)), "nothing more was written");
            }
        }

        protected override void Dispose(bool disposing)
        {
            _written.Dispose();
            base.Dispose(disposing);
        }
    }
}
