using System.Diagnostics;
using System.Globalization;
using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Reading;
using Kanyin.Books.Reading.Markdown;

namespace Kanyin.Benchmarks;

/// <summary>
/// The whole check of a library, reading and every offline rule, against Markdig parsing the same texts with the same extensions and
/// nothing else. Both go through the files in one process, one after the other, so that the ratio does not depend on the machine.
/// </summary>
internal static class CheckRatio
{
    private const int Rounds = 3;

    public static void Run(string source)
    {
        using var library = new Library(source);
        Console.WriteLine($"{library.Texts.Count} files, {library.Length} characters");
        for (var round = 0; round < Rounds; round++)
        {
            var (markdig, wall) = (Measure(() => Parse(library.Texts, isParallel: false)), Measure(() => Parse(library.Texts, isParallel: true)));
            var findings = new DiagnosticBag();
            var read = Measure(() => BookReader.Read(library.Root, new ReadingOptions(), new DiagnosticBag()));
            var check = Measure(() => Checker.Check(BookReader.Read(library.Root, new ReadingOptions(), findings)!, findings));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Markdig {markdig}, in parallel {wall}; read {read}; check {check}, {findings.Sorted.Count} findings: wall × {check.Wall / wall.Wall:F2} of parallel, × {check.Wall / markdig.Wall:F2} of one thread; processor × {check.Processor / markdig.Processor:F2}; {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most"));
        }
    }

    private static void Parse(List<string> texts, bool isParallel) =>
        Parallel.ForEach(texts, new ParallelOptions { MaxDegreeOfParallelism = isParallel ? -1 : 1 }, text => GC.KeepAlive(Markdig.Markdown.Parse(text, Dialect.Pipeline)));

    private static Cost Measure(Action work)
    {
        GC.Collect();
        var (wall, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        work();
        return new Cost(wall.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    private readonly record struct Cost(double Wall, double Processor)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Wall:F1} s ({Processor:F1} s of processor)");
    }
}
