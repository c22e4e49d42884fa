using Kanyin.Books.Diagnostics;
using Kanyin.Books.Reading;
using Kanyin.Tests.Pdf;
using Kanyin.Tests.Publishing;
using Kanyin.Tests.Solution;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Pages;
using Xunit;
using Path = System.IO.Path;

namespace Kanyin.Tests.EndToEnd;

/// <summary>
/// One tiny book a feature, in Books/: each goes the whole way, and what was written is read back and compared with the
/// source. A book with a findings.txt is one with mistakes: that is what checking it must print.
/// </summary>
public sealed class EndToEndTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Kanyin.Tests", "EndToEnd", "Books");

    public static TheoryData<string> Sound => [.. Books().Where(book => !File.Exists(FindingsOf(book)))];

    public static TheoryData<string> Faulty => [.. Books().Where(book => File.Exists(FindingsOf(book)))];

    public static TheoryData<string> Printed => [.. Books().Where(book => File.Exists(PagesOf(book)))];

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_book_is_published_and_proved(string book)
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Run("publish", Path.Combine(Folder, book), "-o", folder.FullName);

        Assert.True(run.ExitCode == ExitCode.Success, run.Output + run.Error);
        Assert.Equal(new[] { "report.html", "report.json", book + ".epub", book + ".pdf" }.Select(f => $"{book}/{f}").Order(StringComparer.Ordinal), folder.Files());
        Assert.Equal("", run.Error);
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_book_gets_the_findings_it_deserves(string book)
    {
        var run = ToolRun.Run("check", Path.Combine(Folder, book));

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(FindingsOf(book), run.Output);
        }

        Assert.Equal(File.ReadAllText(FindingsOf(book)), run.Output);
        Assert.Equal(ExitCode.Findings, run.ExitCode);
    }

    /// <summary>What is printed on each page, line by line, in a book whose folder has a pages.txt.</summary>
    [Theory]
    [MemberData(nameof(Printed))]
    public void The_pages_say_what_they_should(string book)
    {
        var findings = new DiagnosticBag();
        var pages = Typesetter.Set(BookReader.Read(Path.Combine(Folder, book), new ReadingOptions(), findings)!, HandSet.Fonts, findings).Pages.Select(WordsOf);
        var words = string.Join("\n", pages.Where(p => p.Count('\n') > 1));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(PagesOf(book), words);
        }

        Assert.Empty(findings.Sorted);
        Assert.Equal(File.ReadAllText(PagesOf(book)), words);
    }

    /// <summary>A no-break space is shown as ~; the dots of the contents are left out.</summary>
    private static string WordsOf(Page page)
    {
        var lines = page.Items.OfType<GlyphRun>().Where(r => r.Text.Trim('.').Length > 0)
            .GroupBy(r => Math.Round(r.Y)).OrderBy(l => l.Key)
            .Select(l => string.Concat(l.OrderBy(r => r.X).Select(r => r.Text)).Replace('\u00A0', '~'));
        return string.Concat(lines.Prepend($"— {page.Label} —").Select(l => l + "\n"));
    }

    private static IEnumerable<string> Books() => Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static string PagesOf(string book) => Path.Combine(Folder, book, "pages.txt");

    private static string FindingsOf(string book) => Path.Combine(Folder, book, "findings.txt");
}
