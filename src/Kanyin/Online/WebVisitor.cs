using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Kanyin.Online;

/// <summary>Asks the web for addresses: HEAD, then GET where HEAD gives no good answer or the page itself is needed.</summary>
internal sealed class WebVisitor : IDisposable
{
    private const int MostRedirects = 10;

    private readonly WebSettings _settings;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<HttpResponseMessage> _patience;
    private readonly ConcurrentDictionary<string, HostQueue> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Lazy<Task<Robots>>> _robots = new(StringComparer.OrdinalIgnoreCase);

    public WebVisitor(WebSettings settings, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        _client = Network.Client(settings.AllowedHosts);
        _patience = Patience(settings, clock);
    }

    public void Dispose() => _client.Dispose();

    /// <param name="address">Absolute, http or https; the fragment is looked up in the page.</param>
    public async Task<WebAnswer> AskAsync(Uri address, CancellationToken stop)
    {
        try
        {
            return await FollowAsync(address, stop).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (e.InnerException is PrivateAddressException { Message: var message })
        {
            return new WebAnswer(WebOutcome.Private, $"leads into a private network: {message}");
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => new WebAnswer(WebOutcome.Broken, "names a host that does not exist"),
                HttpRequestError.SecureConnectionError => new WebAnswer(WebOutcome.Broken, "has no valid certificate"),
                _ => new WebAnswer(WebOutcome.Unclear, $"cannot be reached ({Word(e)})"),
            };
        }
        catch (Exception e) when (e is TimeoutRejectedException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return new WebAnswer(WebOutcome.Unclear, e is IOException ? $"breaks off ({Word(e)})" : "did not answer in time");
        }
    }

    private static string Word(Exception e) => e is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var error } ? error.ToString() : (e.InnerException ?? e).GetType().Name;

    private async Task<WebAnswer> FollowAsync(Uri address, CancellationToken stop)
    {
        var seen = new HashSet<Uri>();
        var (at, isPermanent) = (address, true);
        while (true)
        {
            if (!seen.Add(at) || seen.Count > MostRedirects)
            {
                return new WebAnswer(WebOutcome.Broken, "redirects without end");
            }

            if (!(await RobotsAsync(at, stop).ConfigureAwait(false)).Allows(at.PathAndQuery))
            {
                return new WebAnswer(WebOutcome.NotAsked, $"was not asked: robots.txt of {at.Host} wants no programs there");
            }

            using var response = await FetchAsync(at, address.Fragment.Length > 1, stop).ConfigureAwait(false);
            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
                || response.Headers.Location is not { } location)
            {
                var answer = await JudgeAsync(response, address.Fragment, stop).ConfigureAwait(false);
                return answer.Outcome == WebOutcome.Good && seen.Count > 1 && isPermanent ? answer with { MovedTo = at + address.Fragment } : answer;
            }

            isPermanent &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            at = WithoutFragment(new Uri(at, location));
            if (at.Scheme is not ("http" or "https"))
            {
                return new WebAnswer(WebOutcome.Broken, $"redirects to {at.Scheme}:");
            }
        }
    }

    private static Uri WithoutFragment(Uri address) => address.Fragment.Length == 0 ? address : new Uri(address.GetLeftPart(UriPartial.Query));

    private async Task<HttpResponseMessage> FetchAsync(Uri address, bool needsPage, CancellationToken stop)
    {
        if (!needsPage)
        {
            var head = await SendAsync(HttpMethod.Head, address, stop).ConfigureAwait(false);
            if ((int)head.StatusCode is < 400)
            {
                return head;
            }

            // Many servers do not know HEAD, or take it for a robot's.
            head.Dispose();
        }

        return await SendAsync(HttpMethod.Get, address, stop).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, CancellationToken stop)
    {
        var host = _hosts.GetOrAdd(address.Authority, _ => new HostQueue(_settings.HostGap, _clock));
        return await _patience.ExecuteAsync(
            async token =>
            {
                await host.WaitAsync(token).ConfigureAwait(false);
                using var request = new HttpRequestMessage(method, WithoutFragment(address));
                return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
            },
            stop).ConfigureAwait(false);
    }

    private async Task<WebAnswer> JudgeAsync(HttpResponseMessage response, string fragment, CancellationToken stop)
    {
        var status = $"answers {(int)response.StatusCode}";
        switch ((int)response.StatusCode)
        {
            case >= 200 and < 300:
                break;
            case 401 or 402 or 403 or 405 or 406 or 407 or 408 or 425 or 429 or 451 or >= 500 or < 200:
                return new WebAnswer(WebOutcome.Unclear, status);
            default:
                return new WebAnswer(WebOutcome.Broken, status);
        }

        var isHtml = response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml";
        if (fragment.Length <= 1 || !isHtml)
        {
            return WebAnswer.Good;
        }

        var (page, isWhole) = await ReadAsync(response, _settings.LargestBody, stop).ConfigureAwait(false);
        return Fragments.Has(page, fragment[1..]) is false && isWhole
            ? new WebAnswer(WebOutcome.MissingFragment, $"is there, but has no place {Uri.UnescapeDataString(fragment)}")
            : WebAnswer.Good;
    }

    /// <summary>At most so many bytes, and no longer than the timeout: some bodies never end.</summary>
    private async Task<(string Text, bool IsWhole)> ReadAsync(HttpResponseMessage response, int most, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(_settings.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        using var body = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
        var bytes = new byte[most];
        var length = await body.ReadAtLeastAsync(bytes, most, throwOnEndOfStream: false, either.Token).ConfigureAwait(false);
        return (Encoding.UTF8.GetString(bytes, 0, length), length < most);
    }

    private async Task<Robots> RobotsAsync(Uri address, CancellationToken stop)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        return await _robots.GetOrAdd(origin, o => new Lazy<Task<Robots>>(() => ReadRobotsAsync(new Uri(o + "/robots.txt"), stop))).Value.ConfigureAwait(false);
    }

    /// <summary>RFC 9309 2.3.1: none means everything is allowed, trouble on the server that nothing is; redirects are followed five times.</summary>
    private async Task<Robots> ReadRobotsAsync(Uri address, CancellationToken stop)
    {
        for (var hops = 0; hops <= 5; hops++)
        {
            using var response = await SendAsync(HttpMethod.Get, address, stop).ConfigureAwait(false);
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location && new Uri(address, location) is { Scheme: "http" or "https" } next)
            {
                address = next;
                continue;
            }

            return (int)response.StatusCode switch
            {
                >= 200 and < 300 => Robots.Parse((await ReadAsync(response, Robots.LargestFile, stop).ConfigureAwait(false)).Text, Network.Agent),
                >= 500 => Robots.DisallowAll,
                _ => Robots.AllowAll,
            };
        }

        return Robots.AllowAll;
    }

    private static ResiliencePipeline<HttpResponseMessage> Patience(WebSettings settings, TimeProvider clock) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = settings.Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = settings.FirstDelay,
                ShouldHandle = args => ValueTask.FromResult(MayPass(args.Outcome, settings, clock)),
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result is { } response ? AskedWait(response, clock) : null),
                OnRetry = args =>
                {
                    args.Outcome.Result?.Dispose();
                    return default;
                },
            })
            .AddTimeout(settings.Timeout)
            .Build();

    private static bool MayPass(Outcome<HttpResponseMessage> outcome, WebSettings settings, TimeProvider clock) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } or HttpRequestException { InnerException: PrivateAddressException } } => false,
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        { Result: { } response } => (int)response.StatusCode is 408 or 425 or 429 or >= 500 && (AskedWait(response, clock) ?? default) <= settings.LongestWait,
        _ => false,
    };

    /// <summary>Retry-After (RFC 9110 10.2.3): seconds, or a date.</summary>
    private static TimeSpan? AskedWait(HttpResponseMessage response, TimeProvider clock) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };
}
