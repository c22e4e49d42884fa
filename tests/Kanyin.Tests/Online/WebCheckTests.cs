using Kanyin.Books.Diagnostics;
using Kanyin.Online;
using Kanyin.Tests.Publishing;
using Kanyin.Tests.Reading;
using Xunit;

namespace Kanyin.Tests.Online;

public sealed class WebCheckTests
{
    private static readonly WebSettings Quick = new() { AllowedHosts = ["localhost"], FirstDelay = TimeSpan.FromMilliseconds(10), HostGap = TimeSpan.Zero };

    [Fact]
    public async Task Every_link_to_a_bad_address_is_told_and_each_address_asked_once()
    {
        using var site = new BadSite();
        using var folder = new TemporaryFolder();
        var text = $"# 甲\n\n[一]({site["/gone-404"]})、[二]({site["/gone-404"]})、[三]({site["/moved-301"]})、[四]({site["/page#x"]})、[五]({site["/good"]})、<mailto:a@b.cn>\n";

        var findings = await CheckAsync(text, folder["answers"], true, TimeProvider.System);

        Assert.Equal(["WEB001", "WEB001", "WEB002", "WEB003"], findings.OrderBy(f => f.At.Start).Select(f => f.Kind.Id));
        Assert.Contains($"has moved to {site["/good"]}.", findings.Single(f => f.Kind == WebFindings.Moved).Message, StringComparison.Ordinal);
        Assert.Single(site.Asked, "HEAD /gone-404");
    }

    [Fact]
    public async Task Good_answers_are_kept_a_week_and_bad_ones_asked_again()
    {
        using var site = new BadSite();
        using var folder = new TemporaryFolder();
        var text = $"# 甲\n\n[一]({site["/good"]})、[二]({site["/gone-404"]})\n";
        await CheckAsync(text, folder["answers"], true, TimeProvider.System);
        await CheckAsync(text, folder["answers"], true, new Later(TimeSpan.FromDays(6)));
        Assert.Single(site.Asked, "HEAD /good");
        Assert.Equal(2, site.Asked.Count(a => a == "HEAD /gone-404"));

        await CheckAsync(text, folder["answers"], true, new Later(TimeSpan.FromDays(8)));
        Assert.Equal(2, site.Asked.Count(a => a == "HEAD /good"));
    }

    [Fact]
    public async Task Offline_goes_by_the_kept_answers_and_asks_nothing()
    {
        using var site = new BadSite();
        using var folder = new TemporaryFolder();
        var text = $"# 甲\n\n[一]({site["/gone-404"]})\n";
        Assert.Empty(await CheckAsync(text, folder["answers"], false, TimeProvider.System));
        Assert.Empty(site.Asked);
        await CheckAsync(text, folder["answers"], true, TimeProvider.System);
        var asked = site.Asked.Count;

        Assert.Equal("WEB001", Assert.Single(await CheckAsync(text, folder["answers"], false, new Later(TimeSpan.FromDays(99)))).Kind.Id);
        Assert.Equal(asked, site.Asked.Count);
    }

    [Fact]
    public void The_tool_asks_only_when_told_to()
    {
        using var site = new BadSite();
        using var folder = new TemporaryFolder();
        folder.Write("书/book.yml", "title: 书\nallow:\n  - rule: WEB001\n    text: 旧\n    reason: 存照\n");
        folder.Write("书/a.md", $"# 甲\n\n[一]({site["/gone-404"]})\n\n旧的[二]({site["/gone-404"]})\n");
        string[] check = ["check", folder["书"], "--answers", folder["answers"]];
        Assert.Equal("0 errors, 0 warnings\n", ToolRun.Run(check).Output);
        Assert.Equal("0 errors, 0 warnings\n", ToolRun.Run([.. check, "--online", "--offline"]).Output);
        Assert.Empty(site.Asked);

        Assert.StartsWith("a.md:3:1: warning WEB005: ", ToolRun.Run([.. check, "--online"]).Output, StringComparison.Ordinal);
        Assert.Empty(site.Asked);
        Assert.EndsWith("0 errors, 1 warning\n", ToolRun.Run([.. check, "--online", "--allow-host", "localhost"]).Output, StringComparison.Ordinal);
        Assert.NotEmpty(site.Asked);
    }

    private static Task<IReadOnlyList<Diagnostic>> CheckAsync(string text, string answers, bool mayAsk, TimeProvider clock)
    {
        using var book = new TempBook().Add("a.md", text);
        return new WebCheck(Quick, new AnswerCache(answers), clock).CheckAsync(book.Read(), mayAsk, TestContext.Current.CancellationToken);
    }

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
