using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Tests.Model;

/// <summary>Chapters of nothing but headings, for tests of numbering.</summary>
internal static class Outline
{
    /// <summary>Headings parted by /, one level deeper for each - in front; each is a line of the file.</summary>
    public static Chapter Chapter(string outline, string path = "a.md", string? part = null)
    {
        var file = new SourceFile(path, outline.Replace('/', '\n'));
        var headings = new List<Block>();
        var start = 0;
        foreach (var line in outline.Split('/'))
        {
            var words = line.TrimStart('-');
            var at = new Place(file, start, line.Length);
            headings.Add(new Heading(at, line.Length - words.Length + 1, words, words, null, null, [new Text(at, words)]));
            start += line.Length + 1;
        }

        return new Chapter(file, path, path, 0, part, [.. headings]);
    }
}
