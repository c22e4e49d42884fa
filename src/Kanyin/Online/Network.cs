using System.Net;
using System.Net.Sockets;

namespace Kanyin.Online;

/// <summary>The host is in a private network and was not allowed by name.</summary>
internal sealed class PrivateAddressException(string message) : IOException(message);

/// <summary>Opens connections to the public internet only. What counts is the address that is connected to, not the name: a name may stand for any address, and for another one at each look-up.</summary>
internal static class Network
{
    public const string Agent = "Kanyin";

    /// <summary>It follows no redirect and waits for ever: both are for the caller to limit.</summary>
    public static HttpClient Client(IReadOnlyCollection<string> allowed)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // A proxy would connect in our stead, and no one would look at the address.
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = (context, stop) => ConnectAsync(context.DnsEndPoint, allowed, stop),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd($"{Agent}/{typeof(Network).Assembly.GetName().Version!.ToString(2)}");
        return client;
    }

    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint host, IReadOnlyCollection<string> allowed, CancellationToken stop)
    {
        var isAllowed = allowed.Contains(host.Host, StringComparer.OrdinalIgnoreCase);
        var addresses = IPAddress.TryParse(host.Host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host.Host, stop).ConfigureAwait(false);
        IPAddress[] usable = isAllowed ? addresses : [.. addresses.Where(IsPublic)];
        if (addresses.Length > 0 && usable.Length == 0)
        {
            throw new PrivateAddressException($"{host.Host} is {addresses[0]}, inside a private network");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(usable, host.Port, stop).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>IANA's registries of special-purpose addresses (RFC 6890): everything that is not globally reachable is out.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 4)
        {
            return IsPublic(bytes);
        }

        ReadOnlySpan<byte> b = bytes;
        return b switch
        {
            // IPv4 in IPv6: mapped ::ffff:0:0/96 and translated 64:ff9b::/96.
            _ when b[..12].SequenceEqual<byte>([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) => IsPublic(b[12..]),
            _ when b[..12].SequenceEqual<byte>([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) => IsPublic(b[12..]),

            // 6to4 2002::/16, Teredo 2001::/32, documentation 2001:db8::/32 and 3fff::/20.
            [0x20, 0x02, ..] => IsPublic(b[2..6]),
            [0x20, 0x01, 0x00, 0x00, ..] or [0x20, 0x01, 0x0D, 0xB8, ..] or [0x3F, 0xFF, < 0x10, ..] => false,

            // Global unicast is 2000::/3; loopback, unique local, link-local and multicast lie outside.
            [>= 0x20 and <= 0x3F, ..] => true,
            _ => false,
        };
    }

    private static bool IsPublic(ReadOnlySpan<byte> b) => b switch
    {
        [0 or 10 or 127, ..] or [>= 224, ..] => false,
        [100, >= 64 and <= 127, ..] => false,
        [169, 254, ..] or [192, 168, ..] => false,
        [172, >= 16 and <= 31, ..] => false,
        [192, 0, 0 or 2, ..] or [192, 88, 99, ..] => false,
        [198, 18 or 19, ..] or [198, 51, 100, ..] or [203, 0, 113, ..] => false,
        _ => true,
    };
}
