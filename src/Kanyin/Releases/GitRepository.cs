using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.Text;

namespace Kanyin.Releases;

/// <summary>The repository that a book lies in, through the program git.</summary>
internal sealed class GitRepository
{
    private GitRepository(string root) => Root = root;

    public string Root { get; }

    /// <summary>Throws <see cref="RefusedException"/> where there is no git, or no repository, or nothing committed.</summary>
    public static GitRepository Above(string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        var root = Ask(folder, "rev-parse", "--show-toplevel") ?? throw new RefusedException($"{path} is not in a git repository, and a release is made of what is committed.");
        return Ask(folder, "rev-parse", "--verify", "HEAD") is not null ? new GitRepository(Path.GetFullPath(root)) : throw new RefusedException($"Nothing is committed in {root}.");
    }

    /// <summary>The files that are not as committed, relative to the root.</summary>
    public IReadOnlyList<string> Changed() =>
        [.. (Ask(Root, "-c", "core.quotePath=false", "status", "--porcelain") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[3..].Trim('"'))];

    /// <summary>The day on which it was committed, in universal time: the date of books that have none of their own.</summary>
    public DateOnly Date() => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(Seconds()).UtcDateTime);

    /// <summary>When it was committed, in seconds since 1970.</summary>
    public long Seconds() => long.Parse(Ask(Root, "log", "-1", "--format=%ct")!, CultureInfo.InvariantCulture);

    public ReleaseVersion Version() =>
        Ask(Root, "describe", "--tags", "--match", "v[0-9]*", "--long", "--abbrev=7") is { } described
            ? ReleaseVersion.Parse(described)
            : ReleaseVersion.Untagged(int.Parse(Ask(Root, "rev-list", "--count", "HEAD")!, CultureInfo.InvariantCulture));

    /// <summary>The last tag of a version before this one; null when this is the first.</summary>
    public string? TagBefore() =>
        Ask(Root, "describe", "--tags", "--match", "v[0-9]*", "--abbrev=0", Version().Height == 0 ? "HEAD^" : "HEAD");

    /// <summary>Writes a folder or file as it was at a tag below another folder, at the same place relative to the root. False when it was not there.</summary>
    public bool Extract(string tag, string path, string into)
    {
        var start = Command(Root, "archive", "--format=tar", tag, "--", Path.GetRelativePath(Root, path).Replace('\\', '/'));
        using var git = Start(start);
        using var tar = new MemoryStream();
        git.StandardOutput.BaseStream.CopyTo(tar);
        git.WaitForExit();
        if (git.ExitCode != 0)
        {
            return false;
        }

        tar.Position = 0;
        TarFile.ExtractToDirectory(tar, into, overwriteFiles: true);
        return true;
    }

    /// <summary>What git answers, without the white space at its end; null when it fails.</summary>
    private static string? Ask(string folder, params string[] arguments)
    {
        using var git = Start(Command(folder, arguments));
        var answer = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? answer.TrimEnd() : null;
    }

    private static ProcessStartInfo Command(string folder, params string[] arguments) => new("git", arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        Environment = { ["LC_ALL"] = "C", ["GIT_OPTIONAL_LOCKS"] = "0" },
    };

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            return git;
        }
        catch (Win32Exception e)
        {
            throw new RefusedException($"git cannot be started ({e.Message}), and a release is made of what is committed.");
        }
    }
}
