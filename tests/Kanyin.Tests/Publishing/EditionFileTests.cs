using System.Text;
using Xunit;

namespace Kanyin.Tests.Publishing;

public sealed class EditionFileTests
{
    [Fact]
    public void A_finished_file_replaces_the_old_one_and_leaves_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a/book.pdf", "old");

        Assert.Equal(3, EditionFile.Write(path, stream => stream.Write("new"u8)));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(["a/book.pdf"], folder.Files());
    }

    [Fact]
    public void A_failure_halfway_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("book.pdf", "old");

        var failure = Assert.Throws<IOException>(() => EditionFile.Write(path, stream =>
        {
            stream.Write(Encoding.ASCII.GetBytes("half"));
            throw new IOException("No space left on device");
        }));
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
        Assert.Contains("No space left on device", failure.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["book.pdf"], folder.Files());
    }

    [Fact]
    public void What_a_killed_run_has_left_is_removed_by_the_next()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".book.pdf.1.unfinished", "half");
        folder.Write(".book.pdf.unfinished", "half");
        folder.Write(".book-print.pdf.7.unfinished", "half");
        folder.Write(".hidden", "the author's");

        EditionFile.Write(folder["book.pdf"], stream => stream.Write("new"u8));
        Assert.Equal([".hidden", "book.pdf"], folder.Files().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Several_may_write_one_file_at_once_and_none_disturbs_the_others()
    {
        using var folder = new TemporaryFolder();
        var path = folder["book.pdf"];
        EditionFile.Write(path, outer =>
        {
            outer.Write("outer"u8);
            EditionFile.Write(path, inner => inner.Write("inner"u8));
            Assert.Equal("inner", File.ReadAllText(path));
        });
        Assert.Equal("outer", File.ReadAllText(path));

        Parallel.For(0, 40, i => EditionFile.Write(path, stream => stream.Write(Encoding.ASCII.GetBytes(new string((char)('a' + (i % 26)), 100_000)))));
        Assert.Single(File.ReadAllText(path).Distinct());
        Assert.Equal(["book.pdf"], folder.Files());
    }
}
