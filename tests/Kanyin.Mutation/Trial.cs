using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Kanyin.Mutation;

internal enum Fate
{
    Killed,
    OutOfTime,
    Survived,
    NeverReached,
}

/// <summary>A copy of the built tests with the mutated assembly in it.</summary>
internal sealed class Trial
{
    /// <summary>The quick classes are asked first: most mutants do not outlive them.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly string _folder;
    private readonly List<(string Class, TimeSpan Time, HashSet<int> Reached)> _classes = [];

    public Trial(string folder, string assembly, Folder source)
    {
        _folder = folder;
        foreach (var file in new DirectoryInfo("output/.dotnet/bin/Kanyin.Tests/debug").EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath("output/.dotnet/bin/Kanyin.Tests/debug", file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            file.CopyTo(to, overwrite: true);
        }

        File.Copy(assembly, Path.Combine(folder, Path.GetFileName(assembly)), overwrite: true);
        var names = Command.Run(Tests, ["-list", "classes"], Longest).Output.Split('\n', StringSplitOptions.TrimEntries)
            .Where(name => source.Tests.Any(start => name.StartsWith(start, StringComparison.Ordinal)));
        foreach (var name in names)
        {
            _classes.Add(Unchanged(name));
        }
    }

    public TimeSpan Time => _classes.Aggregate(TimeSpan.Zero, (sum, c) => sum + c.Time);

    private string Tests => Path.Combine(_folder, "Kanyin.Tests");

    public IReadOnlyDictionary<Mutant, Fate> Try(IEnumerable<Mutant> mutants)
    {
        var fates = new ConcurrentDictionary<Mutant, Fate>();
        var done = 0;
        Parallel.ForEach(mutants, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, mutant =>
        {
            fates[mutant] = Fateof(mutant.Number);
            if (Interlocked.Increment(ref done) % 25 == 0)
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} tried"));
            }
        });
        return fates;
    }

    private Fate Fateof(int number)
    {
        var classes = _classes.Where(c => c.Reached.Contains(number)).ToLookup(c => c.Time < Quick);
        foreach (var group in new[] { classes[true].ToArray(), [.. classes[false]] }.Where(g => g.Length > 0))
        {
            var usual = group.Aggregate(TimeSpan.Zero, (sum, c) => sum + c.Time);
            var (code, _) = Run(group.Select(c => c.Class), (5 * usual) + TimeSpan.FromSeconds(15), ("MUTANT", number.ToString(CultureInfo.InvariantCulture)));
            if (code != 0)
            {
                return code is null ? Fate.OutOfTime : Fate.Killed;
            }
        }

        return classes.Count == 0 ? Fate.NeverReached : Fate.Survived;
    }

    private (string Class, TimeSpan Time, HashSet<int> Reached) Unchanged(string name)
    {
        var (path, clock) = (Path.Combine(_folder, "reached"), Stopwatch.StartNew());
        File.WriteAllText(path, "");
        var (code, output) = Run([name], Longest, ("MUTANTS_REACHED", path));
        return code == 0
            ? (name, clock.Elapsed, [.. File.ReadAllText(path).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture))])
            : throw new InvalidOperationException($"{name} fails before anything is changed.\n{output}");
    }

    private (int? Code, string Output) Run(IEnumerable<string> classes, TimeSpan limit, (string, string) environment) =>
        Command.Run(Tests, [.. classes.SelectMany(c => new[] { "-class", c }), "-stopOnFail", "-maxThreads", "1", "-noLogo", "-noColor"], limit, ".", environment);
}
