using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Contents;
using Kanyin.Books.Reading.Markdown;

namespace Kanyin.Books.Reading.Resolving;

/// <summary>
/// Puts each file's headings into the book's tree: its highest heading becomes level 1 + depth and the others follow,
/// whether the author began at # or at ####. A chapter without a title of its own gets the one from its front matter or the contents.
/// </summary>
internal static partial class Levels
{
    private const int Deepest = 6;

    public static Chapter Apply(ContentsEntry entry, MarkdownText text, string id)
    {
        text = Sunk(text);
        var levels = text.Blocks.OfType<Heading>().Select(h => h.Level).ToList();
        var title = TitleToAdd(entry, text, levels);
        var top = System.Math.Min(1 + entry.Depth, Deepest);

        // With a title added, the file's own headings begin one below it.
        var shift = levels.Count == 0 ? 0 : top + (title is null ? 0 : 1) - levels.Min();
        var blocks = shift == 0 ? text.Blocks : new Shift(shift).Rewrite(text.Blocks);
        if (title is not null)
        {
            var at = Place.Of(text.Source);
            blocks = blocks.Insert(0, new Heading(at, top, "", "", null, null, [new Text(at, title)]));
        }

        var first = blocks.OfType<Heading>().First();
        return new Chapter(text.Source, id, PlainText.Of(first), entry.Depth, entry.Part, blocks) { IsUnnumbered = entry.IsUnnumbered, Listed = entry.At.Length > 0 ? entry.At : null };
    }

    /// <summary>
    /// A file whose first heading is its title and whose sections are written at the same level: 第一章 容器, then # 1. 安装. The sections sink.
    /// It is the title when it has no number and nothing stands under it, or when it alone is numbered as a chapter is.
    /// </summary>
    private static MarkdownText Sunk(MarkdownText text)
    {
        var headings = text.Blocks.OfType<Heading>().ToList();
        if (headings.Count(h => h.Level == 1) < 3 || headings[0].Level > 1)
        {
            return text;
        }

        var index = text.Blocks.IndexOf(headings[0]);
        var isAlone = text.Blocks[index + 1] is Heading { Level: 1 } && TypedNumber.Parse(PlainText.Of(headings[0].Inlines)) is null;
        var chapters = headings.Count(h => h.Level == 1 && ChapterNumber().IsMatch(PlainText.Of(h.Inlines)));
        var isChapter = chapters == 1 && ChapterNumber().IsMatch(PlainText.Of(headings[0].Inlines));
        return isAlone || isChapter ? text with { Blocks = [.. text.Blocks[..(index + 1)], .. new Shift(1).Rewrite(text.Blocks[(index + 1)..])] } : text;
    }

    /// <summary>
    /// A title is missing when there is no heading at all, or when no heading is a # and the front matter names the chapter otherwise than
    /// the first of them. What the contents call it counts only where several headings share the top level.
    /// </summary>
    private static string? TitleToAdd(ContentsEntry entry, MarkdownText text, List<int> levels)
    {
        if (levels.Count == 0)
        {
            return text.Title ?? entry.Title ?? NameOf(entry.File);
        }

        var top = levels.Min();
        var isAlone = levels.Count(l => l == top) == 1 && levels[0] == top;
        var given = text.Title ?? entry.Title;
        return top > 1 && (text.Title is not null || !isAlone) && given is not null && given.Trim() != PlainText.Of(text.Blocks.OfType<Heading>().First()).Trim() ? given : null;
    }

    /// <summary>The file's name, or its folder's for a README or index.</summary>
    private static string NameOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.ToLowerInvariant() is "readme" or "index" && BookFolder.FolderOf(file) is { Length: > 0 } folder ? Path.GetFileName(folder) : name;
    }

    private sealed class Shift(int by) : TreeRewriter
    {
        protected override Inline Changed(Inline inline) => inline;

        protected override Block Changed(Block block) => block is Heading h ? h with { Level = System.Math.Clamp(h.Level + by, 1, Deepest) } : block;
    }

    [GeneratedRegex(@"^\s*(?:第.{1,5}[章讲講课課回]|附录|附錄|Chapter\s)", RegexOptions.IgnoreCase)]
    private static partial Regex ChapterNumber();
}
