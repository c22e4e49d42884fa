using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Kanyin.Books.Checks;
using Kanyin.Editions.EpubCheck;
using Kanyin.Tests.Publishing;
using Kanyin.Tests.Solution;
using Xunit;

namespace Kanyin.Tests.Reports;

public sealed class CheckCommandTests
{
    private static readonly string[] Severities = ["error", "warning", "note"];

    private static TemporaryFolder Book()
    {
        var folder = new TemporaryFolder();
        folder.Write("仓库/.git", "gitdir: elsewhere\n");
        folder.Write("仓库/书 稿/SUMMARY.md", "- [甲](a.md)\n- [乙](b,1.md)\n");
        folder.Write("仓库/书 稿/a.md", "# 甲\n\n见[别处](missing.md)，100% 属实。\n\n## 同\n\n一。\n\n## 同\n\n二。\n");
        folder.Write("仓库/书 稿/b,1.md", "# 乙。\n\n见[别处](missing.md)。\n");
        return folder;
    }

    [Fact]
    public void Text_shows_the_line_with_carets_and_counts_by_rule()
    {
        using var folder = Book();
        var run = ToolRun.Run("check", folder["仓库/书 稿"]);

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.StartsWith("a.md:3:2: error LINK001: There is no file missing.md.\n    见[别处](missing.md)，100% 属实。\n      ^^^^^^^^^^^^^^^^^^\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n\n     2  error    LINK001  Link to a missing file\n     1  warning  HEAD005  Heading ends in a full stop\n     1  note     HEAD004  The same heading twice in a file\n2 errors, 1 warning, 1 note\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Github_annotations_name_files_from_the_root_of_the_repository()
    {
        using var folder = Book();
        var lines = ToolRun.Run("check", folder["仓库/书 稿"], "--format", "github", "--min-severity", "warning").Output.Split('\n');

        Assert.Equal(
        [
            "::error file=书 稿/a.md,line=3,endLine=3,col=2,endColumn=18,title=LINK001 Link to a missing file::There is no file missing.md.",
            "::warning file=书 稿/b%2C1.md,line=1,endLine=1,col=4,endColumn=5,title=HEAD005 Heading ends in a full stop::A heading takes no 。 at its end.%0ARemove it.",
        ], lines.Take(2));
    }

    // SARIF 2.1.0, the required members of each object and the ranges of their values.
    [Fact]
    public void Sarif_has_what_the_standard_requires()
    {
        using var folder = Book();
        using var log = JsonDocument.Parse(ToolRun.Run("check", folder["仓库/书 稿"], "--format", "sarif").Output);

        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var run = log.RootElement.GetProperty("runs").EnumerateArray().Single();
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.False(string.IsNullOrEmpty(driver.GetProperty("name").GetString()));
        var rules = driver.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToArray();
        Assert.Distinct(rules);
        Assert.All(driver.GetProperty("rules").EnumerateArray(), rule =>
        {
            Assert.NotEqual("", rule.GetProperty("shortDescription").GetProperty("text").GetString());
            Assert.StartsWith("# " + rule.GetProperty("id").GetString(), rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
        });
        Assert.Equal(4, run.GetProperty("results").GetArrayLength());
        Assert.All(run.GetProperty("results").EnumerateArray(), result =>
        {
            Assert.NotEqual("", result.GetProperty("message").GetProperty("text").GetString());
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]);
            Assert.Contains(result.GetProperty("level").GetString(), Severities);
            var place = result.GetProperty("locations").EnumerateArray().Single().GetProperty("physicalLocation");
            Assert.True(Uri.IsWellFormedUriString(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.Relative));
            Assert.All(place.GetProperty("region").EnumerateObject(), number => Assert.True(number.Value.GetInt32() >= 1));
        });
        Assert.Contains("%E4%B9%A6%20%E7%A8%BF/b%2C1.md", run.GetRawText(), StringComparison.Ordinal);
    }

    // SARIF 2.1.0, appendix I: the schema that OASIS publishes.
    [Fact]
    public void Sarif_is_valid_by_its_schema()
    {
        var schema = JsonSchema.FromFile(System.IO.Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json"));
        var options = new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
        using var folder = new TemporaryFolder();
        folder.Write("空/a.md", "# 甲\n\n乙。\n");
        string[] books = [System.IO.Path.Combine(Repository.Root, "tests", "Kanyin.Tests", "Checks", "Defects", "Book"), folder["空"]];
        foreach (var output in books.Select(b => ToolRun.Run("check", b, "--format", "sarif").Output))
        {
            var log = JsonNode.Parse(output)!;
            var answer = schema.Evaluate(log, options);
            Assert.True(answer.IsValid, string.Join('\n', answer.Details.Where(d => d.HasErrors).Select(d => $"{d.InstanceLocation}: {string.Join(' ', d.Errors!.Values)}")));
            log["runs"]![0]!["columnKind"] = "cells";
            Assert.False(schema.Evaluate(log, options).IsValid);
        }
    }

    // SARIF 2.1.0, 3.55 to 3.57.
    [Theory]
    [InlineData("sarif")]
    [InlineData("json")]
    public void The_changes_that_are_reported_are_those_that_fix_makes(string format)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.md", "# 甲\n\n水,火。他说:“好!”\n\n- 山，水...\n");
        var edits = Changes(ToolRun.Run("check", path, "--format", format).Output, format);
        string[] lines = File.ReadAllText(path).Split('\n');
        foreach (var (line, from, to, text) in edits.OrderByDescending(e => (e.Line, e.From)))
        {
            lines[line - 1] = lines[line - 1][..(from - 1)] + text + lines[line - 1][(to - 1)..];
        }

        ToolRun.Run("check", path, "--fix");

        Assert.True(edits.Length >= 3);
        Assert.Equal(File.ReadAllText(path), string.Join('\n', lines));
    }

    private static (int Line, int From, int To, string Text)[] Changes(string output, string format)
    {
        if (format == "sarif")
        {
            using var log = JsonDocument.Parse(output);
            return
            [
                .. from result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                   where result.TryGetProperty("fixes", out _)
                   from change in result.GetProperty("fixes").EnumerateArray().Single().GetProperty("artifactChanges").EnumerateArray()
                   where change.GetProperty("artifactLocation").GetProperty("uri").GetString() == "a.md"
                   from replacement in change.GetProperty("replacements").EnumerateArray()
                   let region = replacement.GetProperty("deletedRegion")
                   select (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), region.GetProperty("endColumn").GetInt32(), replacement.GetProperty("insertedContent").GetProperty("text").GetString()!),
            ];
        }

        return
        [
            .. from line in output.TrimEnd().Split('\n')
               from edit in JsonDocument.Parse(line).RootElement.GetProperty("fix").EnumerateArray()
               where edit.GetProperty("file").GetString() == "a.md"
               select (edit.GetProperty("line").GetInt32(), edit.GetProperty("column").GetInt32(), edit.GetProperty("endColumn").GetInt32(), edit.GetProperty("text").GetString()!),
        ];
    }

    [Fact]
    public void Less_than_the_least_severity_is_neither_printed_nor_counted()
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Run("check", folder.Write("a.md", "# 甲。\n"), "--min-severity", "error");

        Assert.Equal((ExitCode.Success, "0 errors, 0 warnings\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public void A_baseline_hides_what_was_there_and_shows_what_is_new()
    {
        using var folder = Book();
        string[] check = ["check", folder["仓库/书 稿"], "--baseline", folder["known.jsonl"]];
        Assert.Equal(ExitCode.Success, ToolRun.Run([.. check, "--write-baseline"]).ExitCode);
        Assert.Equal((ExitCode.Success, "0 errors, 0 warnings\n"), Outcome(ToolRun.Run(check)));

        // Lines come and go above; one finding is mended, and one is new on a line that looks like a known one.
        folder.Write("仓库/书 稿/a.md", "# 甲\n\n新的一段。\n\n见[别处](missing.md)，100% 属实。\n\n见[别处](missing.md)，100% 属实。\n\n## 同\n\n一。\n");
        var run = ToolRun.Run(check);

        Assert.StartsWith("a.md:7:2: error LINK001", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 error, 0 warnings\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 finding of", run.Error, StringComparison.Ordinal);

        static (int, string) Outcome(ToolRun run) => (run.ExitCode, run.Output);
    }

    [Theory]
    [InlineData("--baseline", "missing.jsonl")]
    [InlineData("--write-baseline")]
    [InlineData("--min-severity", "fatal")]
    [InlineData("--dry-run")]
    public void Wrong_options_are_wrong_usage(params string[] options)
    {
        using var folder = Book();
        Assert.Equal(ExitCode.Usage, ToolRun.Run(["check", folder["仓库/书 稿"], .. options]).ExitCode);
    }

    [Fact]
    public void A_baseline_that_is_none_is_wrong_usage()
    {
        using var folder = Book();
        Assert.Equal(ExitCode.Usage, ToolRun.Run("check", folder["仓库/书 稿"], "--baseline", folder.Write("x", "{}\n")).ExitCode);
    }

    [Fact]
    public void An_allowance_needs_a_reason_and_a_finding()
    {
        using var folder = Book();
        folder.Write("仓库/书 稿/book.yml", "title: 书\nallow:\n  - rule: LINK001\n    file: \"*.md\"\n    reason: 尚未写成\n  - rule: HEAD005\n  - rule: NUM001\n    reason: 无\n  - HEAD004\n");
        var run = ToolRun.Run("check", folder["仓库/书 稿"], "--format", "json");

        Assert.Equal(["a.md HEAD004", "b,1.md HEAD005", "book.yml CONF003", "book.yml CONF003", "book.yml CONF007"], run.Output.TrimEnd().Split('\n').Select(line =>
        {
            using var finding = JsonDocument.Parse(line);
            return $"{finding.RootElement.GetProperty("file")} {finding.RootElement.GetProperty("id")}";
        }).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Renumbering_keeps_every_other_byte_and_shows_itself_first()
    {
        using var folder = new TemporaryFolder();
        byte[] before = [0xEF, 0xBB, 0xBF, .. "# 第一章 甲\r\n\r\n水。\r\n\r\n# 第三章 乙  \r\n\r\n见第 3 章。"u8];
        byte[] after = [0xEF, 0xBB, 0xBF, .. "# 第一章 甲\r\n\r\n水。\r\n\r\n# 第二章 乙  \r\n\r\n见第 2 章。"u8];
        var path = folder.Write("a.md", before);

        var shown = ToolRun.Run("check", path, "--renumber", "--dry-run");
        Assert.StartsWith("--- a/a.md\n+++ b/a.md\n@@ -2,6 +2,6 @@\n \r\n 水。\r\n \r\n-# 第三章 乙  \r\n+# 第二章 乙  \r\n", shown.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));

        var run = ToolRun.Run("check", path, "--renumber");
        Assert.Equal((ExitCode.Success, "0 errors, 0 warnings\n", "1 file renumbered\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Equal(after, File.ReadAllBytes(path));
        Assert.Equal("0 files renumbered\n", ToolRun.Run("check", path, "--renumber").Error);
    }

    [Fact]
    public void Rules_are_listed_and_each_has_its_page()
    {
        var list = ToolRun.Run("rules");
        Assert.Equal(RuleCatalog.All.Count + EpubKinds.All.Count, list.Output.TrimEnd().Split('\n').Length);
        Assert.Contains("LINK001  error    Link to a missing file\n", list.Output, StringComparison.Ordinal);
        Assert.All(RuleCatalog.All, rule => Assert.StartsWith($"# {rule.Kind.Id} · ", ToolRun.Run("rules", rule.Kind.Id.ToLowerInvariant()).Output, StringComparison.Ordinal));
        Assert.StartsWith("# EPUB140 · ", ToolRun.Run("rules", "epub140").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, ToolRun.Run("rules", "LINK999").ExitCode);
    }
}
