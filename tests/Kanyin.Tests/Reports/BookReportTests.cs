using System.Text.Json;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.Reports;

public sealed class BookReportTests
{
    private const string Chapter =
        """
        ---
        title: 茶
        ---
        # 茶树

        茶树喜暖，见[制茶](b.md)与[网站](https://a.cn)[^1]。<!-- 待补 -->

        ![芽](bud.svg "芽叶") ![远](https://a.cn/x.png)

        <script>alert("丢")</script>

        [^1]: 出自《茶经》。
        """;

    private const string Bud = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><path d=\"M0 0h9v9z\"/></svg>";

    [Fact]
    public void The_report_counts_what_was_written_and_what_arrived()
    {
        using var folder = new TemporaryFolder();
        var (run, report) = Publish(folder);
        var (written, pdf, epub) = (report.GetProperty("written"), report.GetProperty("pdf"), report.GetProperty("epub"));

        Assert.Equal(2, written.GetProperty("chapters").GetInt32());
        Assert.Equal((1, 1), (written.GetProperty("pictures").GetInt32(), written.GetProperty("picturesLost").GetInt32()));
        Assert.Equal((1, 1, 0), (written.GetProperty("internalLinks").GetInt32(), written.GetProperty("externalLinks").GetInt32(), written.GetProperty("brokenLinks").GetInt32()));
        Assert.Equal((2, 2), (pdf.GetProperty("pictures").GetInt32(), epub.GetProperty("pictures").GetInt32())); // with the frame of the one that is missing; with the cover
        foreach (var edition in new[] { pdf, epub })
        {
            Assert.Equal(written.GetProperty("han").GetInt64() - 1, edition.GetProperty("han").GetInt64()); // 丢, of the script
            Assert.Equal((2, 1), (edition.GetProperty("links").GetInt32(), edition.GetProperty("notes").GetInt32()));
        }

        Assert.EndsWith(" characters, 2 chapters, 1 figure, 2 links: all present in both editions\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_in_no_edition_is_listed_with_the_reason()
    {
        using var folder = new TemporaryFolder();
        var dropped = Publish(folder).Report.GetProperty("dropped").EnumerateArray().Select(d => $"{d.GetProperty("id")} {d.GetProperty("file")}:{d.GetProperty("line")}");
        Assert.Equal(["READ015 SUMMARY.md:1", "IMG004 a.md:8", "READ021 a.md:10"], dropped);
    }

    [Fact]
    public void The_page_shows_the_words_of_a_manuscript_as_text()
    {
        using var folder = new TemporaryFolder();
        folder.Write("书/book.yml", "title: <b>茶</b> & 水\n");
        Publish(folder);
        var page = File.ReadAllText(folder["out/书/report.html"]);
        Assert.Contains("<h1>&lt;b&gt;茶&lt;/b&gt; &amp; 水</h1>", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_book_gives_the_same_report_wherever_it_lies()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        Publish(one);
        Publish(two);
        foreach (var file in new[] { "out/书/report.json", "out/书/report.html" })
        {
            Assert.Equal(File.ReadAllText(one[file]), File.ReadAllText(two[file]));
        }
    }

    private static (ToolRun Run, JsonElement Report) Publish(TemporaryFolder folder)
    {
        folder.Write("书/SUMMARY.md", "- [茶树](a.md)\n- [制茶](b.md)\n");
        folder.Write("书/a.md", Chapter);
        folder.Write("书/b.md", "# 制茶\n\n先萎凋，后揉捻。\n");
        folder.Write("书/c.md", "# 多余\n");
        folder.Write("书/bud.svg", Bud);
        var run = ToolRun.Run("publish", folder["书"], "-o", folder["out"]);
        Assert.True(run.ExitCode == ExitCode.Success, run.Output + run.Error);
        return (run, JsonDocument.Parse(File.ReadAllText(folder["out/书/report.json"])).RootElement);
    }
}
