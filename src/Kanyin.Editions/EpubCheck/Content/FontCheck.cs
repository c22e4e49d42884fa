using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck.Package;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>Fonts by their first bytes (OpenType 1.9; WOFF 1.0 and 2.0).</summary>
internal static class FontCheck
{
    public static void Check(EpubBook book, ManifestItem item)
    {
        if (book.Bytes(item.Path) is { } bytes && !IsFont(bytes))
        {
            book.Findings.Add(EpubKinds.FontType, Place.Of(new SourceFile(item.Path, "")), $"The file is declared as {item.MediaType}, but does not begin as a font does.");
        }
    }

    private static bool IsFont(ReadOnlySpan<byte> bytes) => bytes is [0, 1, 0, 0, ..] || bytes.Length > 4 && System.Text.Encoding.ASCII.GetString(bytes[..4]) is "OTTO" or "true" or "ttcf" or "wOFF" or "wOF2";
}
