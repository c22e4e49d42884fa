using System.Runtime.CompilerServices;

namespace Kanyin.Benchmarks;

/// <summary>Paragraphs of real Chinese prose: those of the guide, repeated to the length asked for.</summary>
internal static class Corpus
{
    public static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

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
}
