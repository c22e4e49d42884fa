using CsCheck;
using Xunit;

namespace Kanyin.Tests.Publishing;

public sealed class LibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_books_of_a_folder_are_its_folders_that_hold_Markdown()
    {
        _folder.Write("lib/乙/a.md", "# 乙\n");
        _folder.Write("lib/甲 书/docs/a.md", "# 甲\n");
        _folder.Write("lib/pictures/a.png", "x");
        _folder.Write("lib/.git/a.md", "x");
        _folder.Write("lib/README.md", "x");
        Assert.Equal(["乙", "甲 书"], Library.Read(_folder["lib"]).Select(Path.GetFileName));
    }

    [Fact]
    public void A_list_names_books_relative_to_itself_and_in_its_order()
    {
        _folder.Write("b/a.md", "# 乙\n");
        _folder.Write("lists/a.md", "# 甲\n");
        var list = _folder.Write("lists/books.txt", "# 目录\n../b\n\n  a.md\n");
        Assert.Equal(["b", "a.md"], Library.Read(list).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("nowhere", "is not there")]
    [InlineData("b\nc/b", "Two books are called b")]
    [InlineData("# nothing", "There is no book")]
    public void A_library_that_cannot_be_published_is_told_before_anything_is_written(string lines, string message)
    {
        _folder.Write("b/a.md", "# 甲\n");
        _folder.Write("c/b/a.md", "# 乙\n");
        var run = ToolRun.Run("publish", _folder.Write("books.txt", lines), "--all", "-o", _folder["out"]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1")]
    [InlineData("a/b")]
    [InlineData("1/2/3")]
    [InlineData("job/3")] // its index is 3, from 0
    [InlineData("2147483647/2147483648")]
    public void A_shard_is_one_of_so_many(string shard) => Assert.Throws<UsageException>(() => Library.ParseShard(shard, "3"));

    [Fact]
    public void A_pod_of_an_indexed_job_takes_its_number_from_Kubernetes()
    {
        Assert.Equal((1, 10), Library.ParseShard("job/10", "0"));
        Assert.Equal((10, 10), Library.ParseShard("job/10", "9"));
        Assert.Throws<UsageException>(() => Library.ParseShard("job/10", "10"));
        Assert.Throws<UsageException>(() => Library.ParseShard("job/10", "-1"));
        Assert.Throws<UsageException>(() => Library.ParseShard("job/10", ""));
        _folder.Write("lib/a/a.md", "# 甲\n\n好。\n");
        _folder.Write("lib/b/a.md", "# 乙\n\n乙比甲长，先排。\n");
        Assert.Equal(ExitCode.Success, ToolRun.RunWith(new() { ["JOB_COMPLETION_INDEX"] = "1" }, "publish", _folder["lib"], "--all", "--shard", "job/2", "-o", _folder["out"]).ExitCode);
        Assert.Equal(["a"], Directory.GetDirectories(_folder["out"]).Select(Path.GetFileName));

        var without = ToolRun.Run("publish", _folder["lib"], "--all", "--shard", "job/2", "-o", _folder["out"]);
        Assert.Equal((ExitCode.Usage, "error: --shard job/N goes by JOB_COMPLETION_INDEX, which Kubernetes sets in an Indexed Job; it is not set.\n"), (without.ExitCode, without.Error));
    }

    [Fact]
    public void Every_book_is_in_just_one_shard_and_none_has_much_more_than_the_others()
    {
        var sizes = Gen.Int[1, 400].Array[1, 30];
        Gen.Select(sizes, Gen.Int[1, 6]).Sample(
            (lengths, shards) =>
            {
                using var folder = new TemporaryFolder();
                string[] books = [.. lengths.Select((length, i) => folder.Write($"{i:D2}.md", new string('a', length)))];
                var parts = Enumerable.Range(1, shards).Select(i => Library.Shard(books, i, shards)).ToList();
                Assert.Equal(books.Order(StringComparer.Ordinal), parts.SelectMany(p => p).Order(StringComparer.Ordinal));
                var loads = parts.Select(p => p.Sum(b => new FileInfo(b).Length)).ToList();
                Assert.True(loads.Max() - loads.Min() <= lengths.Max());
            },
            iter: 40);
    }

    [Fact]
    public void One_bad_book_does_not_keep_the_others()
    {
        _folder.Write("lib/bad/a.md", "# 甲\n\n见[别处](missing.md)。\n");
        _folder.Write("lib/good/a.md", "# 乙\n\n好。\n");
        var run = ToolRun.Run("publish", _folder["lib"], "--all", "-o", _folder["out"]);
        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.EndsWith("2 books: 1 without errors, 1 with errors (bad)\n", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["out/good/good.pdf"]));
        Assert.False(Directory.Exists(_folder["out/bad"]));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_fails_one_book_only()
    {
        _folder.Write("lib/a/a.md", "# 甲\n\n好。\n");
        _folder.Write("lib/b/a.md", "# 乙\n\n好。\n");
        _folder.Write("out/a", "a file where the folder should be");
        var run = ToolRun.Run("publish", _folder["lib"], "--all", "-o", _folder["out"]);
        Assert.Equal(ExitCode.Machine, run.ExitCode);
        Assert.EndsWith("2 books: 1 without errors, 1 not written (a)\n", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["out/b/b.epub"]));
    }

    [Fact]
    public void The_shards_together_publish_what_one_run_does()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            _folder.Write($"lib/{name}/a.md", $"# {name}\n\n好。\n");
        }

        Assert.Equal(ExitCode.Success, ToolRun.Run("publish", _folder["lib"], "--shard", "1/2", "-o", _folder["out"]).ExitCode);
        Assert.Equal(ExitCode.Success, ToolRun.Run("publish", _folder["lib"], "--shard", "2/2", "-o", _folder["out"]).ExitCode);
        Assert.Equal(ExitCode.Success, ToolRun.Run("publish", _folder["lib"], "--shard", "9/9", "-o", _folder["out"]).ExitCode);
        Assert.Equal(["a", "b", "c"], Directory.GetDirectories(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
