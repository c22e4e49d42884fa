using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Kanyin.Online;

/// <summary>Asks the web as a guest does: no host twice at once, with patience, and only what robots.txt lets programs fetch.</summary>
/// <remarks>Where no answer comes, it throws <see cref="HttpRequestException"/>, <see cref="TimeoutRejectedException"/> or <see cref="IOException"/>.</remarks>
internal sealed class PoliteClient(WebSettings settings, TimeProvider clock) : IDisposable
{
    private readonly HttpClient _client = Network.Client(settings.AllowedHosts);
    private readonly ResiliencePipeline<HttpResponseMessage> _patience = Patience(settings, clock);
    private readonly ConcurrentDictionary<string, HostQueue> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Lazy<Task<Robots>>> _robots = new(StringComparer.OrdinalIgnoreCase);

    public void Dispose() => _client.Dispose();

    /// <summary>The rest of a sentence about an address that is not allowed.</summary>
    public static string Refusal(Uri address) => $"was not asked: robots.txt of {address.Host} wants no programs there";

    /// <summary>Where an answer sends us on to, by whatever scheme; null where it is the answer itself.</summary>
    public static Uri? Redirect(HttpResponseMessage response, Uri from) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && Uri.TryCreate(from, response.Headers.Location, out var to) ? WithoutFragment(to) : null;

    /// <param name="stop">Ends the whole run: the file is read once for all who ask, and must not end with one of them.</param>
    public async Task<bool> AllowsAsync(Uri address, CancellationToken stop)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        var robots = await _robots.GetOrAdd(origin, o => new Lazy<Task<Robots>>(() => ReadRobotsAsync(new Uri(o + "/robots.txt"), stop))).Value.ConfigureAwait(false);
        return robots.Allows(address.PathAndQuery);
    }

    /// <returns>The head of the answer; the body is still to come.</returns>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, CancellationToken stop)
    {
        var host = _hosts.GetOrAdd(address.Authority, _ => new HostQueue(settings.HostGap, clock));
        return await _patience.ExecuteAsync(
            async token =>
            {
                await host.WaitAsync(token).ConfigureAwait(false);
                using var request = new HttpRequestMessage(method, WithoutFragment(address));
                return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
            },
            stop).ConfigureAwait(false);
    }

    /// <summary>At most so many bytes, and no longer than the timeout: some bodies never end.</summary>
    public async Task<(string Text, bool IsWhole)> ReadTextAsync(HttpResponseMessage response, int most, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(settings.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        using var body = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
        var bytes = new byte[most];
        var length = await body.ReadAtLeastAsync(bytes, most, throwOnEndOfStream: false, either.Token).ConfigureAwait(false);
        return (Encoding.UTF8.GetString(bytes, 0, length), length < most);
    }

    private static Uri WithoutFragment(Uri address) => address.Fragment.Length == 0 ? address : new Uri(address.GetLeftPart(UriPartial.Query));

    /// <summary>RFC 9309 2.3.1: none means everything is allowed, trouble on the server that nothing is; redirects are followed five times.</summary>
    private async Task<Robots> ReadRobotsAsync(Uri address, CancellationToken stop)
    {
        for (var hops = 0; hops <= 5; hops++)
        {
            using var response = await SendAsync(HttpMethod.Get, address, stop).ConfigureAwait(false);
            if (Redirect(response, address) is { Scheme: "http" or "https" } next)
            {
                address = next;
                continue;
            }

            return (int)response.StatusCode switch
            {
                >= 200 and < 300 => Robots.Parse((await ReadTextAsync(response, Robots.LargestFile, stop).ConfigureAwait(false)).Text, Network.Agent),
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
