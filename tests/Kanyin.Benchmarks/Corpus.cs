using System.Runtime.CompilerServices;
using Kanyin.Benchmarks.Whole;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Benchmarks;

/// <summary>Paragraphs of real Chinese prose: those of the guide, repeated to the length asked for.</summary>
internal static class Corpus
{
    public static string Root() => Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    /// <summary>Made from the Markdown of a folder, or else from the guide and the handbook.</summary>
    public static GeneratedBook GeneratedBook(string? sources = null) => new(Directory.GetFiles(sources ?? Path.Combine(Root(), "content"), "*.md", SearchOption.AllDirectories));

    public static string[] Paragraphs(int characters)
    {
        var guide = Directory.GetFiles(Path.Combine(Root(), "content", "guide"), "*.md").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadAllLines)
            .Where(l => l.Length > 20 && !l.StartsWith('|'))
            .ToArray();
        var paragraphs = new List<string>();
        for (int i = 0, length = 0; length < characters; i++)
        {
            paragraphs.Add(guide[i % guide.Length]);
            length += paragraphs[^1].Length;
        }

        return [.. paragraphs];
    }

    /// <summary>The same paragraphs as a book, sixty a chapter.</summary>
    public static Book Book(string[] paragraphs) => new(
        new BookMetadata("书", null, [], "zh-CN", null, null, null, "book", null),
        "b5",
        null,
        [.. paragraphs.Chunk(60).Select((chunk, i) => Chapter($"c{i}", chunk))]);

    private static Chapter Chapter(string id, string[] paragraphs)
    {
        var file = new SourceFile(id + ".md", string.Join("\n\n", paragraphs));
        var at = Place.Of(file);
        var heading = new Heading(at, 1, "h-" + id, id, null, null, [new Text(at, "标题")]);
        return new Chapter(file, id, "标题", 0, null, [heading, .. paragraphs.Select(p => new Paragraph(at, [new Text(at, p)]))]);
    }
}
