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
}
