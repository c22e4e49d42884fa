using System.Diagnostics;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.Diagrams;

/// <summary>Programs that lie on the path under the real names, and write down how they are called.</summary>
public sealed class InstalledProgramsTests
{
    private const string Svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 30'><text x='1' y='20'>采</text></svg>";

    private const string Chapter = "# 茶\n\n```mermaid\ngraph LR; 采 --> 制\n```\n\n```dot\ndigraph { 采 -> 制 }\n```\n\n```plantuml\n采 -> 制\n```\n";

    [Fact]
    public async Task Each_is_called_as_it_wants_to_be_and_once_for_each_text()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs are shell scripts.");
        using var folder = Book("diagrams: [dot, plantuml, mmdc]\n", Chapter);
        Put(folder, "mmdc", "dot", "plantuml");
        var (code, output, error) = await PublishAsync(folder);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.Contains(" 3 figures,", output, StringComparison.Ordinal);

        // dot(1): -T says the format; without files and -o it reads standard input and writes standard output.
        Assert.Equal("-Tsvg\n", Told(folder, "dot.args"));
        Assert.Equal("digraph { 采 -> 制 }", Told(folder, "dot.text"));

        // plantuml.com/command-line: -pipe is from standard input to standard output; plantuml.com/security: SANDBOX reads no files.
        Assert.Equal("-tsvg -pipe -charset UTF-8\n", Told(folder, "plantuml.args"));
        Assert.Equal("SANDBOX\n", Told(folder, "plantuml.profile"));
        Assert.Equal("采 -> 制", Told(folder, "plantuml.text"));

        // mmdc --help: - stands for standard input and output, and the format must then be said.
        var settings = folder["out/book/diagrams/mermaid.json"];
        Assert.Equal($"-i - -o - -e svg -q -c {settings}\n", Told(folder, "mmdc.args"));
        Assert.Equal("graph LR; 采 --> 制", Told(folder, "mmdc.text"));
        Assert.Contains("\"htmlLabels\": false", File.ReadAllText(settings), StringComparison.Ordinal);

        folder.Write("book/a.md", Chapter.Replace("digraph { 采 -> 制 }", "digraph { 采 -> 炒 }", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Success, (await PublishAsync(folder)).Code);
        Assert.Equal("-Tsvg\n-Tsvg\n", Told(folder, "dot.args"));
        Assert.Single(Told(folder, "plantuml.args").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Single(Told(folder, "mmdc.args").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task What_is_allowed_and_not_installed_is_told_once_a_diagram_and_the_listing_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs are shell scripts.");
        using var folder = Book("diagrams: [mmdc, plantuml]\n", Chapter);
        Directory.CreateDirectory(folder["bin"]);
        var (code, output, error) = await PublishAsync(folder);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("a.md:3:1: warning IMG009: mmdc is not installed.", error, StringComparison.Ordinal);
        Assert.Contains("a.md:11:1: warning IMG009: plantuml is not installed.", error, StringComparison.Ordinal);
        Assert.Contains("a.md:7:1: note IMG008: ", error, StringComparison.Ordinal);
        Assert.Contains(" 0 figures,", output, StringComparison.Ordinal);
    }

    private static TemporaryFolder Book(string settings, string chapter)
    {
        var folder = new TemporaryFolder();
        folder.Write("book/book.yml", settings);
        folder.Write("book/a.md", chapter);
        return folder;
    }

    private static void Put(TemporaryFolder folder, params string[] names)
    {
        foreach (var name in names)
        {
            var path = folder.Write("bin/" + name, $"#!/bin/sh\necho \"$@\" >> '{folder["told"]}/{name}.args'\necho \"$PLANTUML_SECURITY_PROFILE\" > '{folder["told"]}/{name}.profile'\n/bin/cat > '{folder["told"]}/{name}.text'\necho \"{Svg}\"\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }
        }

        Directory.CreateDirectory(folder["told"]);
    }

    private static string Told(TemporaryFolder folder, string name) => File.ReadAllText(folder["told/" + name]);

    /// <summary>A process of its own, whose path leads to the programs of the folder only.</summary>
    private static async Task<(int Code, string Output, string Error)> PublishAsync(TemporaryFolder folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, "publish", folder["book"], "-o", folder["out"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = folder["bin"];
        start.Environment.Remove("PLANTUML_SECURITY_PROFILE");
        using var tool = Process.Start(start)!;
        var stop = TestContext.Current.CancellationToken;
        var (output, error) = (tool.StandardOutput.ReadToEndAsync(stop), tool.StandardError.ReadToEndAsync(stop));
        await tool.WaitForExitAsync(stop);
        return (tool.ExitCode, await output, await error);
    }
}
