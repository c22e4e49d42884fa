using Xunit;

namespace Kanyin.Tests.Reading.Contents;

/// <summary>A tiny book for each way in which books of other tools declare their order.</summary>
public sealed class ToolChainTests
{
    /// <summary>Every file is a chapter whose title is its own name.</summary>
    private static TempBook Of(string name, string order, params string[] files)
    {
        var book = new TempBook().Add(name, order);
        foreach (var file in files)
        {
            book.Add(file, $"# {Path.GetFileNameWithoutExtension(file)}\n\n文。\n");
        }

        return book;
    }

    private static void AssertOrder(TempBook book, string form, string order, string findings = "")
    {
        var read = book.Read();
        Assert.Equal(order.ReplaceLineEndings("\n"), book.Order());
        Assert.Equal((form, findings), (read.Order.Form, book.Findings));
    }

    [Fact]
    public void Pages_that_list_those_below_them_are_in_that_order()
    {
        using var book = Of("index.md", "# 书\n\n```toc\n:maxdepth: 1\n\nb/index\na/index\n```\n\n```{toctree}\n:caption: 附录\n\n题目 <c>\nmissing\n```\n", "c.md", "a/a1.md", "b/b2.md", "b/b1.md");
        book.Add("a/index.md", "# 甲\n\n```{toctree}\na1\n```\n").Add("b/index.md", "# 乙\n\n```toc\nb2\nb1\n```\n");
        AssertOrder(
            book, "toctree",
            """
            index.md 书
            b/index.md 乙
              b/b2.md b2
              b/b1.md b1
            a/index.md 甲
              a/a1.md a1
            c.md c | 附录
            """);
        Assert.Equal("missing", Assert.Single(book.Read().MissingChapters).Target);
    }

    [Fact]
    public void Quarto_lists_files_parts_and_appendices()
    {
        using var book = Of("_quarto.yml", "project: { type: book }\nlang: zh-TW\nbook:\n  title: 茶\n  author: [{ name: 陆羽 }, 皎然]\n  chapters:\n    - index.qmd\n    - part: 甲部\n      chapters: [b.qmd, { text: 甲章, file: a.qmd }]\n    - part: p.qmd\n      chapters: [c.qmd]\n  appendices: [z.qmd, none.qmd]\n", "index.qmd", "a.qmd", "b.qmd", "p.qmd", "c.qmd", "z.qmd");
        AssertOrder(
            book, "Quarto",
            """
            index.qmd index
            b.qmd b | 甲部
            a.qmd a
            p.qmd p
              c.qmd c
            z.qmd z
            """);
        var read = book.Read();
        Assert.Equal(("茶", "陆羽 皎然", "zh-TW"), (read.Metadata.Title, string.Join(' ', read.Metadata.Authors), read.Metadata.Language));
        Assert.Equal("none.qmd", Assert.Single(read.MissingChapters).Target);
    }

    [Theory]
    [InlineData("rmd_files: [index.Rmd, b.Rmd, a.Rmd]")]
    [InlineData("rmd_files:\n  html: [index.Rmd, b.Rmd, a.Rmd]\n  latex: [a.Rmd]")]
    public void Bookdown_lists_its_files(string settings)
    {
        using var book = Of("_bookdown.yml", settings, "index.Rmd", "a.Rmd", "b.Rmd");
        AssertOrder(book, "bookdown", "index.Rmd index\nb.Rmd b\na.Rmd a");
    }

    [Fact]
    public void Bookdown_opens_a_part_by_a_heading()
    {
        using var book = new TempBook().Add("_bookdown.yml", "rmd_files: [index.Rmd, p.Rmd, a.Rmd, z.Rmd]\n").Add("index.Rmd", "# 序 {-}\n\n文。\n").Add("p.Rmd", "# (PART\\*) 甲部 {-}\n")
            .Add("a.Rmd", "# 甲\n\n文。\n").Add("z.Rmd", "# (APPENDIX) 附录 {-}\n\n# 乙\n\n文。\n");
        AssertOrder(book, "bookdown", "index.Rmd 序\na.Rmd 甲 | 甲部\nz.Rmd 乙 | 附录");
    }

    [Fact]
    public void Bookdown_without_a_list_has_the_order_of_the_names()
    {
        using var book = Of("_bookdown.yml", "book_filename: x\n", "index.Rmd", "01-b.Rmd", "02-a.Rmd");
        AssertOrder(book, "file names", "index.Rmd index\n01-b.Rmd 01-b\n02-a.Rmd 02-a");
    }

    [Fact]
    public void Jupyter_Book_has_a_root_parts_and_sections()
    {
        using var book = Of("_toc.yml", "format: jb-book\nroot: intro\nparts:\n  - caption: 甲部\n    chapters:\n      - file: b\n        sections:\n          - file: sub/c\n      - file: a\n        title: 甲\n", "intro.md", "a.md", "b.md", "sub/c.md");
        book.Add("_config.yml", "title: 茶\nauthor: 陆羽\n");
        AssertOrder(
            book, "Jupyter Book",
            """
            intro.md intro
            b.md b | 甲部
              sub/c.md c
            a.md a
            """);
        Assert.Equal("茶", book.Read().Metadata.Title);
    }

    [Fact]
    public void Posts_of_Jekyll_and_Hexo_are_in_the_order_of_their_dates()
    {
        using var book = Of("_config.yml", "title: 周记\nauthor: { name: 陆羽 }\nlang: zh-TW\n", "about.md");
        book.Add("_posts/2023-03-01-b.md", "文。\n").Add("_posts/2022-12-11-z.md", "---\ntitle: 末\ndate: 2024-01-02 08:00\n---\n\n文。\n")
            .Add("_posts/a.md", "---\ndate: 2024/1/2 07:30:00\n---\n\n文。\n").Add("_posts/2021-1-1-c.md", "---\npublished: false\n---\n\n文。\n").Add("_posts/0.md", "文。\n");
        var read = book.Read();
        Assert.Equal(["2023-03-01-b.md", "a.md", "2022-12-11-z.md", "0.md"], read.Chapters.Select(c => Path.GetFileName(c.File.Path)));
        Assert.All(read.Chapters, c => Assert.Null(c.Part));
        Assert.Equal(("周记", "陆羽", "zh-TW"), (read.Metadata.Title, Assert.Single(read.Metadata.Authors), read.Metadata.Language));
    }

    [Fact]
    public void Pages_of_Docusaurus_bookdown_and_Quarto_are_Markdown()
    {
        using var book = new TempBook().Add("index.Rmd", "---\ntitle: 序\n---\n\n文。\n").Add("01-a.qmd", "# 甲 {#sec-a}\n\n```{r}\n1\n```\n").Add("02-b.mdx", "import A from './a';\n\n# 乙\n\n见[甲](./01-a.qmd)。\n");
        AssertOrder(
            book, "file names",
            """
            index.Rmd 序
            01-a.qmd 甲
            02-b.mdx 乙
            """);
        Assert.DoesNotContain("import", Books.Model.BookDump.Of(book.Read()), StringComparison.Ordinal);
    }

    [Fact]
    public void MdBook_has_parts_separators_drafts_and_chapters_before_and_after()
    {
        using var book = Of("src/SUMMARY.md", "# Summary\n\n[序](preface.md)\n\n# 入门\n\n- [甲](a.md)\n  - [甲一](a1.md)\n- [未写]()\n\n---\n\n# 进阶\n\n- [乙](b.md)\n\n[跋](end.md)\n", "src/preface.md", "src/a.md", "src/a1.md", "src/b.md", "src/end.md");
        book.Add("book.toml", "[book]\ntitle = \"茶事\" # 书名\nauthors = [\"陆羽\", '皎然']\nlanguage = \"zh-hans\"\n[output.html]\ngit-repository-url = \"x\"\n");
        AssertOrder(
            book, "mdBook",
            """
            src/preface.md preface
            src/a.md a | 入门
              src/a1.md a1
            src/b.md b | 进阶
            src/end.md end
            """, "READ013@9");
        var read = book.Read();
        Assert.Equal(("茶事", "陆羽 皎然", "zh-Hans"), (read.Metadata.Title, string.Join(' ', read.Metadata.Authors), read.Metadata.Language));
        Assert.Equal([true, false, false, false, true], read.Chapters.Select(c => c.IsUnnumbered));
    }

    [Fact]
    public void A_language_that_is_not_Chinese_is_what_the_tool_filled_in()
    {
        using var book = Of("src/SUMMARY.md", "- [甲](a.md)", "src/a.md").Add("book.toml", "[book]\nlanguage = \"en\"\n");
        Assert.Equal("zh-CN", book.Read().Metadata.Language);
    }

    [Theory]
    [InlineData("book.toml", "[book\n")]
    [InlineData("book.json", "{ title: ")]
    [InlineData("mkdocs.yml", "nav: [")]
    public void Settings_that_cannot_be_read_are_a_finding_and_the_book_is_read(string name, string text)
    {
        using var book = Of(name, text, "a.md");
        book.Add("SUMMARY.md", "- [甲](a.md)");
        if (name == "mkdocs.yml")
        {
            File.Delete(Path.Combine(book.Folder, "SUMMARY.md"));
        }

        Assert.Equal("a.md a", book.Order());
        Assert.Contains("READ018", book.Findings, StringComparison.Ordinal);
    }

    [Fact]
    public void GitBook_may_keep_its_contents_elsewhere()
    {
        using var book = Of("text/目录.md", "* [首页](README.md)\n* [甲](a/README.md)\n  * [甲一](a/one.md#x)\n", "text/README.md", "text/a/README.md", "text/a/one.md");
        book.Add(".gitbook.yaml", "root: ./text/\nstructure:\n  readme: README.md\n  summary: 目录.md\n");
        AssertOrder(
            book, "GitBook",
            """
            text/README.md README
            text/a/README.md README
              text/a/one.md one
            """);
    }

    [Fact]
    public void GitBook_facts_come_from_book_json()
    {
        using var book = Of("SUMMARY.md", "- [甲](a.md)", "a.md").Add("book.json", "{ \"title\": \"茶事\", \"author\": \"陆羽\", \"language\": \"zh-hans\", }");
        AssertOrder(book, "GitBook", "a.md a");
        Assert.Equal(("茶事", "陆羽"), (book.Read().Metadata.Title, Assert.Single(book.Read().Metadata.Authors)));
    }

    [Fact]
    public void Docsify_links_are_nested_escaped_titled_and_hash_routes()
    {
        using var book = Of(
            "docs/_sidebar.md",
            "- [茶事](/)\n- 入门\n  - [甲](<ch 1/甲 一.md> \"题\")\n  - [乙](#/ch%201/two)\n- 进阶\n  - [丙](three/)\n  - [丁](/four.md?id=x)\n  - [仓库](https://example.org)\n",
            "docs/README.md", "docs/ch 1/甲 一.md", "docs/ch 1/two.md", "docs/three/README.md", "docs/four.md", "docs/stray.md");
        AssertOrder(
            book, "docsify",
            """
            docs/README.md README
            docs/ch 1/甲 一.md 甲 一 | 入门
            docs/ch 1/two.md two
            docs/three/README.md README | 进阶
            docs/four.md four
            """, "READ015@1 READ017@8");
    }

    [Fact]
    public void Docsify_begins_with_its_home_page_though_the_sidebar_does_not_list_it()
    {
        using var book = Of("_sidebar.md", "- [甲](a)\n", "README.md", "a.md");
        AssertOrder(book, "docsify", "README.md README\na.md a");
    }

    [Fact]
    public void A_front_page_above_the_whole_book_stands_before_it()
    {
        using var book = Of("_sidebar.md", "- [书](./README.md)\n  - [甲](a.md)\n  - [乙](b.md)\n    - [乙一](b1.md)\n", "README.md", "a.md", "b.md", "b1.md");
        AssertOrder(book, "docsify", "README.md README\na.md a\nb.md b\n  b1.md b1");
        Assert.True(book.Read().Chapters[0].IsUnnumbered);
    }

    private const string MkDocsNav =
        """
        site_name: 茶事
        docs_dir: text
        theme: { name: material, language: zh }
        markdown_extensions:
          - pymdownx.emoji:
              emoji_index: !!python/name:material.extensions.emoji.twemoji
          - toc: { slugify: !!python/object/apply:pymdownx.slugs.slugify { kwds: { case: lower } } }
        extra: { key: !ENV [KEY, ''], base: !relative $docs_dir }
        nav:
          - index.md
          - 第一部分:
            - 甲: a.md
            - 组:
              - b/one.md
              - b/two.md
          - 第二章 丙:
            - c/index.md
            - c/sub.md
          - 网站: https://example.org
          - 缺: missing.md
        """;

    [Fact]
    public void MkDocs_nav_has_sections_pages_without_titles_and_tags()
    {
        using var book = Of("mkdocs.yml", MkDocsNav, "text/index.md", "text/a.md", "text/b/one.md", "text/b/two.md", "text/c/index.md", "text/c/sub.md");
        AssertOrder(
            book, "MkDocs",
            """
            text/index.md index
            text/a.md a | 第一部分
            mkdocs.yml#1 组
              text/b/one.md one
              text/b/two.md two
            text/c/index.md index
              text/c/sub.md sub
            """, "READ017@19");
        Assert.Equal("茶事", book.Read().Metadata.Title);
        Assert.Equal(20, Assert.Single(book.Read().MissingChapters).At.Line);
    }

    [Fact]
    public void The_docs_folder_of_a_site_means_the_site()
    {
        using var book = Of("mkdocs.yml", "site_name: 茶事\nnav: [b.md, a.md]\n", "docs/a.md", "docs/b.md", "other/secret.md");
        Assert.Equal(["docs/b.md", "docs/a.md"], book.Read("docs").Chapters.Select(c => c.File.Path));
        Assert.Equal(["secret.md"], book.Read("other").Chapters.Select(c => c.File.Path));
    }

    [Fact]
    public void Aliases_that_multiply_do_not_fill_the_memory()
    {
        var bomb = "a0: &a0 [x.md, x.md, x.md, x.md, x.md, x.md, x.md, x.md, x.md, x.md]\n"
            + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"k: *a{i - 1}", 10))}]\n")) + "nav: *a9\n";
        using var book = Of("mkdocs.yml", bomb, "docs/x.md");
        Assert.Equal("docs/x.md", Assert.Single(book.Read().Chapters, c => c.File.Path.EndsWith(".md", StringComparison.Ordinal)).File.Path);
    }

    [Fact]
    public void Hugo_pages_are_ordered_by_weight_and_folders_by_that_of_their_page()
    {
        using var book = new TempBook().Add("hugo.toml", "title = '茶事'\n")
            .Add("content/zh/_index.md", "---\ntitle: 首页\n---\n\n首。\n")
            .Add("content/zh/b/_index.md", "---\nweight: 1\n---\n\n# 乙\n").Add("content/zh/b/z.md", "---\nweight: 2\n---\n\n# 乙一\n").Add("content/zh/b/a.md", "---\nweight: 10\n---\n\n# 乙二\n")
            .Add("content/zh/a.md", "---\nweight: 20\n---\n\n# 甲\n").Add("content/zh/none.md", "# 末\n").Add("content/en/a.md", "# a\n");
        AssertOrder(
            book, "Hugo",
            """
            content/zh/_index.md 首页
            content/zh/b/_index.md 乙
              content/zh/b/z.md 乙一
              content/zh/b/a.md 乙二
            content/zh/a.md 甲
            content/zh/none.md 末
            """);
    }

    [Fact]
    public void A_README_with_an_index_gives_the_order()
    {
        using var book = Of("README.md", "# 茶事\n\n[许可](LICENSE.md)\n\n## 目录\n\n1. [乙](b.md)\n2. 其他\n   - [甲](a.md)\n   - [网](https://example.org)\n\n## 参与\n\n- [怎样](CONTRIBUTING.md)\n", "a.md", "b.md", "c.md", "LICENSE.md", "CONTRIBUTING.md");
        AssertOrder(book, "README", "README.md 茶事\nb.md b\na.md a | 其他", "READ015@1");
    }

    [Fact]
    public void Headings_above_the_links_of_a_README_are_parts()
    {
        using var book = Of("README.md", "# 茶事\n\n## 上篇\n\n- [甲](a.md)\n\n## 下篇\n\n| 章 | 字数 |\n| --- | --- |\n| [乙](b.md) | 多 |\n", "a.md", "b.md");
        AssertOrder(book, "README", "README.md 茶事\na.md a | 上篇\nb.md b | 下篇");
    }

    [Fact]
    public void A_README_that_names_few_of_the_files_gives_no_order()
    {
        using var book = Of("README.md", "# 茶事\n\n- [丙](c.md)\n- [丁](d.md)\n", "a.md", "b.md", "c.md", "d.md", "e.md");
        AssertOrder(book, "file names", "README.md 茶事\na.md a\nb.md b\nc.md c\nd.md d\ne.md e");
    }

    [Fact]
    public void Book_yml_lists_chapters_before_any_other_order()
    {
        using var book = Of("SUMMARY.md", "- [甲](a.md)\n", "a.md", "b.md", "sub/c.md", "d.md");
        book.Add("book.yml", "title: 茶事\nchapters:\n  - b.md\n  - part: 第一部分\n    chapters:\n      - file: a.md\n        chapters: [sub/c.md]\n      - d.md\n      - d.md\n");
        AssertOrder(
            book, "book.yml",
            """
            b.md b
            a.md a | 第一部分
              sub/c.md c
            d.md d
            """, "READ010@9");
    }

    [Fact]
    public void A_wrong_key_of_a_chapter_is_reported_at_its_place()
    {
        using var book = Of("book.yml", "chapters:\n  - file: a.md\n    titel: 甲\n", "a.md");
        Assert.Equal("a.md a", book.Order());
        Assert.Equal("CONF002@3", book.Findings);
    }
}
