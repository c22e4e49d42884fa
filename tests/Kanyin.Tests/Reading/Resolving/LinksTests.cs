using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Reading.Resolving;

public sealed class LinksTests
{
    private static string Target(string address, string from = "a.md")
    {
        using var book = new TempBook().Add("SUMMARY.md", "- [a](a.md)\n- [b](dir/b.md)\n- [r](dir/README.md)\n- [c](<dir/章 节.md>)\n")
            .Add("a.md", "# 甲\n\n## Hello, World! 你好\n\n## 甲\n\n## 定 {#fixed}\n\n<a id=\"Place\"></a>文\n" + (from == "a.md" ? $"\n[x](<{address}>)\n" : ""))
            .Add("dir/b.md", "# 乙\n" + (from == "dir/b.md" ? $"\n[x](<{address}>)\n" : ""))
            .Add("dir/README.md", "# 夹").Add("dir/章 节.md", "# 章").Add("left.md", "# 外").Add("data.csv", "x");
        var read = book.Read();
        var names = read.Chapters.SelectMany(c => c.AllBlocks().OfType<Heading>().Select(h => (h.Id, Name: c.File.Path + "#" + h.Anchor))
            .Concat(c.AllInlines().OfType<Anchor>().Select(a => (a.Id, Name: c.File.Path + "#" + a.Name))).Prepend((c.Id, Name: c.File.Path))).ToDictionary(n => n.Id, n => n.Name);
        return read.Chapters.SelectMany(c => c.AllInlines()).OfType<Link>().Single().Target switch
        {
            InternalTarget i => names[i.Id],
            ExternalTarget e => e.Address,
            BrokenTarget b => $"{b.Reason} {b.Nearest}".TrimEnd(),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    [Theory]
    [InlineData("dir/b.md", "dir/b.md")]
    [InlineData("./dir/../dir/b.md", "dir/b.md")]
    [InlineData("dir/b.html", "dir/b.md")]
    [InlineData("dir/b", "dir/b.md")]
    [InlineData("/dir/b.md", "dir/b.md")]
    [InlineData("DIR/B.md", "dir/b.md")]
    [InlineData("dir\\b.md", "dir/b.md")]
    [InlineData("dir/", "dir/README.md")]
    [InlineData("dir", "dir/README.md")]
    [InlineData("dir/%E7%AB%A0%20%E8%8A%82.md", "dir/章 节.md")]
    [InlineData("#hello-world-你好", "a.md#hello-world-你好")]
    [InlineData("#Hello-World-%E4%BD%A0%E5%A5%BD", "a.md#hello-world-你好")]
    [InlineData("#甲-1", "a.md#甲-1")]
    [InlineData("#fixed", "a.md#fixed")]
    [InlineData("#定", "a.md#fixed")]
    [InlineData("#Place", "a.md#Place")]
    [InlineData("dir/b.md#乙", "dir/b.md#乙")]
    [InlineData("dir/b.md?x=1#乙", "dir/b.md#乙")]
    [InlineData("dir/b.md?id=乙", "dir/b.md#乙")]
    [InlineData("#/dir/b?id=%E4%B9%99", "dir/b.md#乙")]
    [InlineData("/#/dir/b", "dir/b.md")]
    [InlineData("#/dir/", "dir/README.md")]
    public void A_link_inside_the_book_lands(string address, string target) => Assert.Equal(target, Target(address));

    // VitePress and docsify name headings in ways of their own; a name that something has exactly goes first.
    [Theory]
    [InlineData("1. 安装 Node.js", "_1-安装-node-js")]
    [InlineData("1. 安装 Node.js", "_1-安装-nodejs")]
    [InlineData("1. 安装 Node.js", "1-安装-nodejs")]
    [InlineData("安装：怎样（1）", "安装：怎样（1）")]
    [InlineData("安装：怎样（1）", "安装怎样1")]
    public void Anchors_written_for_other_sites_land(string heading, string anchor)
    {
        using var book = new TempBook().Add("a.md", $"# 甲\n\n## {heading}\n\n[x](<#{anchor}>)\n");
        Assert.IsType<InternalTarget>(book.Read().Chapters.SelectMany(c => c.AllInlines()).OfType<Link>().Single().Target);
    }

    [Theory]
    [InlineData("DIR/b.md", true)]
    [InlineData("dir/B.html", true)]
    [InlineData("Dir/", true)]
    [InlineData("dir/b.html", false)]
    [InlineData("/dir/b", false)]
    public void The_letter_case_of_a_file_is_remembered(string address, bool isOther)
    {
        using var book = new TempBook().Add("a.md", $"# 甲\n\n[x]({address})\n").Add("dir/b.md", "# 乙").Add("dir/README.md", "# 夹");
        Assert.Equal(isOther, Assert.IsType<InternalTarget>(book.Read().Chapters.SelectMany(c => c.AllInlines()).OfType<Link>().Single().Target).IsInOtherCase);
    }

    [Theory]
    [InlineData("../a.md#甲", "a.md#甲")]
    [InlineData("章 节.md", "dir/章 节.md")]
    [InlineData("/a.md", "a.md")]
    public void Paths_start_from_the_links_own_file(string address, string target) => Assert.Equal(target, Target(address, "dir/b.md"));

    [Theory]
    [InlineData("https://a.cn/x?y#z")]
    [InlineData("mailto:a@b.cn")]
    [InlineData("tel:123")]
    [InlineData("//a.cn/x")]
    public void The_world_outside_is_external(string address) => Assert.Equal(address, Target(address));

    [Theory]
    [InlineData("", "Empty")]
    [InlineData("#", "Empty")]
    [InlineData("https://", "Malformed")]
    [InlineData("https://a..cn/x", "Malformed")]
    [InlineData("http://a.cn/x y", "Malformed")]
    [InlineData("mailto:", "Malformed")]
    [InlineData("dir/bb.md", "MissingFile dir/b.md")]
    [InlineData("b.md", "MissingFile dir/b.md")]
    [InlineData("#hello-word-你好", "MissingAnchor #hello-world-你好")]
    [InlineData("dir/b.md#无此锚", "MissingAnchor")]
    [InlineData("left.md", "NotInBook")]
    [InlineData("data.csv", "NotInBook")]
    [InlineData("../x.md", "OutsideBook")]
    public void A_broken_link_says_why(string address, string reason) => Assert.Equal(reason, Target(address));

    [Theory]
    [InlineData("https://example.org/book/dir/b.html#sec", "b.md#sec")]
    [InlineData("http://example.org/book/dir/b", "b.md")]
    [InlineData("https://example.org/book/dir/b/#none", "b.md")]
    [InlineData("https://github.com/o/r/blob/main/docs/dir/b.md#sec", "b.md#sec")]
    [InlineData("https://github.com/o/r/issues/1", "web")]
    [InlineData("https://github.com/o/r/blob/main/src/x.c", "web")]
    [InlineData("https://github.com/o/r2/blob/main/docs/dir/b.md", "web")]
    [InlineData("https://example.org/booklet/dir/b.html", "web")]
    [InlineData("https://example.org/book/other", "web")]
    public void A_link_to_the_books_own_site_or_repository_stays_in_the_book(string address, string target)
    {
        using var book = new TempBook().Add("book.yml", "site: https://example.org/book/\nrepository: https://github.com/o/r\n")
            .Add("docs/SUMMARY.md", "- [a](a.md)\n- [b](dir/b.md)\n").Add("docs/a.md", $"# 甲\n\n[x]({address})\n").Add("docs/dir/b.md", "# 乙\n\n## 节 {#sec}\n");
        var read = book.Read();
        var heading = read.Chapters[1].AllBlocks().OfType<Heading>().Last();
        var found = read.Chapters.SelectMany(c => c.AllInlines()).OfType<Link>().Single().Target;
        Assert.Equal(target, found is InternalTarget i ? i.Id == heading.Id ? "b.md#sec" : i.Id == read.Chapters[1].Id ? "b.md" : i.Id : found is ExternalTarget ? "web" : "broken");
    }
}
