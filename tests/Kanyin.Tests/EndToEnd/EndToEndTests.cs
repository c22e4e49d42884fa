using Kanyin.Tests.Publishing;
using Kanyin.Tests.Solution;
using Xunit;

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

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_book_is_published_and_proved(string book)
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Run("publish", Path.Combine(Folder, book), "-o", folder.FullName);

        Assert.True(run.ExitCode == ExitCode.Success, run.Output + run.Error);
        Assert.Equal([$"{book}/{book}.epub", $"{book}/{book}.pdf"], folder.Files());
        Assert.Equal("", run.Error);
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_book_gets_the_findings_it_deserves(string book)
    {
        var run = ToolRun.Run("check", Path.Combine(Folder, book));

        Assert.Equal(File.ReadAllText(FindingsOf(book)), run.Output);
        Assert.Equal(ExitCode.Findings, run.ExitCode);
    }

    private static IEnumerable<string> Books() => Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static string FindingsOf(string book) => Path.Combine(Folder, book, "findings.txt");
}
