using System.Globalization;

namespace Kanyin;

/// <summary>Many books to publish in one go: those in a folder, one a folder, or those that a list names.</summary>
public static class Library
{
    /// <summary>The variable that holds the number of a pod of an Indexed Job, from 0 (Kubernetes, Jobs, completion mode).</summary>
    public const string JobIndex = "JOB_COMPLETION_INDEX";

    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>The paths of the books, in ordinal order from a folder and in its own from a list. Throws <see cref="UsageException"/> when one is not there, or two would be written to one place.</summary>
    /// <param name="path">A folder whose folders are books, or a text file with a path a line, relative to itself; lines that begin with # are passed over.</param>
    public static IReadOnlyList<string> Read(string path)
    {
        var books = Directory.Exists(path) ? InFolder(path) : File.Exists(path) ? InList(path) : throw new UsageException($"There is no file or folder {path}.");
        if (books.FirstOrDefault(b => !Path.Exists(b)) is { } missing)
        {
            throw new UsageException($"{path} names {missing}, which is not there.");
        }

        if (books.GroupBy(b => BookName.Of(Path.GetFullPath(b)), StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } same)
        {
            throw new UsageException($"Two books are called {same.Key}: {string.Join(" and ", same.Take(2))}.");
        }

        return books.Count > 0 ? books : throw new UsageException($"There is no book in {path}.");
    }

    /// <summary>
    /// Some of the books: of n shards of about equal size the one that is asked for. The largest goes first, each to the shard that has
    /// least (Graham's longest processing time rule), so that every machine finds the same division by itself.
    /// </summary>
    public static IReadOnlyList<string> Shard(IReadOnlyList<string> books, int shard, int shards)
    {
        var loads = new long[shards];
        var mine = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (book, size) in books.Select(b => (b, SizeOf(b))).OrderByDescending(b => b.Item2).ThenBy(b => b.b, StringComparer.Ordinal))
        {
            var lightest = Array.IndexOf(loads, loads.Min());
            loads[lightest] += size;
            if (lightest == shard - 1)
            {
                mine.Add(book);
            }
        }

        return [.. books.Where(mine.Contains)];
    }

    /// <summary>3/10, the third of ten; job/10, of ten pods of an Indexed Job the one that asks. Throws <see cref="UsageException"/> for anything else.</summary>
    /// <param name="jobIndex">The value of <see cref="JobIndex"/>.</param>
    public static (int Shard, int Shards) ParseShard(string text, string? jobIndex) =>
        text.Split('/') is [var first, var second]
        && (first == "job" ? NumberOfJob(jobIndex) : Number(first)) is { } shard
        && Number(second) is { } shards
        && shard >= 1 && shard <= shards
            ? (shard, shards)
            : throw new UsageException($"--shard is written I/N, as 1/10 for the first of ten; {text}{(text.StartsWith("job/", StringComparison.Ordinal) ? $", where {JobIndex} is {jobIndex}," : "")} is not.");

    private static int? NumberOfJob(string? index) =>
        index is null ? throw new UsageException($"--shard job/N goes by {JobIndex}, which Kubernetes sets in an Indexed Job; it is not set.") : Number(index) + 1;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue ? number : null;

    private static List<string> InFolder(string folder) =>
        [.. Directory.GetDirectories(folder).Where(d => !Path.GetFileName(d).StartsWith('.') && SizeOf(d) > 0).Order(StringComparer.Ordinal)];

    private static List<string> InList(string file) =>
        [.. File.ReadLines(file).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').Select(l => Path.Combine(Path.GetDirectoryName(file)!, l))];

    /// <summary>Bytes of Markdown, .md, .mdx, .Rmd or .qmd: what setting takes grows with them.</summary>
    private static long SizeOf(string book) => File.Exists(book) ? new FileInfo(book).Length : new DirectoryInfo(book).EnumerateFiles("*.*md*", Everywhere).Sum(f => f.Length);
}
