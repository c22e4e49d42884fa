using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading;
using Xunit;

namespace Kanyin.Tests.Reading;

/// <summary>Runs over the folders in KANYIN_BOOKS, for looking at real books; writes dumps and findings to KANYIN_DUMPS when it is set.</summary>
public sealed class RealBooksTests
{
    [Fact]
    public void Real_books_are_read_without_an_exception()
    {
        var books = Environment.GetEnvironmentVariable("KANYIN_BOOKS");
        Assert.SkipWhen(string.IsNullOrEmpty(books), "KANYIN_BOOKS names no folder.");
        foreach (var folder in Directory.GetDirectories(books!).Order(StringComparer.Ordinal))
        {
            var bag = new DiagnosticBag();
            var book = BookReader.Read(folder, new ReadingOptions(), bag);
            Assert.NotNull(book);
            Assert.NotEmpty(book.Chapters);
            var dump = BookDump.Of(book);
            var again = new DiagnosticBag();
            Assert.Equal(dump, BookDump.Of(BookReader.Read(folder, new ReadingOptions(), again)!));
            Assert.Equal(bag.Sorted.Select(d => d.ToString()), again.Sorted.Select(d => d.ToString()));
            if (Environment.GetEnvironmentVariable("KANYIN_DUMPS") is { Length: > 0 } to)
            {
                File.WriteAllText(Path.Combine(to, Path.GetFileName(folder) + ".txt"), dump);
                File.WriteAllLines(Path.Combine(to, Path.GetFileName(folder) + ".findings.txt"), bag.Sorted.Select(d => d.ToString()));
            }
        }
    }
}
