using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Polly.Timeout;

namespace Kanyin.Online;

/// <summary>Fetches the pictures of a book that are on the web. What has been fetched is kept, and not asked for again.</summary>
/// <param name="folder">Where the pictures are kept, each under the hash of its address.</param>
internal sealed class WebPictures(WebSettings settings, string folder, TimeProvider clock)
{
    private const int MostRedirects = 5;

    private readonly ConcurrentDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _troubles = new(StringComparer.Ordinal);
    private long _bytesLeft = settings.LargestPictures;

    /// <summary>The files, by the address as written.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>Hosts side by side, the pictures of one host one after the other.</summary>
    public async Task FetchAsync(Book book, CancellationToken stop)
    {
        var pictures = ImagesOf(book).Select(i => i.Source).Distinct(StringComparer.Ordinal).Select(s => (Source: s, Address: AddressOf(s))).Where(p => p.Address is not null);
        using var client = new PoliteClient(settings, clock);
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.HostsAtOnce, CancellationToken = stop };
        await Parallel.ForEachAsync(pictures.GroupBy(p => p.Address!.Authority, StringComparer.OrdinalIgnoreCase), options, async (host, token) =>
        {
            foreach (var (source, address) in host)
            {
                await FetchAsync(client, source, address!, token).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    /// <summary>A finding for each place that shows a picture which could not be fetched.</summary>
    public IEnumerable<Diagnostic> Findings(Book book) =>
        ImagesOf(book).Where(i => _troubles.ContainsKey(i.Source)).DistinctBy(i => i.At)
            .Select(i => new Diagnostic(WebFindings.Unfetched, i.At, $"{i.Source} {_troubles[i.Source]}.", "Save the picture in the book's folder."));

    private static IEnumerable<Image> ImagesOf(Book book) => book.Chapters.SelectMany(c => c.AllInlines()).OfType<Image>().Where(i => i is { IsRemote: true, Picture: null });

    private static Uri? AddressOf(string source) => Uri.TryCreate(source.StartsWith("//", StringComparison.Ordinal) ? "https:" + source : source, UriKind.Absolute, out var address) ? address : null;

    private async Task FetchAsync(PoliteClient client, string source, Uri address, CancellationToken stop)
    {
        var file = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri))));
        if (File.Exists(file))
        {
            _files[source] = file;
            return;
        }

        if (await TryGetAsync(client, source, address, stop).ConfigureAwait(false) is { } bytes)
        {
            EditionFile.Write(file, stream => stream.Write(bytes));
            _files[source] = file;
        }
    }

    /// <returns>Null when it did not come; why is then told of the source.</returns>
    private async Task<byte[]?> TryGetAsync(PoliteClient client, string source, Uri address, CancellationToken stop)
    {
        try
        {
            return await GetAsync(client, address, stop).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            _troubles[source] = e.InnerException is PrivateAddressException inside ? $"leads into a private network: {inside.Message}"
                : e.StatusCode is { } status ? $"answers {(int)status}"
                : "cannot be reached";
        }
        catch (InvalidDataException e)
        {
            _troubles[source] = e.Message;
        }
        catch (Exception e) when (e is TimeoutRejectedException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            _troubles[source] = "did not come in time";
        }
        catch (IOException)
        {
            _troubles[source] = "breaks off";
        }

        return null;
    }

    private async Task<byte[]> GetAsync(PoliteClient client, Uri address, CancellationToken stop)
    {
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            if (!await client.AllowsAsync(address, stop).ConfigureAwait(false))
            {
                throw new InvalidDataException(PoliteClient.Refusal(address));
            }

            using var response = await client.SendAsync(HttpMethod.Get, address, stop).ConfigureAwait(false);
            if (PoliteClient.Redirect(response, address) is { } next)
            {
                address = next.Scheme is "http" or "https" ? next : throw new InvalidDataException($"redirects to {next.Scheme}:");
                continue;
            }

            response.EnsureSuccessStatusCode();
            return await ReadAsync(response, stop).ConfigureAwait(false);
        }

        throw new InvalidDataException("redirects without end");
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(settings.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        using var body = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        var part = new byte[1 << 16];
        while (await body.ReadAsync(part, either.Token).ConfigureAwait(false) is var length and > 0)
        {
            bytes.Write(part, 0, length);
            if (bytes.Length > settings.LargestPicture)
            {
                throw new InvalidDataException($"is larger than {Counted.Kibibytes(settings.LargestPicture)}");
            }

            if (Interlocked.Add(ref _bytesLeft, -length) < 0)
            {
                throw new InvalidDataException($"was not fetched: the pictures of a book may have {Counted.Kibibytes(settings.LargestPictures)} together");
            }
        }

        return bytes.ToArray();
    }
}
