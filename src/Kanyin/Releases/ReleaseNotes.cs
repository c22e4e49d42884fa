using System.Text;
using Kanyin.Books.Model;

namespace Kanyin.Releases;

/// <summary>What has changed in a book since its last version, by chapter and heading, in Markdown and in Chinese: readers read it.</summary>
internal static class ReleaseNotes
{
    /// <param name="before">Null for a book that is new.</param>
    public static string Of(Book book, Book? before, string version)
    {
        var notes = new StringBuilder($"# 《{book.Metadata.Title}》{version}\n\n");
        if (before is null)
        {
            notes.Append("第一次发布。\n\n");
            return Add(notes, "各章", book.Chapters.Select(TitleOf)).ToString();
        }

        var old = before.Chapters.ToDictionary(c => c.File.Path, StringComparer.Ordinal);
        var pairs = book.Chapters.Select(c => (New: c, Old: old.GetValueOrDefault(c.File.Path) ?? before.Chapters.FirstOrDefault(o => o.Title == c.Title))).ToList();
        var kept = pairs.Select(p => p.Old).OfType<Chapter>().ToHashSet(ReferenceEqualityComparer.Instance);
        var changed = pairs.Where(p => p.Old is not null && p.Old.File.Text != p.New.File.Text).Select(p => TitleOf(p.New) + Changes(p.New, p.Old!)).ToList();
        Add(notes, "新增的章", pairs.Where(p => p.Old is null).Select(p => TitleOf(p.New)));
        Add(notes, "改动的章", changed);
        Add(notes, "删去的章", before.Chapters.Where(c => !kept.Contains(c)).Select(TitleOf));
        return notes.ToString().TrimEnd() is var text && text.EndsWith(version, StringComparison.Ordinal) ? text + "\n\n各章没有改动。\n" : text + "\n";
    }

    private static StringBuilder Add(StringBuilder notes, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? notes : notes.Append($"## {title}\n\n").AppendJoin('\n', all.Select(l => "- " + l)).Append("\n\n");
    }

    /// <summary>：新增“甲”；改写“乙”；删去“丙”</summary>
    private static string Changes(Chapter now, Chapter before)
    {
        var (sections, old) = (SectionsOf(now), SectionsOf(before));
        string[] parts =
        [
            Named("新增", sections.Keys.Where(t => !old.ContainsKey(t))),
            Named("改写", sections.Where(s => old.TryGetValue(s.Key, out var text) && text != s.Value).Select(s => s.Key)),
            Named("删去", old.Keys.Where(t => !sections.ContainsKey(t))),
        ];
        return string.Join("；", parts.Where(p => p.Length > 0)) is { Length: > 0 } words ? "：" + words : "";
    }

    private static string Named(string verb, IEnumerable<string> titles) => string.Concat(titles.Select(t => $"“{t.Replace('“', '‘').Replace('”', '’')}”")) is { Length: > 0 } words ? verb + words : "";

    private static string TitleOf(Chapter chapter) => chapter.Title.Length > 0 ? chapter.Title : chapter.File.Path;

    /// <summary>What stands below each heading but the first, up to the next; sections of one title count as one.</summary>
    private static Dictionary<string, string> SectionsOf(Chapter chapter)
    {
        var (text, headings) = (chapter.File.Text, chapter.Blocks.OfType<Heading>().ToList());
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < headings.Count; i++)
        {
            var end = i + 1 < headings.Count ? headings[i + 1].At.Start : text.Length;
            var title = PlainText.Of(headings[i]);
            sections[title] = sections.GetValueOrDefault(title, "") + text[headings[i].At.Start..System.Math.Max(headings[i].At.Start, end)].Trim();
        }

        return sections;
    }
}
