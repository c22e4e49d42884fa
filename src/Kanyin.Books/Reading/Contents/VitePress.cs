using System.Text.Json;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Reading.Contents.Scripts;

namespace Kanyin.Books.Reading.Contents;

/// <summary>The sidebar of VitePress and VuePress, which a script of the site gives.</summary>
internal sealed partial class VitePress : IContentsReader
{
    private static readonly (string Folder, string Form)[] _tools = [(".vitepress", "VitePress"), (".vuepress", "VuePress")];
    private static readonly string[] _endings = ["config.mts", "config.ts", "config.mjs", "config.js", "config.cjs", "config/index.mts", "config/index.ts", "config/index.js"];
    private static readonly IContentsReader[] _others = [new Docsify(), new Hugo(), new ReadmeList(), new FolderOrder()];

    public bool Fits(BookFolder folder) => Settings(folder) is not null;

    /// <summary>The folder of the site's text, before its settings have been asked.</summary>
    public static string? DeclaredRoot(BookFolder folder) => Settings(folder)?.Root;

    public BookContents Read(BookFolder folder, DiagnosticBag bag)
    {
        var (path, root, form) = Settings(folder)!.Value;
        if (ScriptSettings.Read(folder, path, bag) is not var (document, files))
        {
            return _others.First(r => r.Fits(folder)).Read(folder, bag);
        }

        using (document)
        {
            var site = document.RootElement;
            var facts = SiteFacts.Of(Sidebar.Text(site, "title"), [], Sidebar.Text(site, "lang"), Sidebar.Text(site, "description"));
            if (Chosen(site) is not { ValueKind: JsonValueKind.Array or JsonValueKind.Object } lines)
            {
                return _others.First(r => r.Fits(folder)).Read(folder, bag) with { Facts = facts };
            }

            root = folder.Find(root, Sidebar.Text(site, "srcDir") ?? "") is { IsFolder: true, Path: { } source } ? source : root;
            var list = new EntryList(folder, files[0], root, bag);
            list.Add(new Sidebar(folder, root, files).Lines(lines));
            return list.Contents(form, facts);
        }
    }

    /// <summary>The sidebar of the Chinese pages: that of a locale, the site's own, or the first locale's.</summary>
    private static JsonElement? Chosen(JsonElement site)
    {
        var locales = site.GetProperty("locales").EnumerateArray().Where(l => l.TryGetProperty("sidebar", out _)).ToList();
        var chinese = locales.FirstOrDefault(l => IsChinese().IsMatch(Sidebar.Text(l, "key") ?? "") || IsChinese().IsMatch(Sidebar.Text(l, "lang") ?? ""));
        return chinese.ValueKind == JsonValueKind.Object ? chinese.GetProperty("sidebar")
            : site.TryGetProperty("sidebar", out var own) ? own
            : locales.Count > 0 ? locales[0].GetProperty("sidebar")
            : null;
    }

    private static (string Path, string Root, string Form)? Settings(BookFolder folder)
    {
        var roots = folder.Names("").Folders.Where(f => !FolderOrder.IsSkipped(f)).Prepend("");
        foreach (var (root, tool) in roots.SelectMany(r => _tools.Select(t => (r, t))))
        {
            if (_endings.Select(e => folder.Find(root, tool.Folder + "/" + e)).FirstOrDefault(f => f.IsFile).Path is { } path)
            {
                return (path, root, tool.Form);
            }
        }

        return null;
    }

    [GeneratedRegex("^/?zh([-_/]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex IsChinese();
}
