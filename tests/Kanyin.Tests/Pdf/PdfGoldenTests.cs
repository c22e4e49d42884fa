using System.Diagnostics;
using System.Runtime.CompilerServices;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Pages;
using Xunit;
using static Kanyin.Tests.Pdf.HandSet;

namespace Kanyin.Tests.Pdf;

public sealed class PdfGoldenTests
{
    [Fact]
    public void One_page_has_exactly_these_objects()
    {
        var golden = System.IO.Path.Combine(Folder(), "OnePage.pdf.txt");
        var dump = PdfDump.Of(Write(OnePage()));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(golden, dump);
        }

        Assert.Equal(File.ReadAllText(golden), dump);
    }

    [Fact]
    public void Independent_checker_finds_no_fault()
    {
        var path = System.IO.Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Write(OnePage()));
            var (exit, said) = Ask("qpdf", "--check", path);
            Assert.True(exit == 0, said);
            Assert.Contains("No syntax or stream encoding errors found", said, StringComparison.Ordinal);
            (exit, said) = Ask("pdftotext", "-raw", path, "-");
            Assert.True(exit == 0, said);
            Assert.Equal("第一章 印刷\n活字 movable type。注\n1", said.Trim());
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static TypesetBook OnePage()
    {
        var document = new StructureElement(StructureRole.Document);
        var heading = document.Add(StructureRole.H1);
        var paragraph = document.Add(StructureRole.P);
        var english = paragraph.Add(new StructureElement(StructureRole.Span) { Language = "en" });
        var link = paragraph.Add(StructureRole.Link);
        return Book(document, Page("1",
            new DestinationMark(20, 20, "ch1"),
            Run(20, 40, heading, Song, "第一章 印刷", 16),
            Run(20, 70, paragraph, Song, "活字"),
            Run(42.5, 70, english, Latin, "movable type"),
            Run(107.5, 70, paragraph, Song, "。"),
            Run(117.5, 70, link, Song, "注", colour: Colour.Rgb(0x336699)),
            new Rule(117.5, 72, null, 10, 0.5, Colour.Grey(0.5)),
            new LinkArea(117.5, 60, link, 10, 12, new InternalTarget("a.md", "ch1"), "回到第一章"),
            Run(148, 380, null, Latin, "1", 9))) with
        {
            Outline = [new(1, "第一章 印刷", "ch1")],
        };
    }

    // The tools are on the machines that build releases; elsewhere the test is skipped.
    private static (int Exit, string Said) Ask(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, said + error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{tool} is not installed.");
            throw;
        }
    }

    private static string Folder([CallerFilePath] string here = "") => System.IO.Path.GetDirectoryName(here)!;
}
