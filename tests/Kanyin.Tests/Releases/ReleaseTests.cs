using System.Diagnostics;
using System.Security.Cryptography;
using Kanyin.Releases;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.Releases;

/// <summary>Releases of a book in a repository of its own, whose path has a space and Han.</summary>
public sealed class ReleaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReleaseTests()
    {
        Assert.SkipUnless(Git("--version"), "git is not installed");
        _folder.Write("我的 书/茶/book.yml", "title: 茶书\n");
        _folder.Write("我的 书/茶/01.md", "# 第一章 水\n\n水。\n");
        Git("init", "--quiet");
        Commit();
    }

    [Fact]
    public void Every_edition_of_a_tag_is_gathered_with_sums_that_are_right()
    {
        Git("tag", "v1.0.0");
        var release = Make(_folder["out"], (files, _) => File.WriteAllText(Path.Combine(files, "more.txt"), "more"));

        Assert.Equal("1.0.0", Path.GetFileName(release));
        Assert.Equal(
            ["SHA256SUMS", "more.txt", "茶-1.0.0-kindle.epub", "茶-1.0.0-notes.md", "茶-1.0.0-print.pdf", "茶-1.0.0-report.html", "茶-1.0.0.epub", "茶-1.0.0.pdf"],
            Directory.GetFiles(release).Select(f => Path.GetFileName(f)!).Where(f => !f.EndsWith(".jpg", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("茶-1.0.0-page-001.jpg", Directory.GetFiles(release).Select(Path.GetFileName));
        var sums = File.ReadAllLines(Path.Combine(release, "SHA256SUMS"));
        Assert.Equal(Directory.GetFiles(release).Length - 1, sums.Length);
        Assert.All(sums, line => Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(release, line[66..]))))));
        Assert.Equal([release], Directory.GetFileSystemEntries(_folder["out/release"]));
    }

    [Fact]
    public void The_same_commit_gives_the_same_files_and_the_old_ones_give_way()
    {
        var first = Make(_folder["out"], null);
        var files = Directory.GetFiles(first).Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))))).ToList();
        Assert.Equal("0.0.0-alpha.0.1", Path.GetFileName(first));
        Assert.Equal(first, Make(_folder["out"], null));
        Assert.Equal(files, Directory.GetFiles(first).Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))))));
    }

    [Fact]
    public void What_has_changed_since_the_tag_before_is_told()
    {
        Git("tag", "v1.0.0");
        _folder.Write("我的 书/茶/02.md", "# 第二章 器\n\n器。\n");
        Commit();
        Git("tag", "v1.1.0");
        var notes = File.ReadAllText(Path.Combine(Make(_folder["out"], null), "茶-1.1.0-notes.md"));
        Assert.Equal("# 《茶书》1.1.0\n\n## 新增的章\n\n- 第二章 器\n", notes);
    }

    [Fact]
    public void A_tree_that_is_not_as_committed_is_refused_and_nothing_is_written()
    {
        _folder.Write("我的 书/新 稿.md", "# 新\n");
        var refused = Assert.Throws<RefusedException>(() => Make(_folder["out"], null));
        Assert.Contains("新 稿.md is not as committed", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void A_book_with_an_error_is_refused_and_the_old_release_stays()
    {
        var release = Make(_folder["out"], null);
        _folder.Write("我的 书/茶/01.md", "# 第一章 水\n\n见[别处](missing.md)。\n");
        Commit();
        Assert.Contains("茶 has errors", Assert.Throws<RefusedException>(() => Make(_folder["out"], null)).Message, StringComparison.Ordinal);
        Assert.Equal([release], Directory.GetFileSystemEntries(_folder["out/release"]));
    }

    [Fact]
    public void A_book_outside_of_a_repository_is_refused()
    {
        _folder.Write("别处/a.md", "# 甲\n");
        Assert.Contains("is not in a git repository", Assert.Throws<RefusedException>(() => new Release([_folder["别处"]], _folder["out"], null, new Silence(), TimeProvider.System).Make()).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Make(string output, Action<string, long>? complete) => new Release([_folder["我的 书/茶"]], output, null, new Silence(), TimeProvider.System).Make(complete);

    private void Commit()
    {
        Assert.True(Git("add", "--all"));
        Assert.True(Git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "--quiet", "--message", "稿"));
    }

    private bool Git(params string[] arguments)
    {
        try
        {
            Directory.CreateDirectory(_folder["我的 书"]);
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder["我的 书"], RedirectStandardOutput = true, RedirectStandardError = true })!;
            git.WaitForExit();
            return git.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private sealed class Silence : IPublishObserver
    {
        public void Started(Stage stage, string book)
        {
        }

        public void Finished(StageReport report)
        {
        }
    }
}
