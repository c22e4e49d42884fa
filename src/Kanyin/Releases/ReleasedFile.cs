using System.Security.Cryptography;

namespace Kanyin.Releases;

/// <summary>A file of a release.</summary>
/// <param name="Sum">SHA-256, in 64 small hexadecimal digits.</param>
internal sealed record ReleasedFile(string Name, long Bytes, string Sum)
{
    public const string Sums = "SHA256SUMS";

    /// <summary>The line of <see cref="Sums"/> for a file.</summary>
    public static string SumOf(string path) => $"{Hash(path)}  {Path.GetFileName(path)}\n";

    /// <summary>The files that the sums name. Throws <see cref="RefusedException"/> when one is missing, or is not what its sum says.</summary>
    public static IReadOnlyList<ReleasedFile> In(string release)
    {
        var sums = Path.Combine(release, Sums);
        return File.Exists(sums) ? [.. File.ReadLines(sums).Select(line => Read(release, line))] : throw new RefusedException($"{release} is no release: it has no {Sums}.");
    }

    private static ReleasedFile Read(string release, string line)
    {
        if (line.Split("  ", 2) is not [var sum, var name])
        {
            throw new RefusedException($"{Path.Combine(release, Sums)} has a line that is no sum: {line}");
        }

        var file = new FileInfo(Path.Combine(release, name));
        return file.Exists && Hash(file.FullName) == sum ? new ReleasedFile(name, file.Length, sum) : throw new RefusedException($"{file.FullName} is not what {Sums} says.");
    }

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
