using System.Collections.Immutable;

namespace Kanyin.Books.Model;

/// <summary>Chapters that stand before the contents and have roman page numbers with them.</summary>
public static class Prefaces
{
    public static readonly ImmutableArray<string> Titles = ["前言", "序", "序言", "自序", "推荐序"];

    /// <summary>How many of the first chapters are prefaces, by their titles; of a book that is nothing else, none.</summary>
    public static int Count(ImmutableArray<Chapter> chapters)
    {
        var count = 0;
        while (count < chapters.Length && chapters[count].Part is null && (chapters[count].Depth == 0 ? Titles.Contains(chapters[count].Title) : count > 0))
        {
            count++;
        }

        return count == chapters.Length ? 0 : count;
    }
}
