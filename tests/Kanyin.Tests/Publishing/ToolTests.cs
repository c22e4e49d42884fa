using System.Text.Json;
using Kanyin.Editions.Pictures;
using Kanyin.Tests.Pdf;
using Xunit;

namespace Kanyin.Tests.Publishing;

public sealed class ToolTests
{
    private const string Chapter = "# 容器\n\n容器是轻量的隔离环境。它与 Docker 有关，见[下文](#镜像)。\n\n## 镜像\n\n镜像分层存放。\n";

    [Fact]
    public void A_single_file_becomes_a_PDF_and_an_EPUB()
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Run("publish", folder.Write("容器.md", Chapter), "-o", folder["out"]);

        Assert.True(run.ExitCode == ExitCode.Success, run.Output + run.Error);
        Assert.Equal(["out/容器/report.html", "out/容器/report.json", "out/容器/容器.epub", "out/容器/容器.pdf", "容器.md"], folder.Files());
        Assert.Equal(["check", "set", "pdf", "epub", "verify", "容器:"], run.Output.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void Whoever_watches_sees_the_stage_that_is_being_worked_on_and_how_far_it_is()
    {
        using var folder = new TemporaryFolder();
        string[] publish = ["publish", Chapters(folder, 3), "-o", folder["out"], "--pdf"];
        Assert.Equal(
            [
                "check      茶  …", "check      茶  1/3 chapters", "check      茶  2/3 chapters", "check      茶  3/3 chapters",
                "set        茶  …", "set        茶  1/3 chapters", "set        茶  2/3 chapters", "set        茶  3/3 chapters",
                "pdf        茶  …", "verify     茶  …",
            ],
            Watch(publish).Split('\n').SelectMany(l => l.Split('\r')[..^1]).Where(l => !l.EndsWith("pages", StringComparison.Ordinal)));
        Assert.Matches(@"\rverify     茶  1/(\d+) pages\r(.*\r)*verify     茶  \1/\1 pages\rverify ", Watch(publish));
        Assert.DoesNotContain("\r", ToolRun.Run(publish).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_of_very_many_steps_tells_a_hundred_of_them()
    {
        using var output = new StringWriter();
        var log = new Kanyin.CommandLine.StageLog(output, null, showsWork: true);
        for (var i = 1; i <= 3001; i++)
        {
            log.Stepped(Stage.Verify, "茶", i, 3001);
        }

        var told = output.ToString().Split('\r')[..^1];
        Assert.InRange(told.Length, 99, 101);
        Assert.Equal("verify     茶  3001/3001 pages", told[^1]);
    }

    [Fact]
    public void A_fix_is_written_where_the_settings_above_say_that_the_text_is()
    {
        using var folder = new TemporaryFolder();
        folder.Write("book.toml", "[book]\nsrc = \"text\"\n");
        folder.Write("text/SUMMARY.md", "- [茶](a.md)\n");
        folder.Write("text/a.md", "# 茶\n\n茶树喜暖,也喜湿。\n");
        var run = ToolRun.Run("check", folder["text"], "--fix");
        Assert.Equal("# 茶\n\n茶树喜暖，也喜湿。\n", File.ReadAllText(folder["text/a.md"]));
        Assert.Contains("1 file mended", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Publishing_twice_in_two_folders_gives_the_same_bytes()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        byte[][] Publish(TemporaryFolder folder)
        {
            var book = Path.GetDirectoryName(folder.Write("书/book.yml", "title: 容器\nauthors: [某人]\n"))!;
            folder.Write("书/a.md", Chapter);
            folder.Write("书/b.md", "# 网络\n\n| 层 | 用途 |\n| --- | --- |\n| 桥接 | 同一主机 |\n\n```sh\ndocker run -it alpine\n```\n");
            var run = ToolRun.RunWith(new() { [SourceDate.Variable] = "1700000000" }, "publish", book, "-o", folder["out"]);
            Assert.True(run.ExitCode == ExitCode.Success, run.Output + run.Error);
            return [File.ReadAllBytes(folder["out/书/书.pdf"]), File.ReadAllBytes(folder["out/书/书.epub"])];
        }

        var (one, two) = (Publish(first), Publish(second));
        Assert.True(one[0].AsSpan().SequenceEqual(two[0]), "the PDFs differ");
        Assert.True(one[1].AsSpan().SequenceEqual(two[1]), "the EPUBs differ");
    }

    [Theory]
    [InlineData("--pdf", "out/a/a.pdf")]
    [InlineData("--epub", "out/a/a.epub")]
    public void Only_the_edition_that_was_asked_for_is_written(string option, string file)
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Run("publish", folder.Write("a.md", Chapter), option, "-o", folder["out"]);

        Assert.True(run.ExitCode == ExitCode.Success, run.Output + run.Error);
        Assert.Equal(new[] { "a.md", file, "out/a/report.html", "out/a/report.json" }.Order(StringComparer.Ordinal), folder.Files());
    }

    [Theory]
    [InlineData("screen", "out/书/书-screen.pdf")]
    [InlineData("print", "out/书/书-print.pdf")]
    public void A_PDF_for_one_purpose_says_so_in_its_name_and_stands_alone(string purpose, string file)
    {
        using var folder = new TemporaryFolder();
        folder.Write("书/a.md", Chapter);
        var run = ToolRun.Run("publish", folder["书"], "--for", purpose, "-o", folder["out"]);

        Assert.True(run.ExitCode == ExitCode.Success, run.Output + run.Error);
        Assert.Equal(["out/书/report.html", "out/书/report.json", file, "书/a.md"], folder.Files());
    }

    [Fact]
    public void The_addresses_that_paper_adds_are_nothing_too_many_and_are_not_counted() // PDF009
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", "# 甲\n\n见[这里](https://example.org/a)、[那里](https://example.org/b)，再见[这里](https://example.org/a)[^1]。\n\n[^1]: 注里也有[一处](https://example.org/c)。\n");
        var run = ToolRun.Run("publish", folder["a.md"], "--for", "print", "-o", folder["out"]);

        Assert.True(run.ExitCode == ExitCode.Success, run.Output + run.Error);
        Assert.Contains("4 links", run.Output, StringComparison.Ordinal);
        var counts = JsonDocument.Parse(File.ReadAllText(folder["out/a/report.json"])).RootElement.GetProperty("pdf");
        Assert.Equal((4, 1), (counts.GetProperty("links").GetInt32(), counts.GetProperty("notes").GetInt32()));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("pdf: screen\n", false)]
    [InlineData("pdf: print\nbleed: 3\ncrop-marks: true\n", true)]
    public void The_book_says_what_its_PDF_is_for(string settings, bool isForPrint)
    {
        using var folder = new TemporaryFolder();
        folder.Write("书/book.yml", "title: 容器\n" + settings);
        folder.Write("书/a.md", Chapter);
        var run = ToolRun.Run("publish", folder["书"], "--pdf", "-o", folder["out"]);

        Assert.True(run.ExitCode == ExitCode.Success, run.Output + run.Error);
        var dump = PdfDump.Of(File.ReadAllBytes(folder["out/书/书.pdf"]));
        Assert.Equal(isForPrint, dump.Contains("/BleedBox[-8.5039 -8.5039 ", StringComparison.Ordinal));
        Assert.Equal(isForPrint, dump.Contains("/MediaBox[-22.6772 -22.6772 ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_booklet_is_a_file_of_its_own()
    {
        using var folder = new TemporaryFolder();
        folder.Write("书/a.md", Chapter);
        var run = ToolRun.Run("booklet", folder["书"], "--signature", "8", "-o", folder["out"]);

        Assert.True(run.ExitCode == ExitCode.Success, run.Output + run.Error);
        Assert.Equal(["out/书/书-booklet.pdf", "书/a.md"], folder.Files());
    }

    [Fact]
    public void A_picture_with_damaged_pixels_is_reported_where_it_stands()
    {
        using var folder = new TemporaryFolder();
        var png = Png.Write(Raster.FromRgba(64, 64, [.. Enumerable.Range(0, 64 * 64 * 4).Select(i => (byte)(i * 7))]));
        png.AsSpan(png.Length / 2, 8).Clear(); // head and end are good
        folder.Write("书/a.md", Chapter + "\n![镜像的分层](a.png)\n");
        File.WriteAllBytes(folder["书/a.png"], png);
        var run = ToolRun.Run("publish", folder["书"], "--pdf", "-o", folder["out"]);

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Contains("a.md:9:1: error PDF008: The picture a.png is damaged", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_stops_everything_before_a_file_is_written()
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Run("publish", folder.Write("a.md", Chapter + "\n见[别处](missing.md)。\n"), "-o", folder["out"]);

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Contains("a.md:9:", run.Error, StringComparison.Ordinal);
        Assert.Contains("--keep-going", run.Error, StringComparison.Ordinal);
        Assert.Equal(["a.md"], folder.Files());
    }

    [Fact]
    public void Keep_going_writes_the_editions_and_still_reports_the_error()
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Run("publish", folder.Write("a.md", Chapter + "\n见[别处](missing.md)。\n"), "-o", folder["out"], "--keep-going");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Equal(["a.md", "out/a/a.epub", "out/a/a.pdf", "out/a/report.html", "out/a/report.json"], folder.Files());
    }

    [Fact]
    public void Json_findings_are_one_object_a_line_with_the_agreed_names()
    {
        using var folder = new TemporaryFolder();
        folder.Write("书/SUMMARY.md", "# 目录\n\n- [甲](sub/a.md)\n");
        folder.Write("书/sub/a.md", "# 甲\n\n见[别处](missing.md)与[空]()。\n");
        var run = ToolRun.Run("check", folder["书"], "--format", "json");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(
            ["id", "severity", "file", "line", "column", "endLine", "endColumn", "message", "hint", "fix"],
            first.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("sub/a.md", first.RootElement.GetProperty("file").GetString());
        Assert.Equal("error", first.RootElement.GetProperty("severity").GetString());
        Assert.Equal(3, first.RootElement.GetProperty("line").GetInt32());
    }

    [Fact]
    public void Text_findings_end_with_a_summary()
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Run("check", folder.Write("a.md", Chapter));

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal("0 errors, 0 warnings\n", run.Output);
    }

    [Fact]
    public void Inspect_prints_how_the_order_was_found_and_what_it_is()
    {
        using var folder = new TemporaryFolder();
        folder.Write("书/mkdocs.yml", "site_name: 茶事\nnav:\n  - 第一部分:\n    - a.md\n    - 乙: b.md\n  - c.md\n");
        folder.Write("书/docs/a.md", "# 第一章 甲\n");
        folder.Write("书/docs/b.md", "文。\n");

        var text = ToolRun.Run("inspect", folder["书"]);
        Assert.Equal(ExitCode.Success, text.ExitCode);
        Assert.Equal("MkDocs (mkdocs.yml): 茶事, 2 chapters\n      第一部分\n   1  第一章 甲  docs/a.md\n   2  乙  docs/b.md\n   -  c.md  c.md (missing)\n", text.Output);

        using var json = JsonDocument.Parse(ToolRun.Run("inspect", folder["书"], "--format", "json").Output);
        Assert.Equal("MkDocs", json.RootElement.GetProperty("form").GetString());
        Assert.Equal("第一章", json.RootElement.GetProperty("chapters")[0].GetProperty("number").GetString());
        Assert.Equal("c.md", json.RootElement.GetProperty("missing")[0].GetString());
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("publish", "missing")]
    [InlineData("publish", "")]
    [InlineData("publish", ".", "--colour")]
    [InlineData("publish", ".", "-o", "")]
    [InlineData("check", ".", "--format", "xml")]
    [InlineData("verify")]
    [InlineData("verify", "missing.epub")]
    [InlineData("inspect", "missing")]
    [InlineData("print", ".")]
    [InlineData("booklet", ".", "--signature", "6")]
    [InlineData("booklet", ".", "--signature", "0")]
    [InlineData("booklet", ".", "-o", "")]
    [InlineData]
    public void Wrong_usage_is_told_on_standard_error_with_exit_code_2(params string[] args)
    {
        var run = ToolRun.Run(args);

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_is_none_is_wrong_usage() =>
        Assert.Equal(ExitCode.Usage, ToolRun.RunWith(new() { [SourceDate.Variable] = "today" }, "check", ".").ExitCode);

    public static TheoryData<string, string[]> BadBooks => new()
    {
        { "an empty folder", [] },
        { "an empty file", ["a.md", ""] },
        { "a binary file named .md", ["a.md", "\0\u0001\u0002PNG\0\0"] },
        { "a SUMMARY that names itself alone", ["SUMMARY.md", "- [目录](SUMMARY.md)\n"] },
        { "a chapter outside the book", ["SUMMARY.md", "- [外](../../outside.md)\n"] },
        { "a book.yml that is no YAML", ["book.yml", "title: [", "a.md", "# 甲\n"] },
    };

    [Theory]
    [MemberData(nameof(BadBooks))]
    public void A_bad_book_is_reported_with_its_place_and_nothing_is_written(string name, string[] files)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["book"]);
        foreach (var file in files.Chunk(2))
        {
            folder.Write("book/" + file[0], file[1]);
        }

        var before = folder.Files().ToArray();
        var run = ToolRun.Run("publish", folder["book"], "-o", folder["out"]);

        Assert.True(run.ExitCode == ExitCode.Findings, $"{name}: exit code {run.ExitCode}\n{run.Output}{run.Error}");
        Assert.Matches(@"(?m)^\S+:\d+:\d+: error [A-Z]+\d{3}: ", run.Error);
        Assert.Equal(before, folder.Files());
    }

    [Fact]
    public void An_EPUB_that_was_published_is_verified_without_a_finding()
    {
        using var folder = new TemporaryFolder();
        ToolRun.Run("publish", folder.Write("a.md", Chapter), "--epub", "-o", folder["out"]);
        var run = ToolRun.Run("verify", folder["out/a/a.epub"]);

        Assert.Equal((ExitCode.Success, "0 errors, 0 warnings\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public void A_file_that_is_no_EPUB_is_a_finding_with_exit_code_1()
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Run("verify", folder.Write("a.epub", Chapter), "--format", "json");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        using var line = JsonDocument.Parse(run.Output);
        Assert.Equal("EPUB101", line.RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public void Text_in_another_encoding_is_an_error_at_its_place()
    {
        using var folder = new TemporaryFolder();
        folder.Write("book/a.md", [.. "# a\n"u8, 0xD6, 0xD0, 0xCE, 0xC4]);
        var run = ToolRun.Run("publish", folder["book"], "-o", folder["out"]);

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.StartsWith("a.md:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_the_machine_failing()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", "");
        var run = ToolRun.Run("publish", folder.Write("a.md", Chapter), "-o", Path.Combine(file, "out"));

        Assert.Equal(ExitCode.Machine, run.ExitCode);
        Assert.Contains("error: Cannot write", run.Error, StringComparison.Ordinal);
        Assert.Equal(["a.md", "file"], folder.Files());
    }

    private static string Chapters(TemporaryFolder folder, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            folder.Write($"茶/{i}.md", $"# 第 {i} 章\n\n茶树喜暖。\n");
        }

        return folder["茶"];
    }

    /// <returns>What a screen gets, all that is written over included.</returns>
    private static string Watch(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new Kanyin.CommandLine.Tool(new Kanyin.CommandLine.Surroundings(output, TextWriter.Null, _ => null, TimeProvider.System) { IsWatched = true }).Run(args);
        return output.ToString();
    }
}
