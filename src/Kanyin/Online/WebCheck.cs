using System.Collections.Concurrent;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Online;

/// <summary>Looks up the addresses of a book on the web.</summary>
/// <param name="cache">Where answers are kept between runs.</param>
internal sealed class WebCheck(WebSettings settings, AnswerCache cache, TimeProvider clock)
{
    /// <param name="mayAsk">False to go by the answers that are kept, whatever their age, and never touch the network.</param>
    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(Book book, bool mayAsk, CancellationToken stop)
    {
        var links = book.Chapters.SelectMany(c => c.AllInlines()).OfType<Link>().DistinctBy(l => l.At)
            .Select(l => (Link: l, Address: AddressOf(l))).Where(l => l.Address is not null).ToLookup(l => l.Address!.AbsoluteUri, l => (l.Link, Address: l.Address!));
        var answers = new ConcurrentDictionary<string, WebAnswer>(StringComparer.Ordinal);
        foreach (var address in links.Select(l => l.Key))
        {
            if (cache.Find(address, mayAsk ? clock.GetUtcNow() - settings.GoodFor : null) is { } known)
            {
                answers[address] = known;
            }
        }

        if (mayAsk)
        {
            await AskAsync([.. links.Where(l => !answers.ContainsKey(l.Key)).Select(l => l.First().Address)], answers, stop).ConfigureAwait(false);
            cache.Write(links.Select(l => l.Key).ToHashSet(StringComparer.Ordinal));
        }

        return [.. links.Where(l => answers.ContainsKey(l.Key)).SelectMany(l => l.Select(x => Finding(x.Link, answers[l.Key]))).OfType<Diagnostic>()];
    }

    /// <summary>Hosts side by side, the addresses of one host one after the other.</summary>
    private async Task AskAsync(IReadOnlyList<Uri> addresses, ConcurrentDictionary<string, WebAnswer> answers, CancellationToken stop)
    {
        using var visitor = new WebVisitor(settings, clock);
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.HostsAtOnce, CancellationToken = stop };
        await Parallel.ForEachAsync(addresses.GroupBy(a => a.Authority, StringComparer.OrdinalIgnoreCase), options, async (host, token) =>
        {
            foreach (var address in host)
            {
                answers[address.AbsoluteUri] = await visitor.AskAsync(address, token).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        foreach (var address in addresses)
        {
            cache.Add(address.AbsoluteUri, clock.GetUtcNow(), answers[address.AbsoluteUri]);
        }
    }

    private static Uri? AddressOf(Link link) =>
        link.Target is ExternalTarget { Address: var address }
        && Uri.TryCreate(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" ? uri : null;

    private static Diagnostic? Finding(Link link, WebAnswer answer)
    {
        var address = ((ExternalTarget)link.Target).Address;
        return answer.Outcome switch
        {
            WebOutcome.Good when answer.MovedTo is { } now => new Diagnostic(WebFindings.Moved, link.At, $"{address} has moved to {now}.", "Write the new address."),
            WebOutcome.Good => null,
            WebOutcome.Broken => new Diagnostic(WebFindings.Broken, link.At, $"{address} {answer.Why}.", "Find where the page is now, or an archived copy."),
            WebOutcome.MissingFragment => new Diagnostic(WebFindings.MissingFragment, link.At, $"{address} {answer.Why}.", "Look up the place's name in the page, or link to the page alone."),
            WebOutcome.Unclear => new Diagnostic(WebFindings.Unclear, link.At, $"{address} {answer.Why}.", "Open it once by hand."),
            WebOutcome.Private => new Diagnostic(WebFindings.Private, link.At, $"{address} {answer.Why}.", "Readers cannot open it; allow the host by name to have it asked."),
            WebOutcome.NotAsked => new Diagnostic(WebFindings.NotAsked, link.At, $"{address} {answer.Why}."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
