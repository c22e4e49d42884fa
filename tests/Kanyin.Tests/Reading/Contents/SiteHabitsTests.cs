using Kanyin.Books.Model;
using Xunit;

namespace Kanyin.Tests.Reading.Contents;

/// <summary>What sites do beside declaring an order: drafts, home pages, names of pages, files put into others.</summary>
public sealed class SiteHabitsTests
{
    [Fact]
    public void A_draft_of_Hugo_is_not_in_the_book()
    {
        using var book = Hugo().Add("content/b.md", "---\ntitle: 乙\nweight: 2\ndraft: true\n---\n\n草。\n");
        Assert.Equal("content/a.md 甲\ncontent/c.md 丙", book.Order());
        Assert.Equal("READ013@1", book.Findings);
    }

    [Fact]
    public void The_one_folder_of_a_site_is_not_one_chapter()
    {
        using var book = new TempBook().Add("hugo.yaml", "title: 茶事\n")
            .Add("content/_index.md", "---\ntitle: 首页\n---\n").Add("content/docs/_index.md", "---\ntitle: 文档\n---\n")
            .Add("content/docs/a/_index.md", "+++\ntitle = \"甲\"\nweight = 1\n+++\n\n## 甲一\n").Add("content/docs/a/b.md", "---\nweight: 1\n---\n\n# 甲二\n").Add("content/docs/c.md", "---\nweight: 2\n---\n# 乙\n");
        Assert.Equal("content/docs/a/_index.md 甲\n  content/docs/a/b.md 甲二\ncontent/docs/c.md 乙", book.Order());
        Assert.Equal("READ047@1 READ047@1", book.Findings);
    }

    [Theory]
    [InlineData("[x]({{< ref \"c\" >}})", "content/c.md")]
    [InlineData("[x]({{% relref \"/c.md#节\" %}})", "content/c.md#节")]
    [InlineData("[x]({{< ref deep >}})", "content/sub/deep.md")]
    [InlineData("[x]({{< ref \"bundle/index.md\" >}})", "content/sub/bundle/index.md")]
    [InlineData("[x]({% link content/c.md %})", "content/c.md")]
    [InlineData("[x]({{ site.baseurl }}/c.md)", "content/c.md")]
    [InlineData("[x]({{< ref \"none\" >}})", "✗")]
    [InlineData("[x](deep)", "✗")]
    public void A_page_is_found_by_its_name_where_its_tool_does_so(string markdown, string target)
    {
        using var book = Hugo().Add("content/x.md", $"---\nweight: 9\n---\n# 链\n\n{markdown}\n").Add("content/sub/deep.md", "# 深").Add("content/sub/bundle/index.md", "# 包");
        var read = book.Read();
        var places = read.Chapters.SelectMany(c => c.AllBlocks().OfType<Heading>().Select(h => (h.Id, Name: c.File.Path + "#" + h.Anchor)).Prepend((c.Id, Name: c.File.Path))).ToDictionary(p => p.Id, p => p.Name);
        var link = Assert.Single(read.Chapters.SelectMany(c => c.AllInlines()).OfType<Link>());
        Assert.Equal(target, link.Target is InternalTarget inside ? places[inside.Id] : "✗");
    }

    [Fact]
    public void A_home_page_of_settings_alone_is_not_in_the_book()
    {
        using var book = new TempBook().Add("docs/.vuepress/config.js", "module.exports = { title: '茶事', themeConfig: { sidebar: ['/', '/a'] } }")
            .Add("docs/README.md", "---\nhome: true\nheroText: 茶\n---\n").Add("docs/a.md", "# 甲\n");
        Assert.Equal("docs/a.md 甲", book.Order());
        Assert.Equal("READ047@1", book.Findings);
    }

    [Theory]
    [InlineData("window.$docsify = {\n  name: '茶事',\n}", "茶事")]
    [InlineData("window.$docsify = { repo: 'x', name: \"<b>茶事</b>\" }", "茶事")]
    [InlineData("</script><title>茶事</title><script>", "茶事")]
    [InlineData("</script><title>Document</title><script>", "首页")]
    public void Docsify_is_named_by_its_page(string script, string title)
    {
        using var book = new TempBook().Add("index.html", $"<!DOCTYPE html><html lang=\"zh-TW\"><script>{script}</script></html>").Add("_sidebar.md", "- [甲](a.md)\n").Add("README.md", "# 首页\n").Add("a.md", "# 甲\n");
        Assert.Equal((title, title == "首页" ? "zh-CN" : "zh-TW"), (book.Read().Metadata.Title, book.Read().Metadata.Language));
    }

    [Fact]
    public void Docsifys_links_start_from_the_root_and_its_files_can_be_embedded()
    {
        using var book = new TempBook().Add("_sidebar.md", "- [甲](one/a.md)\n- [乙](two/b.md)\n").Add("README.md", "# 首页\n").Add("two/b.md", "# 乙\n\n## 节 :id=sec\n")
            .Add("one/a.md", "# 甲\n\n[x](two/b.md?id=sec)\n\n[f](../part.txt ':include')\n\n[f](x.js ':include :type=code')\n\n[f](../part.txt ':include :type=code :fragment=f')\n")
            .Add("part.txt", "甲乙\n\n### [f]\n丙\n### [f]\n").Add("one/x.js", "let a\n");
        var chapter = book.Read().Chapters[1];
        Assert.IsType<InternalTarget>(Assert.Single(chapter.AllInlines().OfType<Link>()).Target);
        Assert.Contains(chapter.Blocks, b => b is Paragraph p && PlainText.Of(p.Inlines) == "甲乙");
        Assert.Equal("js let a", Assert.Single(chapter.Blocks.OfType<CodeBlock>().Where(c => c.Language == "js").Select(c => $"{c.Language} {c.Text}")));
    }

    [Fact]
    public void MkDocs_says_where_its_snippets_are()
    {
        using var book = new TempBook().Add("mkdocs.yml", "nav: [a.md]\nmarkdown_extensions:\n  - pymdownx.snippets:\n      base_path: [parts, docs/inc]\n").Add("docs/a.md", "# 甲\n\n--8<-- \"one.md\"\n\n--8<-- \"two.md\"\n").Add("docs/inc/one.md", "一。\n").Add("docs/inc/abbr.md", "略\n").Add("parts/two.md", "二。\n");
        Assert.Equal("甲 一。 二。", string.Join(' ', book.Read().Chapters[0].AllBlocks().Select(b => PlainText.Of([.. Descendants.OwnInlines(b)]))));
        Assert.Equal("", book.Findings);
    }

    [Theory]
    [InlineData("## 排序\n\n## 排序\n\n[x](#_3)")]
    [InlineData("## Redis 缓存\n\n## 二\n\n[x](#redis)")]
    [InlineData("## 排序\n\n[x](#_2)")]
    public void Anchors_that_MkDocs_counts_land(string markdown)
    {
        using var book = new TempBook().Add("a.md", "# 甲\n\n" + markdown);
        Assert.IsType<InternalTarget>(Assert.Single(book.Read().Chapters[0].AllInlines().OfType<Link>()).Target);
    }

    [Theory]
    [InlineData("這個說明還沒有寫完，請見後面。", "zh-Hant")]
    [InlineData("这个说明还没有写完，古书写作「說」「學」。", "zh-CN")]
    [InlineData("甲乙丙。", "zh-CN")]
    public void The_script_of_a_book_that_does_not_say_is_seen(string text, string language)
    {
        using var book = new TempBook().Add("a.md", "# 甲\n\n" + text);
        Assert.Equal(language, book.Read().Metadata.Language);
    }

    [Fact]
    public void An_author_is_a_name_without_an_address()
    {
        using var book = new TempBook().Add("book.json", "{ \"author\": \"陆羽 <luyu@example.org>\" }").Add("SUMMARY.md", "- [甲](a.md)").Add("a.md", "# 甲\n");
        Assert.Equal("陆羽", Assert.Single(book.Read().Metadata.Authors));
    }

    private static TempBook Hugo() => new TempBook().Add("hugo.toml", "title = '茶事'\n").Add("content/a.md", "---\ntitle: 甲\nweight: 1\n---\n\n文。\n").Add("content/c.md", "---\ntitle: 丙\nweight: 3\n---\n\n文。\n\n## 节\n");
}
