using System.Security.Cryptography;

namespace Kanyin.Watching;

/// <summary>What the files of a folder hold, as one text that differs when any of them does. A file is read again only when its length or time is another.</summary>
/// <param name="isDeep">Folders inside count too.</param>
internal sealed class FolderPrint(string folder, bool isDeep, TimeProvider clock)
{
    /// <summary>File systems tell times apart in steps: what was written so shortly before it was read may be written again at the same time.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    // What the tool itself writes, and what others install by the thousand.
    private static readonly HashSet<string> PassedOver = new(StringComparer.OrdinalIgnoreCase) { "output", "node_modules", "bin", "obj" };

    private Dictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>Empty when there is no folder.</summary>
    public string Take()
    {
        var now = new Dictionary<string, Known>(StringComparer.Ordinal);
        try
        {
            Walk(new DirectoryInfo(folder), now);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It vanished while it was looked at: what is left of it is compared.
        }

        _known = now;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, known) in now.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(path + "\n"));
            hash.AppendData(known.Hash);
        }

        return now.Count == 0 && !Directory.Exists(folder) ? "" : Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>Whether a change there is none of the book's: hidden files, output, what editors put aside while they save.</summary>
    public static bool PassesOver(string name) => name.StartsWith('.') || name.EndsWith('~') || PassedOver.Contains(name);

    private void Walk(DirectoryInfo at, Dictionary<string, Known> now)
    {
        foreach (var entry in at.EnumerateFileSystemInfos())
        {
            if (PassesOver(entry.Name) || entry.LinkTarget is not null)
            {
                continue;
            }

            if (entry is FileInfo file)
            {
                now[file.FullName] = Of(file);
            }
            else if (isDeep && entry is DirectoryInfo inner)
            {
                Walk(inner, now);
            }
        }
    }

    private Known Of(FileInfo file)
    {
        if (_known.TryGetValue(file.FullName, out var known) && known.IsSure && known.Length == file.Length && known.Written == file.LastWriteTimeUtc)
        {
            return known;
        }

        try
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new(file.Length, file.LastWriteTimeUtc, SHA256.HashData(stream), clock.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > Step);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(-1, default, [], IsSure: false); // looked at again next time
        }
    }

    private sealed record Known(long Length, DateTime Written, byte[] Hash, bool IsSure);
}
