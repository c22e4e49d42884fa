using System.Text.Json;

namespace Kanyin.Benchmarks.Whole;

/// <summary>The tool as a user runs it, from its start to its end, on generated books of several lengths: check, PDF and EPUB, without the proof, and then with it.</summary>
internal static class WholeProcess
{
    private const int Runs = 3;
    private static readonly int[] Lengths = [20_000, 70_000, 200_000, 700_000, 2_000_000];
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <param name="tool">kanyin.dll.</param>
    /// <param name="results">The folder that gets whole.json.</param>
    /// <param name="charts">The folder that gets the pictures of the handbook.</param>
    public static void Run(string tool, string results, string charts)
    {
        var scratch = Directory.CreateTempSubdirectory("kanyin-whole");
        try
        {
            var sizes = Lengths.Select(length => Measure(tool, scratch.FullName, length)).ToList();
            Directory.CreateDirectory(results);
            File.WriteAllText(Path.Combine(results, "whole.json"), JsonSerializer.Serialize(sizes, Json).ReplaceLineEndings("\n") + "\n");
            foreach (var (name, chart) in Charts(sizes))
            {
                File.WriteAllText(Path.Combine(charts, name), chart);
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    /// <summary>The pictures of the handbook, by their names.</summary>
    private static IEnumerable<(string Name, string Svg)> Charts(IReadOnlyList<BookSize> sizes)
    {
        Series Of(string name, Func<BookSize, double> value) => new(name, [.. sizes.Select(s => ((double)s.Han, value(s)))]);
        yield return ("whole-time.svg", new Chart("出版全书的处理器时间", "秒", [Of("写出并核对", s => s.Proved.Processor), Of("写出", s => s.Published.Processor)]).Svg());
        yield return ("whole-size.svg", new Chart("出版全书的内存和文件的大小", "MB", [Of("内存最多时", s => s.Published.Peak / 1e6), Of("PDF", s => s.Pdf / 1e6), Of("EPUB", s => s.Epub / 1e6)]).Svg());
    }

    private static BookSize Measure(string tool, string scratch, int length)
    {
        var (book, output) = (Path.Combine(scratch, $"book-{length}"), Path.Combine(scratch, "output"));
        var han = Corpus.GeneratedBook().Write(book, length);
        var written = Toll.Median(Enumerable.Range(0, Runs).Select(_ => Toll.OfDotNet(tool, ["publish", book, "--output", output, "--no-proof"])).ToList());
        var proved = Toll.Median(Enumerable.Range(0, Runs).Select(_ => Toll.OfDotNet(tool, ["publish", book, "--output", output])).ToList());
        var files = new DirectoryInfo(output).GetFiles($"*{length}.*", SearchOption.AllDirectories);
        var size = new BookSize(han, written, proved, files.Single(f => f.Extension == ".pdf").Length, files.Single(f => f.Extension == ".epub").Length);
        Console.WriteLine(size);
        Directory.Delete(output, recursive: true);
        return size;
    }
}

/// <param name="Han">In the manuscript.</param>
/// <param name="Published">Checked and written.</param>
/// <param name="Proved">Checked, written, read back and compared.</param>
/// <param name="Pdf">Bytes.</param>
/// <param name="Epub">Bytes.</param>
internal sealed record BookSize(int Han, Toll Published, Toll Proved, long Pdf, long Epub)
{
    public override string ToString() => FormattableString.Invariant(
        $"{Han,9} Han: {Published.Wall:F2} s, {Published.Processor:F2} s of processor, {Published.Allocated >> 20} MB allocated, {Published.Peak >> 20} MB at most; with the proof {Proved.Processor:F2} s of processor; PDF {Pdf / 1e6:F2} MB, EPUB {Epub / 1e6:F2} MB");
}
