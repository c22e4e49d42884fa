using System.Diagnostics;
using System.Globalization;
using Kanyin.Books.Checks;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Benchmarks;

/// <summary>
/// What a save costs a warm preview: a paragraph is added to one chapter of a copy of a book, and each stage up to the new pages is
/// timed by itself, "pages" being all of them, and the check that follows; the watch (20 ms of quiet) and the browser come on top.
/// </summary>
internal static class SaveDelay
{
    private const int Warm = 6, Rounds = 15;

    public static void Run(string source)
    {
        var copy = Directory.CreateTempSubdirectory("kanyin-save-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                var target = System.IO.Path.Combine(copy, System.IO.Path.GetRelativePath(source, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            Measure(copy);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static void Measure(string book)
    {
        var fonts = FontBook.Load(System.IO.Path.Combine(Corpus.Root(), "fonts"));
        var (reading, earlier) = (new EarlierReading(), new EarlierPages());
        var stages = new[] { "read", "recall", "set", "hash", "pages", "check", "all" };
        var times = stages.ToDictionary(s => s, _ => new List<double>());
        var pages = 0;
        for (var round = 0; round < Warm + Rounds; round++)
        {
            var read = BookReader.Read(book, new ReadingOptions(), new DiagnosticBag())!;
            var chapter = System.IO.Path.Combine(book, read.Chapters[read.Chapters.Length / 2].File.Path);
            File.AppendAllText(chapter, string.Create(CultureInfo.InvariantCulture, $"\n\n第 {round} 次存盘，多了这一段。\n"));

            var start = Stopwatch.GetTimestamp();
            var last = start;
            var findings = new DiagnosticBag();
            var now = BookReader.Read(book, new ReadingOptions(), findings)!;
            Add("read");
            now = reading.Recall(now);
            Add("recall");
            var set = Typesetter.Set(now, fonts, findings, earlier);
            Add("set");
            pages = PageHash.Of(set.Pages).Length;
            Add("hash");
            last = start;
            Add("pages");
            Checker.Check(now, findings);
            Add("check");
            last = start;
            Add("all");

            void Add(string stage)
            {
                if (round >= Warm)
                {
                    times[stage].Add(Stopwatch.GetElapsedTime(last).TotalMilliseconds);
                }

                last = Stopwatch.GetTimestamp();
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages} pages, {earlier.Reused} runs of chapters kept; medians: ") + string.Join(", ", stages.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s} {times[s].Order().ElementAt(Rounds / 2):F0} ms"))));
    }
}
