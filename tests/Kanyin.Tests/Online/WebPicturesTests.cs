using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Online;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.Online;

/// <summary>Pictures on the web: left there unless asked for, and then fetched once, within limits.</summary>
public sealed class WebPicturesTests
{
    private static readonly WebSettings Quick = new()
    {
        AllowedHosts = ["localhost"],
        Timeout = TimeSpan.FromMilliseconds(1500),
        Retries = 1,
        FirstDelay = TimeSpan.FromMilliseconds(10),
        HostGap = TimeSpan.Zero,
        LargestPicture = 1 << 20,
    };

    [Theory]
    [InlineData("/bud.svg", "")]
    [InlineData("/to-bud", "")]
    [InlineData("/recovers", "")]
    [InlineData("/gone-404", "answers 404")]
    [InlineData("/busy-503", "answers 503")]
    [InlineData("/no-programs/bud.svg", "was not asked: robots.txt of localhost wants no programs there")]
    [InlineData("/to-no-programs", "was not asked: robots.txt of localhost wants no programs there")]
    [InlineData("/to-nonsense", "answers 302")]
    [InlineData("/loop", "redirects without end")]
    [InlineData("/to-ftp", "redirects to ftp:")]
    [InlineData("/to-private", "leads into a private network: 127.0.0.1 is 127.0.0.1, inside a private network")]
    [InlineData("/to-metadata", "leads into a private network: 169.254.169.254 is 169.254.169.254, inside a private network")]
    [InlineData("/silent", "did not come in time")]
    [InlineData("/hangs-up", "cannot be reached")]
    [InlineData("/no-http", "cannot be reached")]
    [InlineData("/endless", "is larger than 1,024 KiB")]
    [InlineData("/bomb", "is larger than 1,024 KiB")]
    [InlineData("/stalls", "did not come in time")]
    [InlineData("/cut", "breaks off")]
    public async Task A_picture_comes_whole_or_its_trouble_is_told(string path, string trouble)
    {
        using var site = new BadSite();
        using var folder = new TemporaryFolder();
        var book = Read(folder, site[path].AbsoluteUri);
        var pictures = new WebPictures(Quick, folder["kept"], TimeProvider.System);
        await pictures.FetchAsync(book, TestContext.Current.CancellationToken);

        Assert.Equal(trouble.Length == 0 ? [] : [$"a.md:1 {site[path]} {trouble}."], pictures.Findings(book).Select(f => $"{f.At.File}:{f.At.Line} {f.Message}"));
        Assert.Equal(trouble.Length == 0 ? 1 : 0, folder.Files().Count(f => f.StartsWith("kept/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_not_asked_even_at_the_end_of_a_redirect()
    {
        using var site = new BadSite();
        using var folder = new TemporaryFolder();
        var book = Read(folder, site["/no-programs/bud.svg"].AbsoluteUri, site["/to-no-programs"].AbsoluteUri, site["/bud.svg"].AbsoluteUri);
        await new WebPictures(Quick, folder["kept"], TimeProvider.System).FetchAsync(book, TestContext.Current.CancellationToken);
        Assert.Equal(["GET /to-no-programs", "GET /bud.svg"], site.Asked);
        Assert.Equal(1, site.RobotsAsked);
    }

    [Fact]
    public async Task A_host_whose_robots_txt_never_comes_is_told_and_others_go_on()
    {
        using var site = new BadSite();
        using var silent = new BadSite(robots: "/silent");
        using var folder = new TemporaryFolder();
        var book = Read(folder, silent["/bud.svg"].AbsoluteUri, silent["/good"].AbsoluteUri, site["/bud.svg"].AbsoluteUri);
        var pictures = new WebPictures(Quick, folder["kept"], TimeProvider.System);
        await pictures.FetchAsync(book, TestContext.Current.CancellationToken);
        Assert.Equal([$"{silent["/bud.svg"]} did not come in time.", $"{silent["/good"]} did not come in time."], pictures.Findings(book).Select(f => f.Message));
        Assert.Equal([site["/bud.svg"].AbsoluteUri], pictures.Files.Keys);
        Assert.Empty(silent.Asked);
    }

    [Fact]
    public async Task Who_stops_the_run_gets_no_findings_but_an_end()
    {
        using var site = new BadSite();
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var pictures = new WebPictures(Quick with { Timeout = TimeSpan.FromMinutes(1) }, folder["kept"], TimeProvider.System);
        var book = Read(folder, site["/silent"].AbsoluteUri);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pictures.FetchAsync(book, stop.Token));
        Assert.Empty(pictures.Findings(book));
    }

    [Fact]
    public async Task All_pictures_together_have_a_limit_too()
    {
        using var site = new BadSite();
        using var folder = new TemporaryFolder();
        var book = Read(folder, site["/bud.svg"].AbsoluteUri, site["/to-bud"].AbsoluteUri);
        var pictures = new WebPictures(Quick with { LargestPictures = 120 }, folder["kept"], TimeProvider.System);
        await pictures.FetchAsync(book, TestContext.Current.CancellationToken);
        Assert.Single(pictures.Files);
        Assert.Single(pictures.Findings(book));
    }

    [Fact]
    public async Task A_picture_that_was_fetched_is_not_asked_for_again()
    {
        using var site = new BadSite();
        using var folder = new TemporaryFolder();
        var book = Read(folder, site["/bud.svg"].AbsoluteUri);
        for (var i = 0; i < 2; i++)
        {
            var pictures = new WebPictures(Quick, folder["kept"], TimeProvider.System);
            await pictures.FetchAsync(book, TestContext.Current.CancellationToken);
            Assert.Single(pictures.Files);
        }

        Assert.Equal(["GET /bud.svg"], site.Asked);
    }

    [Fact]
    public void A_page_in_place_of_a_picture_leaves_it_on_the_web()
    {
        using var site = new BadSite();
        using var folder = new TemporaryFolder();
        folder.Write("page", "<h1>no</h1>");
        var bag = new DiagnosticBag();
        folder.Write("a.md", $"![芽]({site["/page"]})");
        var book = BookReader.Read(folder["a.md"], new ReadingOptions { WebPictures = new Dictionary<string, string> { [site["/page"].AbsoluteUri] = folder["page"] } }, bag)!;
        Checker.Check(book, bag);
        Assert.Equal("IMG004", Assert.Single(bag.Sorted, d => d.Kind.Severity != Severity.Note || d.Kind.Id.StartsWith("IMG", StringComparison.Ordinal)).Kind.Id);
    }

    [Fact]
    public void Only_online_are_pictures_of_the_web_in_the_book()
    {
        using var site = new BadSite();
        using var folder = new TemporaryFolder();
        folder.Write("a.md", $"# 茶\n\n![芽]({site["/bud.svg"]})\n\n![芽]({site["/to-bud"]})\n");
        var offline = ToolRun.Run("publish", folder["a.md"], "-o", folder["out"]);
        Assert.Contains("a.md:3:1: note IMG004", offline.Error, StringComparison.Ordinal);
        Assert.Contains(" 0 figures,", offline.Output, StringComparison.Ordinal);
        Assert.Empty(site.Asked);

        var online = ToolRun.Run("publish", folder["a.md"], "-o", folder["out"], "--online", "--allow-host", "localhost");
        Assert.Equal((ExitCode.Success, ""), (online.ExitCode, online.Error));
        Assert.Contains(" 2 figures,", online.Output, StringComparison.Ordinal);
    }

    private static Book Read(TemporaryFolder folder, params string[] sources)
    {
        folder.Write("a.md", string.Concat(sources.Select(s => $"![芽]({s})\n\n")));
        return BookReader.Read(folder["a.md"], new ReadingOptions(), new DiagnosticBag())!;
    }
}
