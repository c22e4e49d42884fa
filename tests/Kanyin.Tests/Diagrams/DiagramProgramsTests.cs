using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Diagrams;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.Diagrams;

/// <summary>Programs made up for the test stand for those that draw.</summary>
public sealed class DiagramProgramsTests
{
    private const string Svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>";
    private const string Chapter = "# 茶\n\n```dot\ndigraph { 采 -> 制 }\n```\n";

    [Theory]
    [InlineData($"cat > got; echo \"{Svg}\"", "")]
    [InlineData("echo 'syntax error in line 1' >&2; exit 1", "dot says: syntax error in line 1.")]
    [InlineData("cat > /dev/null", "dot says: nothing.")]
    [InlineData("echo 'drawn!'", "dot drew what is not one SVG.")]
    [InlineData("echo '<html><svg/></html>'", "dot drew what is not one SVG.")]
    [InlineData($"echo \"{Svg}{Svg}\"", "dot drew what is not one SVG.")]
    [InlineData("echo \"<svg xmlns='http://www.w3.org/2000/svg'><g>\"", "dot drew what is not one SVG.")]
    [InlineData("head -c 9000 /dev/urandom", "dot drew what is not one SVG.")]
    [InlineData("kill -9 $$", "dot says: nothing.")]
    [InlineData("sleep 20", "dot took too long.")]
    [InlineData("cat /dev/zero", "dot drew more than 8,192 KiB.")]
    [InlineData(null, "dot is not installed.")]
    public void A_program_draws_or_its_trouble_is_told(string? script, string trouble)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs are shell scripts.");
        using var folder = new TemporaryFolder();
        var book = Read(folder, new ReadingOptions());
        var programs = new DiagramPrograms(folder["drawn"], _ => script is null ? folder["nowhere"] : Program(folder, script)) { Limit = TimeSpan.FromSeconds(script == "sleep 20" ? 0.5 : 20) };
        programs.Draw(book);
        Assert.Equal(trouble.Length == 0 ? [] : [trouble], programs.Findings(book).Select(f => f.Message));
        Assert.Equal(trouble.Length == 0 ? 1 : 0, programs.Drawn.Count);
        Assert.Equal(trouble.Length == 0 ? 1 : 0, folder.Files().Count(f => f.StartsWith("drawn/", StringComparison.Ordinal)));

        var blocks = Read(folder, new ReadingOptions { Diagrams = programs.Drawn }).Chapters[0].Blocks;
        Assert.Equal(trouble.Length == 0, blocks.OfType<Figure>().Any());
        Assert.Equal(trouble.Length != 0, blocks.OfType<CodeBlock>().Any());
    }

    [Fact]
    public void A_drawing_stands_in_the_place_of_its_listing()
    {
        using var folder = new TemporaryFolder();
        var listing = Read(folder, new ReadingOptions()).Chapters[0].Blocks.OfType<CodeBlock>().Single();
        var drawn = Read(folder, new ReadingOptions { Diagrams = new Dictionary<string, string> { [Diagram.Of(listing)!.Key] = folder.Write("a.svg", Svg) } });
        var figure = Assert.Single(drawn.Chapters[0].Blocks.OfType<Figure>());
        Assert.Equal((PictureFormat.Svg, "digraph { 采 -> 制 }"), (figure.Image.Picture!.Format, figure.Image.Alt));
    }

    [Fact]
    public void The_same_diagram_is_drawn_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs are shell scripts.");
        using var folder = new TemporaryFolder();
        var program = Program(folder, $"cat > /dev/null; echo x >> {folder["calls"]}; echo \"{Svg}\"");
        for (var i = 0; i < 2; i++)
        {
            new DiagramPrograms(folder["drawn"], _ => program).Draw(Read(folder, new ReadingOptions()));
        }

        Assert.Equal("x\n", File.ReadAllText(folder["calls"]));
    }

    [Fact]
    public void No_program_runs_that_book_yml_does_not_allow()
    {
        using var folder = new TemporaryFolder();
        var programs = new DiagramPrograms(folder["drawn"], _ => throw new InvalidOperationException());
        programs.Draw(Read(folder, new ReadingOptions(), "diagrams: [mmdc, plantuml]"));
        Assert.Empty(programs.Drawn);
    }

    [Fact]
    public void An_unknown_program_is_a_wrong_value()
    {
        using var folder = new TemporaryFolder();
        var bag = new DiagnosticBag();
        folder.Write("书/a.md", Chapter);
        folder.Write("书/book.yml", "diagrams: [dot, rm]");
        BookReader.Read(folder["书"], new ReadingOptions(), bag);
        Assert.Equal("book.yml:1:17 CONF004", Assert.Single(bag.Sorted.Select(d => $"{d.At.File}:{d.At.Line}:{d.At.Column} {d.Kind.Id}")));
    }

    private static Book Read(TemporaryFolder folder, ReadingOptions options, string settings = "diagrams: [dot]")
    {
        folder.Write("书/a.md", Chapter);
        folder.Write("书/book.yml", settings);
        return BookReader.Read(folder["书"], options, new DiagnosticBag())!;
    }

    private static string Program(TemporaryFolder folder, string script)
    {
        var path = folder.Write("dot", "#!/bin/sh\n" + script.Replace("> got", "> /dev/null", StringComparison.Ordinal) + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
