using System.Text;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.EpubCheck.Archive;

/// <summary>The archive as such: its first entry and the names of all (OCF, EPUB 3.3 4.2 and 4.3).</summary>
internal static class ArchiveCheck
{
    private const string Type = "application/epub+zip";

    /// <summary>EPUB 3.3 4.2.3: also delete, the C1 range and private or unassigned planes, which are looked for by code point.</summary>
    private const string Forbidden = "\"*:<>?\\|";

    public static void Check(EpubBook book, SourceFile whole)
    {
        CheckMimetype(book, whole);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in book.Archive.Members)
        {
            CheckName(book, member);
            // Full case folding, which .NET has not, makes ss of ß (EPUB 3.3 4.2.2).
            var folded = member.Name.Normalize(NormalizationForm.FormC).ToUpperInvariant().ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal);
            if (!names.TryAdd(folded, member.Name))
            {
                book.Findings.Add(EpubKinds.SameName, At(member), $"{member.Name} and {names[folded]} are the same name where capitals and composed characters do not count.");
            }
        }

        foreach (var member in book.Archive.Overlapping())
        {
            book.Findings.Add(EpubKinds.HarmfulEntry, At(member), "The entry shares its bytes with another.");
        }
    }

    private static void CheckMimetype(EpubBook book, SourceFile whole)
    {
        var head = book.Archive.Head();
        if (head.Length < 58 || !head.AsSpan().StartsWith("PK\x3\x4"u8) || !head.AsSpan(30).StartsWith("mimetype"u8) || head[26] != 8)
        {
            book.Findings.Add(EpubKinds.Mimetype, Place.Of(whole), "The first entry of the archive is not the file mimetype.", "Put it in first, stored and not compressed.");
        }
        else if (head[28] != 0 || head[29] != 0)
        {
            book.Findings.Add(EpubKinds.Mimetype, Place.Of(whole), "The entry mimetype has an extra field.", "Write it without (zip -X).");
        }
        else if (book.Bytes("mimetype") is not { } bytes || !bytes.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(Type)) || !head.AsSpan(38).SequenceEqual(bytes))
        {
            book.Findings.Add(EpubKinds.Mimetype, Place.Of(whole), $"The file mimetype must hold “{Type}” and nothing else, and not be compressed.");
        }
    }

    private static void CheckName(EpubBook book, ZipMember member)
    {
        var name = member.Name;
        if (!member.IsNameValid)
        {
            book.Findings.Add(EpubKinds.FileName, At(member), "The file's name is not in UTF-8.");
        }

        if (name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Split('/').Any(p => p is ".." or ".") || (name.Length > 1 && name[1] == ':'))
        {
            book.Findings.Add(EpubKinds.FileName, At(member), $"{name} would be unpacked outside the book's folder.");
        }
        else if (name.EnumerateRunes().FirstOrDefault(IsForbidden) is { Value: not 0 } bad)
        {
            book.Findings.Add(EpubKinds.FileName, At(member), $"The name {name} has the character “{bad}”, which is not allowed.");
        }
        else if (name.Split('/').Any(p => p.EndsWith('.')))
        {
            book.Findings.Add(EpubKinds.FileName, At(member), $"The name {name} ends with a full stop.");
        }
        else if (name.Any(char.IsWhiteSpace))
        {
            book.Findings.Add(EpubKinds.AwkwardName, At(member), $"The name {name} has a space in it.");
        }

        if (member.IsSymbolicLink || member.IsEnciphered)
        {
            book.Findings.Add(EpubKinds.HarmfulEntry, At(member), member.IsSymbolicLink ? "The entry is a symbolic link." : "The entry is enciphered.");
        }
    }

    private static bool IsForbidden(Rune rune) => rune.Value is < 0x20 or (>= 0x7F and <= 0x9F) or (>= 0xE000 and <= 0xF8FF) or (>= 0xFDD0 and <= 0xFDEF) or (>= 0xFFF0 and <= 0xFFFF) or >= 0xE0000
        || (rune.Value & 0xFFFE) == 0xFFFE
        || (rune.IsBmp && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal));

    private static Place At(ZipMember member) => Place.Of(new SourceFile(member.Name, ""));
}
