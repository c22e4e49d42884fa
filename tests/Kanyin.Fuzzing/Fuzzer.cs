using System.Diagnostics;
using System.Globalization;
using System.IO.MemoryMappedFiles;

namespace Kanyin.Fuzzing;

/// <summary>
/// Feeds targets and keeps what breaks them. The input at hand lies in a mapped file, so that it is there even after what ends the
/// process: a stack that overflows, a fault in a native library, a hang.
/// </summary>
internal sealed class Fuzzer(string folder)
{
    private const int MostFaults = 10;
    private const int Room = 1 << 20;

    /// <summary>Far more than any input needs, on a busy machine too.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <returns>How many kinds of faults were found.</returns>
    public int Run(Target target, int count, int chance)
    {
        Directory.CreateDirectory(folder);
        var (clock, faults) = (Stopwatch.StartNew(), 0);
        using var current = MemoryMappedFile.CreateFromFile(Path.Combine(folder, target.Name + ".current"), FileMode.Create, null, Room);
        using var view = current.CreateViewAccessor();
        var mutator = new Mutator(target, chance);
        for (var i = 0; i < count && faults < MostFaults; i++)
        {
            var input = mutator.Next();
            view.Write(0, input.Length);
            view.WriteArray(sizeof(int), input, 0, input.Length);
            faults += Fault(target, input) is { } fault && _known.Add(target.Name + fault.Kind) ? Keep(target, input, fault.Words) : 0;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name,-9} {count,8} inputs, {clock.Elapsed.TotalSeconds,6:F1} s, {faults} faults"));
        return faults;
    }

    /// <summary>What is wrong with the reader, told by one input; null when nothing is.</summary>
    public static (string Kind, string Words)? Fault(Target target, byte[] input)
    {
        var clock = Stopwatch.StartNew();
        using var guard = new Timer(_ => Environment.FailFast($"{target.Name} hangs"), null, Hang, Timeout.InfiniteTimeSpan);
        try
        {
            target.Feed(input);
        }
        catch (Exception e)
        {
            return (e.GetType().Name + new StackTrace(e).GetFrame(0), e.ToString());
        }

        return clock.Elapsed > Slow ? ("slow", string.Create(CultureInfo.InvariantCulture, $"It took {clock.Elapsed.TotalSeconds:F1} s.")) : null;
    }

    private int Keep(Target target, byte[] input, string words)
    {
        var path = Path.Combine(folder, $"{target.Name}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(input))[..12]}");
        File.WriteAllBytes(path, input);
        Console.Error.WriteLine($"{path}: {words}\n");
        return 1;
    }
}
