using Kanyin.CommandLine;
using Kanyin.Tests.Solution;
using Xunit;

namespace Kanyin.Tests.Publishing;

public sealed class DoctorTests
{
    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    [Fact]
    public void It_says_what_is_there_and_what_the_rest_would_give()
    {
        using var folder = new TemporaryFolder();
        var dot = Program(folder, "bin/dot");
        folder.Write("bin/java" + Suffix + ".txt", "");
        var run = Run(folder, Repository.Root, "--output", folder["out/deep"]);

        Assert.Equal(
            $"""
            kanyin 0.1.0, .NET of the test
            good      fonts      {Path.Combine(Repository.Root, "fonts")}
            good      output     {folder["out/deep"]} can be written
            good      trial      a small book was published and proved
            good      dot        {dot}: draws the diagrams in dot of books whose book.yml says diagrams: [dot]
            missing   mmdc       draws the diagrams in mermaid of books whose book.yml says diagrams: [mmdc]
            missing   plantuml   draws the diagrams in plantuml of books whose book.yml says diagrams: [plantuml]
            missing   java       runs EPUBCheck
            missing   epubcheck  the build asks it for a second opinion on an EPUB; kanyin verify needs none
            missing   qpdf       the build asks it for a second opinion on a PDF
            Publishing works; what is missing can stay so.

            """,
            run.Output);
        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Equal(["bin/dot" + Suffix, $"bin/java{Suffix}.txt"], folder.Files());
    }

    [Fact]
    public void A_file_that_cannot_be_run_is_no_program()
    {
        using var folder = new TemporaryFolder();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Every .exe can be run there.");
        folder.Write("bin/dot", "");
        Assert.Contains("missing   dot ", Run(folder, folder.FullName).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_fonts_nothing_can_be_published()
    {
        using var folder = new TemporaryFolder();
        var run = Run(folder, folder.FullName, "--output", folder["out"]);

        Assert.Equal(ExitCode.Machine, run.ExitCode);
        Assert.Contains("\nbad       fonts      The folder fonts is missing ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("trial", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nPublishing cannot work until what is bad is mended.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Fonts_that_are_lost_or_damaged_are_named()
    {
        using var folder = new TemporaryFolder();
        var none = new string('0', 64);
        folder.Write("fonts/FONTS.md", $"| file | family | version | source | sha256 |\n| --- | --- | --- | --- | --- |\n| a/A.ttf | A | 1 | s | {none} |\n| b/B.ttf | B | 1 | s | {none} |\n");
        folder.Write("fonts/b/B.ttf", "half a fo");
        Assert.Contains(
            $"bad       fonts      {folder["fonts"]}: a/A.ttf is missing, b/B.ttf is damaged\n",
            Run(folder, folder.FullName, "--output", folder["out"]).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_told_with_the_way_out()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Write("file", ""), "out");
        var run = Run(folder, Repository.Root, "--output", output);

        Assert.Equal(ExitCode.Machine, run.ExitCode);
        Assert.Contains($"bad       output     {output} cannot be written; choose another folder with --output\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(["file"], folder.Files());
    }

    private static string Program(TemporaryFolder folder, string path)
    {
        var file = folder.Write(path + Suffix, "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return file;
    }

    private static ToolRun Run(TemporaryFolder folder, string program, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var around = new Surroundings(output, error, name => name == "PATH" ? folder["bin"] + Path.PathSeparator : null, TimeProvider.System) { ProgramFolder = program, Runtime = ".NET of the test" };
        return new ToolRun(new Tool(around).Run(["doctor", .. args]), output.ToString(), error.ToString());
    }
}
