using System.Buffers.Binary;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck.Package;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>Pictures by their first bytes: what they are, whatever they are called.</summary>
internal static class PictureCheck
{
    private static readonly Dictionary<string, string[]> Extensions = new(StringComparer.Ordinal)
    {
        ["image/png"] = ["png"],
        ["image/jpeg"] = ["jpg", "jpeg", "jpe", "jif", "jfif", "jfi"],
        ["image/gif"] = ["gif"],
        ["image/webp"] = ["webp"],
    };

    public static void Check(EpubBook book, PackageFile package, ManifestItem item)
    {
        if (book.Bytes(item.Path) is not { } bytes || !Extensions.TryGetValue(item.MediaType, out var extensions))
        {
            return;
        }

        var at = Place.Of(new SourceFile(item.Path, ""));
        var actual = TypeOf(bytes);
        if (actual is null)
        {
            book.Findings.Add(EpubKinds.Picture, at, $"The file is not a {item.MediaType}, nor any picture that readers know.");
        }
        else if (actual != item.MediaType)
        {
            book.Findings.Add(EpubKinds.MediaType, at, $"The file is {actual}, but is declared as {item.MediaType}.");
        }
        else if (IsCutShort(bytes, actual))
        {
            book.Findings.Add(EpubKinds.Picture, at, "The picture is damaged: its size cannot be read.");
        }
        else if (!extensions.Contains(Path.GetExtension(item.Path).TrimStart('.').ToLowerInvariant()))
        {
            book.Findings.Add(EpubKinds.PictureName, at, $"The file is {actual}, but its name says otherwise.");
        }
    }

    public static string? TypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [0xFF, 0xD8, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => null,
    };

    /// <summary>Whether not even the part that has the picture's size is there.</summary>
    private static bool IsCutShort(ReadOnlySpan<byte> bytes, string type) => type switch
    {
        "image/png" => bytes.Length < 33 || !bytes.Slice(12, 4).SequenceEqual("IHDR"u8) || bytes.Slice(16, 4).SequenceEqual((ReadOnlySpan<byte>)[0, 0, 0, 0]),
        "image/gif" => bytes.Length < 13,
        "image/jpeg" => bytes.Length < 20 || !HasFrame(bytes),
        _ => false,
    };

    /// <summary>Whether a JPEG comes to a frame header (ISO 10918-1 B.2.2), which has the size, before its data end.</summary>
    private static bool HasFrame(ReadOnlySpan<byte> bytes)
    {
        for (var i = 2; i + 9 < bytes.Length;)
        {
            switch (bytes[i + 1])
            {
                case var _ when bytes[i] != 0xFF:
                case 0xFF: // Filling.
                case 0x01 or >= 0xD0 and <= 0xD8: // Markers that stand alone.
                    i += bytes[i] != 0xFF || bytes[i + 1] == 0xFF ? 1 : 2;
                    break;
                case 0xC4 or 0xC8 or 0xCC: // Tables, whose numbers lie between those of frames.
                case < 0xC0 or > 0xCF:
                    i += 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes[(i + 2)..]));
                    break;
                default:
                    return true;
            }
        }

        return false;
    }
}
