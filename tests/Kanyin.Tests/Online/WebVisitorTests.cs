using System.Diagnostics;
using System.Net;
using Kanyin.Online;
using Xunit;

namespace Kanyin.Tests.Online;

public sealed class WebVisitorTests
{
    private static readonly WebSettings Quick = new()
    {
        AllowedHosts = ["localhost"],
        Timeout = TimeSpan.FromMilliseconds(1500),
        Retries = 1,
        FirstDelay = TimeSpan.FromMilliseconds(10),
        LongestWait = TimeSpan.FromSeconds(5),
        HostGap = TimeSpan.Zero,
        LargestBody = 1 << 20,
    };

    [Theory]
    [InlineData("/good", "Good")]
    [InlineData("/head-403", "Good")]
    [InlineData("/head-404", "Good")]
    [InlineData("/head-405", "Good")]
    [InlineData("/head-501", "Good")]
    [InlineData("/gone-404", "Broken answers 404")]
    [InlineData("/gone-410", "Broken answers 410")]
    [InlineData("/closed-403", "Unclear answers 403")]
    [InlineData("/broken-500", "Unclear answers 500")]
    [InlineData("/busy-503", "Unclear answers 503")]
    [InlineData("/recovers", "Good")]
    [InlineData("/wait-1", "Good")]
    [InlineData("/wait-day", "Unclear answers 429")]
    [InlineData("/moved-301", "Good → /good")]
    [InlineData("/moved-308", "Good → /good")]
    [InlineData("/moved-302", "Good")]
    [InlineData("/moved-307", "Good")]
    [InlineData("/twice", "Good")]
    [InlineData("/loop", "Broken redirects without end")]
    [InlineData("/hop", "Broken redirects without end")]
    [InlineData("/to-ftp", "Broken redirects to ftp:")]
    [InlineData("/silent", "Unclear did not answer in time")]
    [InlineData("/hangs-up", "Unclear cannot be reached (ResponseEnded)")]
    [InlineData("/no-http", "Unclear cannot be reached (InvalidResponse)")]
    [InlineData("/long-head", "Unclear cannot be reached (ConfigurationLimitExceeded)")]
    [InlineData("/endless", "Good")]
    [InlineData("/endless#x", "Good")]
    [InlineData("/bomb#x", "Good")]
    [InlineData("/stalls#x", "Unclear did not answer in time")]
    [InlineData("/cut#x", "Unclear breaks off (HttpIOException)")]
    [InlineData("/page#here", "Good")]
    [InlineData("/page#%E4%BA%8C", "Good")]
    [InlineData("/page#Three", "Good")]
    [InlineData("/page#nowhere", "MissingFragment is there, but has no place #nowhere")]
    [InlineData("/page#top", "Good")]
    [InlineData("/page#:~:text=x", "Good")]
    [InlineData("/program#nowhere", "Good")]
    [InlineData("/no-programs/x", "NotAsked was not asked: robots.txt of localhost wants no programs there")]
    [InlineData("/to-metadata", "Private leads into a private network: 169.254.169.254 is 169.254.169.254, inside a private network")]
    [InlineData("/to-private", "Private leads into a private network: 127.0.0.1 is 127.0.0.1, inside a private network")]
    public async Task Every_way_to_answer_is_told_for_what_it_is(string path, string expected)
    {
        using var site = new BadSite();
        var clock = Stopwatch.StartNew();

        var answer = await AskAsync(site[path], Quick);

        var moved = answer.MovedTo is { } to ? $" → {new Uri(to).PathAndQuery}" : "";
        Assert.Equal(expected, $"{answer.Outcome} {answer.Why}".TrimEnd() + moved);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_told()
    {
        using var site = new BadSite(isSecure: true);
        Assert.Equal(new WebAnswer(WebOutcome.Broken, "has no valid certificate"), await AskAsync(site["/good"], Quick));
    }

    [Fact]
    public async Task Nothing_in_a_private_network_is_asked_that_was_not_allowed_by_name()
    {
        using var site = new BadSite();
        Assert.Equal(WebOutcome.Private, (await AskAsync(site["/good"], Quick with { AllowedHosts = [] })).Outcome);
        Assert.Equal(WebOutcome.Private, (await AskAsync(site["/good"], Quick with { AllowedHosts = ["127.0.0.1"] })).Outcome);
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task Retry_after_is_waited_for()
    {
        using var site = new BadSite();
        var clock = Stopwatch.StartNew();
        await AskAsync(site["/wait-1"], Quick);

        Assert.True(clock.Elapsed >= TimeSpan.FromMilliseconds(990), $"{clock.Elapsed}");
        Assert.Equal(["HEAD /wait-1", "HEAD /wait-1"], site.Asked);
    }

    [Fact]
    public async Task Between_two_questions_to_a_host_there_is_a_gap()
    {
        using var site = new BadSite();
        using var visitor = new WebVisitor(Quick with { HostGap = TimeSpan.FromMilliseconds(200) }, TimeProvider.System);
        var clock = Stopwatch.StartNew();
        await visitor.AskAsync(site["/good"], TestContext.Current.CancellationToken);
        await visitor.AskAsync(site["/good"], TestContext.Current.CancellationToken);

        // robots.txt once, and two questions.
        Assert.True(clock.Elapsed >= TimeSpan.FromMilliseconds(390), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.8.9.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::10.0.0.1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Only_global_addresses_are_public(string address, bool isPublic) => Assert.Equal(isPublic, Network.IsPublic(IPAddress.Parse(address)));

    private static async Task<WebAnswer> AskAsync(Uri address, WebSettings settings)
    {
        using var visitor = new WebVisitor(settings, TimeProvider.System);
        return await visitor.AskAsync(address, TestContext.Current.CancellationToken);
    }
}
