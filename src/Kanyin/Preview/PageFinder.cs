using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Preview;

/// <summary>On which page a place of the source is printed.</summary>
internal sealed class PageFinder
{
    private readonly Dictionary<string, List<(int Start, int Page)>> _starts = new(StringComparer.Ordinal);

    public PageFinder(ImmutableArray<Page> pages)
    {
        for (var i = 0; i < pages.Length; i++)
        {
            foreach (var item in pages[i].AllItems)
            {
                if (item.Source is { At: { File.Path: var path } at } source)
                {
                    (_starts.TryGetValue(path, out var starts) ? starts : _starts[path] = []).Add((at.Start + Math.Min(source.Offset, at.Length), i));
                }
            }
        }

        foreach (var starts in _starts.Values)
        {
            starts.Sort();
        }
    }

    /// <summary>The page of the last words at or before the place; of a file's first words for what is before them. Null when the file is on no page.</summary>
    public int? Of(Place place)
    {
        if (!_starts.TryGetValue(place.File.Path, out var starts))
        {
            return null;
        }

        var index = starts.BinarySearch((place.Start, int.MaxValue));
        return starts[Math.Max(0, ~index - 1)].Page;
    }
}
