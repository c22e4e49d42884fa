using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Kanyin.Tests.Online;

/// <summary>A server on this machine that misbehaves in whatever way its paths say. It knows no HTTP but what the tests need.</summary>
internal sealed class BadSite : IDisposable
{
    private const string Html = "Content-Type: text/html\r\n";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly X509Certificate2? _certificate;
    private readonly string _robots;

    /// <param name="robots">The path whose answer robots.txt gives.</param>
    public BadSite(bool isSecure = false, string robots = "/robots.txt")
    {
        _robots = robots;
        _certificate = isSecure ? OtherNamesCertificate() : null;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What was asked, as “GET /path”, without robots.txt.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public int RobotsAsked => _counts.GetValueOrDefault("/robots.txt");

    public Uri this[string path] => new($"{(_certificate is null ? "http" : "https")}://localhost:{Port}{path}");

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
        _certificate?.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            Stream stream = client.GetStream();
            if (_certificate is not null)
            {
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(_certificate);
                stream = secure;
            }

            using var reader = new StreamReader(stream, leaveOpen: true);
            var first = (await reader.ReadLineAsync(_stop.Token) ?? "").Split(' ');
            while (!string.IsNullOrEmpty(await reader.ReadLineAsync(_stop.Token)))
            {
            }

            var (method, path) = (first[0], first.ElementAtOrDefault(1) ?? "");
            if (path != "/robots.txt")
            {
                Asked.Enqueue($"{method} {path}");
            }

            await AnswerAsync(stream, method, path == "/robots.txt" ? _robots : path, _counts.AddOrUpdate(path, 1, (_, n) => n + 1));
        }
    }

    private Task AnswerAsync(Stream to, string method, string path, int time) => path switch
    {
        "/robots.txt" => SayAsync(to, "200 OK", "", "User-agent: *\nDisallow: /no-programs\n"),
        "/good" => SayAsync(to, "200 OK", Html, method == "HEAD" ? "" : "<h1>good</h1>"),
        "/head-403" or "/head-404" or "/head-405" or "/head-501" when method == "HEAD" => SayAsync(to, path[6..] + " No", ""),
        "/gone-404" or "/gone-410" or "/closed-403" or "/broken-500" or "/busy-503" => SayAsync(to, path[^3..] + " No", ""),
        "/moved-301" or "/moved-302" or "/moved-307" or "/moved-308" => SayAsync(to, path[^3..] + " Moved", "Location: /good\r\n"),
        "/twice" => SayAsync(to, "302 Found", "Location: /moved-301\r\n"),
        "/loop" => SayAsync(to, "301 Moved", "Location: /loop\r\n"),
        ['/', 'h', 'o', 'p', ..] => SayAsync(to, "301 Moved", $"Location: {path}x\r\n"),
        "/to-ftp" => SayAsync(to, "301 Moved", "Location: ftp://localhost/x\r\n"),
        "/to-private" => SayAsync(to, "301 Moved", $"Location: http://127.0.0.1:{Port}/good\r\n"),
        "/to-metadata" => SayAsync(to, "302 Found", "Location: http://169.254.169.254/latest\r\n"),
        "/recovers" => SayAsync(to, time == 1 ? "503 Busy" : "200 OK", ""),
        "/wait-1" => SayAsync(to, time == 1 ? "429 Slow down" : "200 OK", "Retry-After: 1\r\n"),
        "/wait-day" => SayAsync(to, "429 Slow down", "Retry-After: 86400\r\n"),
        "/silent" => Task.Delay(Timeout.Infinite, _stop.Token),
        "/hangs-up" => Task.CompletedTask,
        "/no-http" => to.WriteAsync("SSH-2.0-OpenSSH\r\n\r\n"u8.ToArray()).AsTask(),
        "/long-head" => SayAsync(to, "200 OK", string.Concat(Enumerable.Range(0, 4000).Select(i => $"X-{i}: {new string('x', 60)}\r\n"))),
        "/endless" => EndlessAsync(to),
        "/stalls" => StallAsync(to),
        "/cut" => to.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\n{Html}Content-Length: 1000\r\n\r\n<p>")).AsTask(),
        "/bomb" => BombAsync(to),
        "/bud.svg" => SayAsync(to, "200 OK", "", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\"/></svg>"),
        "/to-no-programs" => SayAsync(to, "302 Found", "Location: /no-programs/bud.svg\r\n"),
        "/to-nonsense" => SayAsync(to, "302 Found", "Location: //[::x\r\n"),
        "/to-bud" => SayAsync(to, "302 Found", "Location: /bud.svg\r\n"),
        "/page" => SayAsync(to, "200 OK", Html, "<h1 id=\"here\">1</h1><a name='二'>2</a><h2 id=user-content-three>3</h2><p id=a><p id=b>"),
        "/program" => SayAsync(to, "200 OK", Html, "<div id=app></div>"),
        _ => SayAsync(to, "200 OK", Html),
    };

    private static Task SayAsync(Stream to, string status, string headers, string body = "")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return to.WriteAsync((byte[])[.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n{headers}Content-Length: {bytes.Length}\r\n\r\n"), .. bytes]).AsTask();
    }

    private async Task EndlessAsync(Stream to)
    {
        await to.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\n{Html}Connection: close\r\n\r\n"), _stop.Token);
        while (!_stop.IsCancellationRequested)
        {
            await to.WriteAsync(new byte[4096], _stop.Token);
        }
    }

    private async Task StallAsync(Stream to)
    {
        await to.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\n{Html}Connection: close\r\n\r\n<p"), _stop.Token);
        await Task.Delay(Timeout.Infinite, _stop.Token);
    }

    private async Task BombAsync(Stream to)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var i = 0; i < 64; i++)
            {
                gzip.Write(new byte[1 << 20]);
            }
        }

        await to.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\n{Html}Content-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n"), _stop.Token);
        await to.WriteAsync(packed.ToArray(), _stop.Token);
    }

    private static X509Certificate2 OtherNamesCertificate()
    {
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=other.example", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }
}
