using System.Net;
using System.Text.Json;
using Kanyin.Editions.Pictures;
using Kanyin.Preview;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.Preview;

public sealed class PreviewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly PreviewSession _session;
    private readonly PreviewServer _server;
    private readonly HttpClient _browser;
    private readonly Task _work;

    public PreviewTests()
    {
        for (var i = 1; i <= 3; i++)
        {
            Save(i, "正文。");
        }

        _session = new PreviewSession(_folder["书"], null, TimeProvider.System);
        _server = PreviewServer.Start(_session, 20000 + (Environment.ProcessId % 20000), 60000);
        _browser = new HttpClient { BaseAddress = new Uri(_server.Address) };
        _work = Task.WhenAll(_server.ServeAsync(_stop.Token), _session.WatchAsync(_stop.Token));
    }

    [Fact]
    public async Task A_save_changes_the_pages_of_its_chapter_and_no_others()
    {
        var before = await UntilAsync(s => s.Epub.Documents.Length > 0);
        Save(2, "又改了。");
        var after = await UntilAsync(s => s.Version > before.Version && s.Pages.Length == before.Pages.Length);
        var changed = before.Pages.Zip(after.Pages).Where(p => p.First.Hash != p.Second.Hash).Select(p => p.Second.Page.Label);
        Assert.Equal(["3"], changed);
    }

    [Fact]
    public async Task A_page_is_a_picture_of_the_width_that_is_asked_for()
    {
        var state = await UntilAsync(s => s.Pages.Length > 0);
        var png = await _browser.GetByteArrayAsync($"pages/{state.Pages[^1].Hash}/640.png", _stop.Token);
        var raster = Raster.Decode(png)!;
        Assert.Equal(640, raster.Width);
        Assert.Equal((int)(640 * state.Pages[^1].Page.Height / state.Pages[^1].Page.Width), raster.Height);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync($"pages/{state.Pages[^1].Hash}/99999.png", _stop.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync("pages/0123/640.png", _stop.Token)).StatusCode);
    }

    [Fact]
    public async Task Every_document_of_the_EPUB_and_every_printed_page_can_be_opened()
    {
        await UntilAsync(s => s.Epub.Documents.Length > 0);
        var state = JsonDocument.Parse(await _browser.GetByteArrayAsync("state", _stop.Token)).RootElement;
        foreach (var path in state.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("path").GetString()).Concat(state.GetProperty("pages").EnumerateArray().Select(p => p.GetProperty("epub").GetString()?.Split('#')[0]).OfType<string>()))
        {
            using var answer = await _browser.GetAsync("epub/" + path, _stop.Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("sandbox", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }

        Assert.Contains(state.GetProperty("pages").EnumerateArray(), p => p.GetProperty("epub").GetString() == "text/chapter-002.xhtml#page-3");
    }

    [Fact]
    public async Task A_finding_comes_with_its_line_and_the_page_where_it_is_printed()
    {
        await UntilAsync(s => s.Pages.Length > 0);
        Save(3, "见[没有的](nowhere.md)。");
        var state = await UntilAsync(s => s.Findings.Any(f => f.Finding.Kind.Id == "LINK001"));
        var finding = state.Findings.First(f => f.Finding.Kind.Id == "LINK001");
        Assert.Equal("5", state.Pages[finding.Page!.Value].Page.Label);
        Assert.Equal("见[没有的](nowhere.md)。", finding.Lines[finding.Finding.At.Line - finding.FirstLine]);
    }

    [Fact]
    public async Task A_folder_that_vanishes_leaves_what_was_seen_and_says_so()
    {
        var before = await UntilAsync(s => s.Pages.Length > 0);
        Directory.Move(_folder["书"], _folder["别处"]);
        var without = await UntilAsync(s => s.Error is not null);
        Assert.Equal(before.Pages.Length, without.Pages.Length);
        Directory.Move(_folder["别处"], _folder["书"]);
        await UntilAsync(s => s.Error is null && s.Version > without.Version);
    }

    [Fact]
    public async Task Events_tell_the_version_of_each_state()
    {
        await UntilAsync(s => s.Epub.Documents.Length > 0);
        using var events = new StreamReader(await _browser.GetStreamAsync("events", _stop.Token));
        Assert.Equal($"data: {_session.State.Version}", await events.ReadLineAsync(_stop.Token));
        await events.ReadLineAsync(_stop.Token);
        Save(1, "改了。");
        Assert.StartsWith("data: ", await events.ReadLineAsync(_stop.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_origin_and_the_address_without_its_secret_are_refused()
    {
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "state");
        foreign.Headers.Add("Origin", "http://kanyin.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await _browser.SendAsync(foreign, _stop.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync("/state", _stop.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync("epub/%2e%2e/%2e%2e/ch01.md", _stop.Token)).StatusCode);
    }

    [Fact]
    public void Other_machines_cannot_even_connect()
    {
        var port = new Uri(_server.Address).Port;
        var listening = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => end.Port == port).ToArray();
        Assert.NotEmpty(listening);
        Assert.All(listening, end => Assert.True(IPAddress.IsLoopback(end.Address), $"{end}"));
    }

    [Fact]
    public void A_port_that_is_taken_is_said_so()
    {
        var port = new Uri(_server.Address).Port;
        var failure = Assert.Throws<IOException>(() => PreviewServer.Start(_session, port, port));
        Assert.Contains($"127.0.0.1:{port}", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _stop.Cancel();
        try
        {
            _work.Wait(TimeSpan.FromSeconds(10));
        }
        catch (AggregateException)
        {
            // Cancelled.
        }

        _server.Dispose();
        _session.Dispose();
        _browser.Dispose();
        _stop.Dispose();
        _folder.Dispose();
    }

    private void Save(int number, string text) => _folder.Write($"书/ch{number:D2}.md", $"# 第 {number} 章\n\n{text}\n");

    private async Task<PreviewState> UntilAsync(Func<PreviewState, bool> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var state = _session.State;
        while (!holds(state))
        {
            state = await _session.NextAsync(state.Version, patience.Token);
        }

        return state;
    }
}
