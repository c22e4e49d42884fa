using System.Text.Json;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.EndToEnd;

/// <summary>Judges every book in the folder that KANYIN_BOOKS names; writes its dump and findings to KANYIN_DUMPS when that is set. Real books cannot be kept in the repository.</summary>
public sealed class RealBooksTests
{
    private const double LeastHan = 0.995;

    private static string Books => Environment.GetEnvironmentVariable("KANYIN_BOOKS") ?? "";

    public static TheoryData<string> Folders => [.. (Books.Length == 0 ? [""] : Directory.GetDirectories(Books)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_real_book_is_recognised_and_read_the_same_twice(string name)
    {
        Assert.SkipWhen(Books.Length == 0, "KANYIN_BOOKS names no folder.");
        var folder = Path.Combine(Books, name);
        var (book, findings) = Read(folder);
        var (again, findingsAgain) = Read(folder);
        Assert.NotEmpty(book.Chapters);
        Assert.NotEqual(OrderSource.Unknown, book.Order);
        Assert.Equal(BookDump.Of(book), BookDump.Of(again));
        Assert.Equal(findings, findingsAgain);
        if (Environment.GetEnvironmentVariable("KANYIN_DUMPS") is { Length: > 0 } to)
        {
            File.WriteAllText(Path.Combine(to, name + ".txt"), BookDump.Of(book));
            File.WriteAllLines(Path.Combine(to, name + ".findings.txt"), findings);
        }
    }

    /// <summary>Every file that books.md counts as a local picture is placed, and the Han characters arrive, by a count that does not use the reader of Markdown.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public void The_text_and_the_pictures_of_a_real_book_arrive_in_both_editions(string name)
    {
        Assert.SkipWhen(Books.Length == 0, "KANYIN_BOOKS names no folder.");
        using var folder = new TemporaryFolder();
        var run = ToolRun.Run("publish", Path.Combine(Books, name), "-o", folder["out"], "--keep-going");
        Assert.True(run.ExitCode is ExitCode.Success or ExitCode.Findings, run.Error);
        var report = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(folder["out"], "report.json", SearchOption.AllDirectories).Single())).RootElement;
        Assert.Contains("all present in both editions", report.GetProperty("summary").GetString(), StringComparison.Ordinal);

        var written = report.GetProperty("written");
        foreach (var edition in new[] { report.GetProperty("pdf"), report.GetProperty("epub") })
        {
            Assert.True(edition.GetProperty("han").GetDouble() >= written.GetProperty("han").GetDouble() * LeastHan, $"{name}: {written} {edition}");
            Assert.True(edition.GetProperty("pictures").GetInt32() >= written.GetProperty("pictures").GetInt32(), $"{name}: {written} {edition}");
        }

        foreach (var chapter in report.GetProperty("chapters").EnumerateArray())
        {
            var (all, read) = (chapter.GetProperty("written").GetInt64(), chapter.GetProperty("read").GetInt64());
            Assert.True(read >= all * LeastHan || all - read <= 3, $"{name}: {chapter}");
        }
    }

    private static (Book Book, IEnumerable<string> Findings) Read(string folder)
    {
        var bag = new DiagnosticBag();
        var book = BookReader.Read(folder, new ReadingOptions(), bag);
        Assert.NotNull(book);
        return (book, bag.Sorted.Select(d => d.ToString()));
    }
}
