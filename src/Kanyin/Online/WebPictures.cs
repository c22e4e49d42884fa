using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Online;

/// <summary>Fetches the pictures of a book that are on the web. What has been fetched is kept, and not asked for again.</summary>
/// <param name="folder">Where the pictures are kept, each under the hash of its address.</param>
internal sealed class WebPictures(WebSettings settings, string folder)
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
        using var client = Network.Client(settings.AllowedHosts);
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

    private static IEnumerable<Image> ImagesOf(Book book) => book.Chapters.SelectMany(c => c.AllInlines()).OfType<Image>().Where(i => i.IsRemote);

    private static Uri? AddressOf(string source) => Uri.TryCreate(source.StartsWith("//", StringComparison.Ordinal) ? "https:" + source : source, UriKind.Absolute, out var address) ? address : null;

    private async Task FetchAsync(HttpClient client, string source, Uri address, CancellationToken stop)
    {
        var file = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri))));
        if (File.Exists(file))
        {
            _files[source] = file;
            return;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(settings.Timeout);
        try
        {
            var bytes = await GetAsync(client, address, late.Token).ConfigureAwait(false);
            EditionFile.Write(file, stream => stream.Write(bytes));
            _files[source] = file;
        }
        catch (HttpRequestException e)
        {
            _troubles[source] = e.InnerException is PrivateAddressException inside ? $"leads into a private network: {inside.Message}"
                : e.StatusCode is { } status ? $"answers {(int)status}"
                : "cannot be reached";
        }
        catch (Exception e) when (e is InvalidDataException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            _troubles[source] = e is InvalidDataException ? e.Message : "did not come in time";
        }
        catch (HttpIOException)
        {
            _troubles[source] = "breaks off";
        }
    }

    private async Task<byte[]> GetAsync(HttpClient client, Uri address, CancellationToken stop)
    {
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
            {
                address = new Uri(address, location);
                if (address.Scheme is not ("http" or "https"))
                {
                    throw new InvalidDataException($"redirects to {address.Scheme}:");
                }

                continue;
            }

            response.EnsureSuccessStatusCode();
            return await ReadAsync(response, stop).ConfigureAwait(false);
        }

        throw new InvalidDataException("redirects without end");
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken stop)
    {
        using var body = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        var part = new byte[1 << 16];
        while (await body.ReadAsync(part, stop).ConfigureAwait(false) is var length and > 0)
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
