using Xunit;

namespace Kanyin.Tests.Reading.Contents;

/// <summary>Sidebars that are programs.</summary>
public sealed class VitePressTests
{
    private static TempBook Of(string config, string text, params string[] files)
    {
        var book = new TempBook().Add(config, text);
        foreach (var file in files)
        {
            book.Add(file, $"# {Path.GetFileNameWithoutExtension(file)}\n\n文。\n");
        }

        return book;
    }

    private const string TypeScript =
        """
        import { defineConfig, type DefaultTheme } from 'vitepress'
        import type { Plugin } from 'vite'
        import path from 'node:path'
        import sidebar, { nav as top } from './sidebar'

        interface Extra { name: string; inner: { a: number } }
        type Kind = 'a' | 'b'
        const extra: Extra = { name: "it's as Good", inner: { a: 1 } }
        const join = (a: string, b?: string): string => a + (b ?? '')

        // import nothing from './nowhere'
        export default defineConfig<DefaultTheme.Config>({
          title: `茶事`,
          lang: 'zh-CN',
          srcDir: './text',
          vite: { plugins: [path.resolve(__dirname, 'x')] as Plugin[] },
          themeConfig: { nav: top, sidebar: sidebar as DefaultTheme.Sidebar, editLink: { pattern: ({ filePath }) => join(filePath) } },
        })
        """;

    private const string Sidebar =
        """
        import { DefaultTheme } from "vitepress";
        export const nav = [];
        const chapter = (text: string, link: string): DefaultTheme.SidebarItem => ({ text, link });
        export default [
          { text: "序", link: "/preface" },
          { text: "入门", collapsed: false, items: [
            { text: "甲", link: "/a/", items: [{ text: "甲一", link: "/a/one" }] },
            chapter("乙", "/b.html"),
          ] },
          { text: "仓库", link: "https://example.org" },
        ] satisfies DefaultTheme.Sidebar;
        """;

    [Fact]
    public void A_sidebar_in_TypeScript_gives_the_order()
    {
        using var book = Of("docs/.vitepress/config.mts", TypeScript, "docs/text/preface.md", "docs/text/a/index.md", "docs/text/a/one.md", "docs/text/b.md");
        book.Add("docs/.vitepress/sidebar.ts", Sidebar);
        Assert.Equal(
            """
            docs/text/preface.md preface
            docs/text/a/index.md index | 入门
              docs/text/a/one.md one
            docs/text/b.md b
            """.ReplaceLineEndings("\n"), book.Order());
        Assert.Equal(("READ017@10", "VitePress", "茶事"), (book.Findings, book.Read().Order.Form, book.Read().Metadata.Title));
        Assert.Equal("docs/.vitepress/sidebar.ts", book.Bag.Sorted[0].At.File.Path);
    }

    [Fact]
    public void VuePress_1_has_pairs_prefixes_and_a_module_of_its_own()
    {
        using var book = Of(
            "docs/.vuepress/config.js",
            "module.exports = { title: '茶事', themeConfig: { sidebar: { '/guide/': ['', ['one', '甲'], { title: '组', children: ['/two.md'] }], '/': ['/end'], '/en/': ['/en/x'] } } }\n",
            "docs/guide/README.md", "docs/guide/one.md", "docs/two.md", "docs/end.md", "docs/README.md");
        Assert.Equal("docs/end.md end\ndocs/guide/README.md README\ndocs/guide/one.md one\ndocs/two.md two | 组", book.Order());
        Assert.Equal(("VuePress", "READ015@1"), (book.Read().Order.Form, book.Findings));
    }

    [Fact]
    public void A_theme_of_VuePress_names_folders_whose_files_are_the_order()
    {
        using var book = Of(
            "docs/.vuepress/config.ts",
            "import { defineUserConfig } from \"vuepress\";\nimport { hopeTheme, sidebar } from \"vuepress-theme-hope\";\nexport default defineUserConfig({ theme: hopeTheme({ sidebar: sidebar({ \"/\": [{ text: \"基础\", icon: \"x\", prefix: \"basic/\", children: \"structure\" }, { text: \"进阶\", prefix: \"more/\", children: [\"b\", \"a\"] }] }) }) });\n",
            "docs/basic/2.md", "docs/basic/10.md", "docs/more/a.md", "docs/more/b.md");
        Assert.Equal("docs/basic/2.md 2 | 基础\ndocs/basic/10.md 10\ndocs/more/b.md b | 进阶\ndocs/more/a.md a", book.Order());
    }

    [Fact]
    public void The_Chinese_pages_of_a_site_of_several_languages_are_the_book()
    {
        using var book = Of(
            ".vitepress/config.js",
            "export default { locales: { root: { lang: 'en', themeConfig: { sidebar: [{ link: '/a' }] } }, zh: { lang: 'zh-Hans', themeConfig: { sidebar: { '/zh/': { base: '/zh/', items: [{ text: '甲', link: 'a' }] } } } } } }",
            "a.md", "zh/a.md");
        Assert.Equal("zh/a.md a", book.Order());
    }

    [Theory]
    [InlineData("for (;;) { }")]
    [InlineData("const a = []; for (;;) a.push('x'.repeat(1e6) + a.length)")]
    [InlineData("const f = () => f(); f()")]
    [InlineData("/(a+)+$/.test('a'.repeat(5000) + 'b'); for (;;) { }")]
    [InlineData("export default {")]
    [InlineData("throw new Error('x')")]
    [InlineData("const s = {}; s.s = s; export default { themeConfig: { sidebar: s } }")]
    [InlineData("export default { themeConfig: { sidebar: new Function('return []')() } }")]
    [InlineData("enum Kind { A, B }")]
    public void A_script_that_fails_or_never_ends_leaves_the_order_of_the_files(string script)
    {
        using var book = Of(".vitepress/config.ts", script, "b.md", "a.md");
        Assert.Equal("a.md a\nb.md b", book.Order());
        Assert.Equal("READ018@1", book.Findings);
    }

    [Fact]
    public void A_script_reads_nothing_outside_the_book()
    {
        using var outside = new TempBook().Add("secret.js", "export default [{ link: '/b' }]");
        using var book = Of(
            ".vitepress/config.js",
            $"import fs from 'fs'\nimport a from '../../{Path.GetFileName(outside.Folder)}/secret.js'\nconst b = [...fs.readdirSync('/')]\nconst c = typeof System + typeof importNamespace\nexport default {{ title: c, themeConfig: {{ sidebar: [{{ link: '/a' }}, ...a, ...b] }} }}\n",
            "a.md");
        Assert.Equal("a.md a", book.Order());
        Assert.Equal("undefinedundefined", book.Read().Metadata.Title);
    }
}
