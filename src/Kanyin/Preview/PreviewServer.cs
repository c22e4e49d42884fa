using System.Globalization;
using System.Net;
using System.Text;

namespace Kanyin.Preview;

/// <summary>Serves a session to browsers on this machine, over HTTP: the page, its state, pictures of pages, the EPUB's files. All of it is in memory; no path of a request is ever a path of the disk.</summary>
internal sealed class PreviewServer : IDisposable
{
    private const int LeastWidth = 64, MostWidth = 3200;

    private const string PagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // A book may say what it likes: nothing in it runs, and nothing is fetched from elsewhere.
    private const string BookPolicy = "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; frame-ancestors 'self'; sandbox allow-same-origin";

    /// <summary>What readers put around the text, and so the book does not.</summary>
    private static ReadOnlySpan<byte> ReaderMargins => "\nhtml { padding: 1rem 1.5rem; }\n"u8;

    private readonly HttpListener _listener;
    private readonly PreviewSession _session;
    private readonly RequestGuard _guard;

    private PreviewServer(HttpListener listener, PreviewSession session, string authority)
    {
        (_listener, _session, _guard) = (listener, session, new RequestGuard(authority));
        Address = $"http://{authority}/{_guard.Secret}/";
    }

    /// <summary>What to open in a browser.</summary>
    public string Address { get; }

    /// <summary>Listens on the first free port from the first to the last.</summary>
    public static PreviewServer Start(PreviewSession session, int first, int last)
    {
        for (var port = first; ; port++)
        {
            var authority = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
            var listener = new HttpListener { IgnoreWriteExceptions = true };
            listener.Prefixes.Add($"http://{authority}/");
            try
            {
                listener.Start();
                return new PreviewServer(listener, session, authority);
            }
            catch (HttpListenerException e)
            {
                ((IDisposable)listener).Dispose();
                if (port == last)
                {
                    throw new IOException($"Cannot listen on {authority}: {e.Message}", e);
                }
            }
        }
    }

    public async Task ServeAsync(CancellationToken stop)
    {
        while (true)
        {
            var context = await _listener.GetContextAsync().WaitAsync(stop).ConfigureAwait(false);
            _ = Task.Run(() => AnswerAsync(context, stop), stop);
        }
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task AnswerAsync(HttpListenerContext context, CancellationToken stop)
    {
        var (request, response) = (context.Request, context.Response);
        try
        {
            // The path as it was sent: the listener would resolve what is dotted in it.
            var path = (request.RawUrl ?? "").Split('?', 2)[0];
            SetHeaders(response);
            if (_guard.Refusal(request.HttpMethod, path, request.Headers) is var refusal and not 0)
            {
                response.StatusCode = refusal;
            }
            else if (Uri.UnescapeDataString(path[(_guard.Secret.Length + 2)..]) is "events")
            {
                await SendEventsAsync(response, stop).ConfigureAwait(false);
            }
            else
            {
                Send(Uri.UnescapeDataString(path[(_guard.Secret.Length + 2)..]), request.HttpMethod == "HEAD", response);
            }
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The browser went away, or we do.
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            response.StatusCode = 500; // a page that cannot be drawn is no reason to end
        }
        finally
        {
            Close(response);
        }
    }

    private void Send(string path, bool isHead, HttpListenerResponse response)
    {
        if (Find(path) is not var (type, data, policy, isLasting))
        {
            response.StatusCode = 404;
            return;
        }

        response.ContentType = type;
        response.Headers["Content-Security-Policy"] = policy;
        if (isLasting)
        {
            response.Headers["Cache-Control"] = "private, max-age=86400, immutable";
        }

        response.ContentLength64 = data.Length;
        if (!isHead)
        {
            response.OutputStream.Write(data);
        }
    }

    private (string Type, byte[] Data, string Policy, bool IsLasting)? Find(string path)
    {
        switch (path.Split('/', 2))
        {
            case [""]:
                return ("text/html; charset=utf-8", Asset("preview.html"), PagePolicy, false);
            case ["preview.css"]:
                return ("text/css; charset=utf-8", Asset(path), PagePolicy, false);
            case ["preview.js"]:
                return ("text/javascript; charset=utf-8", Asset(path), PagePolicy, false);
            case ["state"]:
                return ("application/json; charset=utf-8", StateJson.Write(_session.State), PagePolicy, false);
            case ["pages", var picture] when Picture(picture) is { } png:
                return ("image/png", png, PagePolicy, true);
            case ["epub", var name] when _session.State.Epub.Files.TryGetValue(name, out var file):
                return (file.MediaType, file.MediaType == "text/css" ? [.. file.Data, .. ReaderMargins] : file.Data, BookPolicy, false);
            default:
                return null;
        }
    }

    /// <param name="name">HASH/WIDTH.png</param>
    private byte[]? Picture(string name) =>
        name.Split('/') is [var hash, var file] && file.EndsWith(".png", StringComparison.Ordinal)
        && int.TryParse(file[..^4], NumberStyles.None, CultureInfo.InvariantCulture, out var width)
        && width is >= LeastWidth and <= MostWidth
            ? _session.Picture(hash, width)
            : null;

    /// <summary>Says the version of each state as it comes (HTML, server-sent events), for as long as someone listens.</summary>
    private async Task SendEventsAsync(HttpListenerResponse response, CancellationToken stop)
    {
        response.ContentType = "text/event-stream";
        response.SendChunked = true;
        for (var version = -1; ;)
        {
            version = (await _session.NextAsync(version, stop).ConfigureAwait(false)).Version;
            await response.OutputStream.WriteAsync(Encoding.ASCII.GetBytes($"data: {version}\n\n"), stop).ConfigureAwait(false);
            await response.OutputStream.FlushAsync(stop).ConfigureAwait(false);
        }
    }

    private static void SetHeaders(HttpListenerResponse response)
    {
        response.Headers["Cache-Control"] = "no-store";
        response.Headers["X-Content-Type-Options"] = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private static byte[] Asset(string name)
    {
        using var stream = typeof(PreviewServer).Assembly.GetManifestResourceStream("preview/" + name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void Close(HttpListenerResponse response)
    {
        try
        {
            response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException or InvalidOperationException)
        {
            // Nobody is there to be told.
        }
    }
}
