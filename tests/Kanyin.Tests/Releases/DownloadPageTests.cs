using System.Security.Cryptography;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kanyin.Releases;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.Releases;

/// <summary>The download page of a release whose names have Han and a space.</summary>
public sealed class DownloadPageTests : IDisposable
{
    private const string Version = "1.2.0-rc.1";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Every_link_leads_to_a_file_that_lies_beside_the_page()
    {
        var page = Page(Released("茶 书", "title: 茶书\n"));
        string[] addresses = [.. page.All.SelectMany(e => e.Attributes).Where(a => a.Name is "href" or "src").Select(a => a.Value)];

        Assert.Contains("%E8%8C%B6%20%E4%B9%A6-1.2.0-rc.1-kindle.epub", addresses);
        Assert.All(addresses, a => Assert.True(File.Exists(_folder["pages/" + Uri.UnescapeDataString(a)]), a));
        Assert.Equal(Directory.GetFiles(_folder["pages"]).Select(f => Path.GetFileName(f)!).Except(["index.html"]).Order(StringComparer.Ordinal), addresses.Select(Uri.UnescapeDataString).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Size_and_sum_beside_each_edition_are_those_of_its_file()
    {
        var lines = Page(Released("茶 书", "title: 茶书\n")).QuerySelectorAll(".editions li");
        Assert.Equal(["PDF，在屏幕上读", "PDF，印刷用", "EPUB，各种阅读器", "EPUB，Kindle"], lines.Select(l => l.QuerySelector("a")!.TextContent));
        foreach (var line in lines)
        {
            var bytes = File.ReadAllBytes(_folder["pages/" + Uri.UnescapeDataString(line.QuerySelector("a")!.GetAttribute("href")!)]);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), line.QuerySelector("code")!.TextContent);
            Assert.Equal($"{(bytes.Length + 999) / 1000} KB", line.QuerySelector("span")!.TextContent);
        }
    }

    [Fact]
    public void A_book_shows_its_cover_its_facts_and_its_contents_as_text()
    {
        var page = Page(Released("茶 书", "title: <b>茶</b> & 水\nsubtitle: 泡法\nauthors: [陆小青, 顾元茗]\ndate: 2026-11-20\ndescription: 讲茶。\n"));
        Assert.Equal("《<b>茶</b> & 水》", page.Title);
        Assert.Equal("《<b>茶</b> & 水》的封面", page.QuerySelector("img.cover")!.GetAttribute("alt"));
        Assert.Equal(["<b>茶</b> & 水", "泡法", "陆小青　顾元茗", "讲茶。", "第 1.2.0-rc.1 版，2026 年 11 月 20 日"], page.QuerySelectorAll("article h1, article div > p").Select(e => e.TextContent));
        Assert.Equal(["第一章 水", "泉水", "第二章 器"], page.QuerySelectorAll("details li").Select(l => l.FirstChild!.TextContent));
        Assert.Equal("", page.QuerySelector("details")!.GetAttribute("open"));
    }

    [Fact]
    public void Nothing_is_run_and_nothing_is_fetched_from_elsewhere()
    {
        var page = Page(Released("茶 书", "title: 茶书\n"));
        Assert.Empty(page.Scripts);
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.DoesNotContain("//", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.All(page.Images, i => Assert.NotEmpty(i.AlternativeText!));
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public void Two_books_share_a_page_and_the_same_release_gives_the_same_bytes()
    {
        Released("茶 书", "title: 茶书\n");
        var release = Released("器", "title: 器谱\n");
        Assert.Equal(["器谱", "茶书"], Page(release).QuerySelectorAll("h1").Select(h => h.TextContent).Order(StringComparer.Ordinal));
        var first = File.ReadAllBytes(_folder["pages/index.html"]);
        _folder.Write("pages/old.pdf", "of the release before");
        Page(release);
        Assert.Equal(first, File.ReadAllBytes(_folder["pages/index.html"]));
        Assert.False(File.Exists(_folder["pages/old.pdf"]));
    }

    [Fact]
    public void A_release_with_a_file_that_is_not_what_its_sum_says_is_refused_and_the_old_page_stays()
    {
        var release = Released("茶 书", "title: 茶书\n");
        Page(release);
        File.AppendAllText(Path.Combine(release, $"茶 书-{Version}.pdf"), "more");
        Assert.Contains($"茶 书-{Version}.pdf is not what SHA256SUMS says", Assert.Throws<RefusedException>(() => Page(release)).Message, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["pages/index.html"]));
    }

    [Fact]
    public void A_folder_that_is_no_release_is_refused()
    {
        Assert.Contains("it has no SHA256SUMS", Assert.Throws<RefusedException>(() => Page(_folder["nowhere"])).Message, StringComparison.Ordinal);
        var release = Released("茶 书", "title: 茶书\n");
        Directory.Move(release, _folder["another"]);
        Assert.Contains("no book whose files end in -another.epub", Assert.Throws<RefusedException>(() => Page(_folder["another"])).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A folder as a release leaves it; a book more when there is one already.</summary>
    private string Released(string name, string settings)
    {
        _folder.Write($"{name}/book.yml", settings);
        _folder.Write($"{name}/01.md", "# 第一章 水\n\n## 泉水\n\n水。\n\n### 山上\n\n水。\n");
        _folder.Write($"{name}/02.md", "# 第二章 器\n\n器。\n");
        var run = ToolRun.Run("publish", _folder[name], "-o", _folder["out"]);
        Assert.True(run.ExitCode == ExitCode.Success, run.Error);

        var release = Directory.CreateDirectory(_folder[Version]).FullName;
        foreach (var (from, end) in new[] { (".pdf", ".pdf"), (".pdf", "-print.pdf"), (".epub", ".epub"), (".epub", "-kindle.epub") })
        {
            File.Copy(_folder[$"out/{name}/{name}{from}"], Path.Combine(release, $"{name}-{Version}{end}"));
        }

        File.Copy(_folder[$"out/{name}/report.html"], Path.Combine(release, $"{name}-{Version}-report.html"));
        File.WriteAllText(Path.Combine(release, $"{name}-{Version}-page-001.jpg"), "picture");
        File.WriteAllText(Path.Combine(release, $"{name}-{Version}-page-002.jpg"), "another");
        var files = Directory.GetFiles(release).Where(f => Path.GetFileName(f) != "SHA256SUMS").Order(StringComparer.Ordinal);
        File.WriteAllText(Path.Combine(release, "SHA256SUMS"), string.Concat(files.Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))}  {Path.GetFileName(f)}\n")));
        return release;
    }

    private IHtmlDocument Page(string release)
    {
        DownloadPage.Write(release, _folder["pages"]);
        return new HtmlParser().ParseDocument(File.ReadAllText(_folder["pages/index.html"]));
    }
}
