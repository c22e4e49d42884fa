using System.Net;
using Polly.Timeout;

namespace Kanyin.Online;

/// <summary>Asks the web for addresses: HEAD, then GET where HEAD gives no good answer or the page itself is needed.</summary>
internal sealed class WebVisitor(WebSettings settings, TimeProvider clock) : IDisposable
{
    private const int MostRedirects = 10;

    private readonly PoliteClient _client = new(settings, clock);

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

            if (!await _client.AllowsAsync(at, stop).ConfigureAwait(false))
            {
                return new WebAnswer(WebOutcome.NotAsked, PoliteClient.Refusal(at));
            }

            using var response = await FetchAsync(at, address.Fragment.Length > 1, stop).ConfigureAwait(false);
            if (PoliteClient.Redirect(response, at) is not { } next)
            {
                var answer = await JudgeAsync(response, address.Fragment, stop).ConfigureAwait(false);
                return answer.Outcome == WebOutcome.Good && seen.Count > 1 && isPermanent ? answer with { MovedTo = at + address.Fragment } : answer;
            }

            isPermanent &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            at = next;
            if (at.Scheme is not ("http" or "https"))
            {
                return new WebAnswer(WebOutcome.Broken, $"redirects to {at.Scheme}:");
            }
        }
    }

    private async Task<HttpResponseMessage> FetchAsync(Uri address, bool needsPage, CancellationToken stop)
    {
        if (!needsPage)
        {
            var head = await _client.SendAsync(HttpMethod.Head, address, stop).ConfigureAwait(false);
            if ((int)head.StatusCode is < 400)
            {
                return head;
            }

            // Many servers do not know HEAD, or take it for a robot's.
            head.Dispose();
        }

        return await _client.SendAsync(HttpMethod.Get, address, stop).ConfigureAwait(false);
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

        var (page, isWhole) = await _client.ReadTextAsync(response, settings.LargestBody, stop).ConfigureAwait(false);
        return Fragments.Has(page, fragment[1..]) is false && isWhole
            ? new WebAnswer(WebOutcome.MissingFragment, $"is there, but has no place {Uri.UnescapeDataString(fragment)}")
            : WebAnswer.Good;
    }
}
