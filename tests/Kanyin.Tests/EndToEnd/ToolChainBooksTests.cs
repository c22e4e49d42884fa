using System.Text.Json;
using Kanyin.Tests.Publishing;
using Xunit;

namespace Kanyin.Tests.EndToEnd;

/// <summary>One small book, kept for each of the tools that Chinese books are written with, in either script: the order is found, and all of it arrives in both editions.</summary>
public sealed class ToolChainBooksTests
{
    private const string Picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"><rect width=\"40\" height=\"20\" fill=\"#486\"/></svg>";

    /// <summary>The folder of the chapters, the form that inspect names, and the files that declare the order.</summary>
    private static readonly Dictionary<string, (string Root, string Form, (string Path, string Text)[] Files)> Tools = new(StringComparer.Ordinal)
    {
        ["mdBook"] = ("src/", "mdBook",
        [
            ("book.toml", "[book]\ntitle = \"{书}\"\nlanguage = \"{语}\"\n\n[output.html]\nmathjax-support = true\n"),
            ("src/SUMMARY.md", "# Summary\n\n[{序}](README.md)\n\n# {上篇}\n\n- [{茶树}](tree.md)\n  - [{叶}](leaf/README.md)\n\n---\n\n- [{制茶}](make.md)\n- [{未写}]()\n"),
        ]),
        ["GitBook"] = ("", "GitBook",
        [
            ("book.json", "{ \"title\": \"{书}\", \"language\": \"{语}\", \"plugins\": [\"katex\"] }"),
            ("SUMMARY.md", "# Table of contents\n\n* [{序}](README.md)\n\n## {上篇}\n\n* [{茶树}](tree.md)\n  * [{叶}](leaf/README.md)\n* [{制茶}](make.md)\n"),
        ]),
        ["docsify"] = ("docs/", "docsify",
        [
            ("docs/index.html", "<script>window.$docsify = { loadSidebar: true }</script>"),
            ("docs/_sidebar.md", "* [{序}](/)\n* {上篇}\n  * [{茶树}](/tree.md \"题\")\n    * [{叶}](leaf/)\n  * [{制茶}](#/make)\n"),
        ]),
        ["MkDocs"] = ("docs/", "MkDocs",
        [
            ("mkdocs.yml", "site_name: {书}\ntheme:\n  name: material\n  language: zh\nmarkdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\nnav:\n  - {序}: README.md\n  - {上篇}:\n      - {茶树}: tree.md\n      - {叶}: leaf/README.md\n      - make.md\n"),
        ]),
        ["VitePress"] = ("docs/", "VitePress",
        [
            ("docs/.vitepress/config.mts", "import { defineConfig } from 'vitepress'\nconst dir = (name: string): string => `/${name}`\nexport default defineConfig({ title: '{书}', lang: '{语}', themeConfig: { sidebar: [{ text: '{序}', link: '/README' }, { text: '{上篇}', items: [{ text: '{茶树}', link: dir('tree'), items: [{ text: '{叶}', link: '/leaf/README' }] }, { text: '{制茶}', link: dir('make') }] }] } })\n"),
        ]),
        ["VuePress"] = ("docs/", "VuePress",
        [
            ("docs/.vuepress/config.js", "module.exports = { title: '{书}', themeConfig: { sidebar: ['/', { title: '{上篇}', children: ['/tree', '/leaf/', ['/make', '{制茶}']] }] } }\n"),
        ]),
        ["Hugo"] = ("content/", "Hugo",
        [
            ("hugo.toml", "title = '{书}'\nlanguageCode = '{语}'\n"),
            ("content/_index.md", "---\ntitle: {序}\n---\n\n{序文}\n"),
        ]),
        ["README"] = ("", "README",
        [
            ("README.md", "# {书}\n\n{序文}\n\n## {上篇}\n\n- [{茶树}](tree.md)\n- [{叶}](leaf/README.md)\n- [{制茶}](./make.md)\n"),
        ]),
        ["names"] = ("", "file names", []),
    };

    public static TheoryData<string, bool> Books => [.. Tools.Keys.SelectMany(t => new[] { (t, false), (t, true) })];

    [Theory]
    [MemberData(nameof(Books))]
    public void A_book_of_any_tool_arrives_whole_and_in_its_order(string tool, bool isTraditional)
    {
        using var folder = new TemporaryFolder();
        var form = Write(folder, tool, isTraditional);
        var run = ToolRun.Run("publish", folder["book"], "-o", folder["out"]);
        Assert.True(run.ExitCode == ExitCode.Success, run.Output + run.Error);

        var inspected = JsonDocument.Parse(ToolRun.Run("inspect", folder["book"], "--format", "json").Output).RootElement;
        Assert.Equal(form, inspected.GetProperty("form").GetString());
        Assert.Equal(
            Titles(tool, isTraditional),
            string.Join(' ', inspected.GetProperty("chapters").EnumerateArray().Select(c => c.GetProperty("title").GetString())));

        var report = JsonDocument.Parse(File.ReadAllText(folder["out/book/report.json"])).RootElement;
        var written = report.GetProperty("written");
        Assert.Equal(1, written.GetProperty("pictures").GetInt32());
        Assert.Equal(0, written.GetProperty("picturesLost").GetInt32() + written.GetProperty("brokenLinks").GetInt32());
        foreach (var edition in new[] { report.GetProperty("pdf"), report.GetProperty("epub") })
        {
            Assert.Equal(written.GetProperty("han").GetInt64(), edition.GetProperty("han").GetInt64());
            Assert.Equal((2, 1), (edition.GetProperty("links").GetInt32() - (tool == "README" ? 3 : 0), edition.GetProperty("notes").GetInt32()));
        }
    }

    private static string Titles(string tool, bool isTraditional) => In(
        tool switch
        {
            "README" => "{书} {茶树} {叶} {制茶}",
            _ => "{序} {茶树} {叶} {制茶}",
        },
        isTraditional);

    private static string Write(TemporaryFolder folder, string tool, bool isTraditional)
    {
        var (root, form, files) = Tools[tool];
        string[] names = tool == "names" ? ["00-tree", "1-leaf/README", "10-make"] : ["tree", "leaf/README", "make"];
        void Put(string path, string text) => folder.Write("book/" + path, In(text, isTraditional));

        // A file may say its title in its front matter only, begin at the second level, and end without a line end.
        Put(root + "README.md", "# {序}\n\n{序文}\n");
        Put(root + names[0] + ".md", $"{Weight(tool, 1)}# {{茶树}}\r\n\r\n**{{茶树}}：**{{喜}}，{{见}}[{{下文}}]({names[2]}.md#揉捻)。\r\n\r\n![芽](</图 片/芽.svg>)\r\n");
        Put(root + names[1] + ".md", $"{Weight(tool, 2)}# {{叶}}\n\n::: tip\n{{叶文}}[^1]\n:::\n\n[^1]: {{注}}\n");
        Put(root + names[2] + ".md", $"{Weight(tool, 3)}# {{制茶}}\n\n## 揉捻\n\n| 步 | 物 |\n| - | - |\n| 一 | [{{叶}}]({(tool == "names" ? "1-leaf" : "leaf")}/README.md) |\n\n{{制文}}");
        Put(root + "图 片/芽.svg", Picture);
        foreach (var (path, text) in files)
        {
            Put(path, text);
        }

        if (tool == "Hugo")
        {
            File.Delete(folder["book/content/README.md"]);
            File.Move(folder["book/content/leaf/README.md"], folder["book/content/leaf/_index.md"]);
            Put("content/make.md", $"{Weight(tool, 3)}# {{制茶}}\n\n## 揉捻\n\n| 步 | 物 |\n| - | - |\n| 一 | [{{叶}}](leaf/_index.md) |\n\n{{制文}}");
        }

        return form;
    }

    private static string Weight(string tool, int weight) => tool == "Hugo" ? $"---\nweight: {weight}\n---\n" : "";

    /// <summary>The words in one of the two scripts.</summary>
    private static string In(string text, bool isTraditional) => Words.Aggregate(text, (t, w) => t.Replace($"{{{w.Key}}}", isTraditional ? w.Value.Traditional : w.Value.Simplified, StringComparison.Ordinal));

    private static readonly Dictionary<string, (string Simplified, string Traditional)> Words = new(StringComparer.Ordinal)
    {
        ["语"] = ("zh-CN", "zh-TW"),
        ["书"] = ("茶事", "茶事錄"),
        ["序"] = ("写在前面", "寫在前面"),
        ["上篇"] = ("上篇：认识", "上篇：認識"),
        ["茶树"] = ("茶树", "茶樹"),
        ["叶"] = ("叶子", "葉子"),
        ["制茶"] = ("制茶", "製茶"),
        ["未写"] = ("还没写", "還沒寫"),
        ["序文"] = ("这本小书讲茶。\n两行之间没有空格。", "這本小書講茶。\n兩行之間沒有空格。"),
        ["喜"] = ("喜欢温暖湿润", "喜歡溫暖濕潤"),
        ["见"] = ("做法见", "做法見"),
        ["下文"] = ("后面一章", "後面一章"),
        ["叶文"] = ("一芽二叶，最为鲜嫩", "一芽二葉，最為鮮嫩"),
        ["注"] = ("《茶经》之说。", "《茶經》之說。"),
        ["制文"] = ("先萎凋，再揉捻，后干燥。", "先萎凋，再揉捻，後乾燥。"),
    };
}
