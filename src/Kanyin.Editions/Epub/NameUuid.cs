using System.Security.Cryptography;
using System.Text;

namespace Kanyin.Editions.Epub;

/// <summary>UUID version 5: the same name always has the same id (RFC 9562 5.5).</summary>
internal static class NameUuid
{
    // Kanyin's own namespace; changing it would change the identity of every book.
    private static readonly Guid _namespace = new("6d3c5f0e-52b7-5c1f-9a0e-4b414e59494e");

    public static Guid Of(string name)
    {
        Span<byte> hash = stackalloc byte[20];
        var nameBytes = Encoding.UTF8.GetBytes(name);
        var input = new byte[16 + nameBytes.Length];
        _namespace.TryWriteBytes(input, bigEndian: true, out _);
        nameBytes.CopyTo(input, 16);
#pragma warning disable CA5350 // RFC 9562 asks for SHA-1; nothing here is a secret
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
