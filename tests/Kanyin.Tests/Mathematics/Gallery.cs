using System.Collections.Immutable;
using Kanyin.Tests.Solution;

namespace Kanyin.Tests.Mathematics;

/// <summary>Formulas of all kinds, one a line of Gallery.txt; those after a dollar stand in a line of text.</summary>
internal static class Gallery
{
    public static ImmutableArray<(string Tex, bool IsDisplay)> Formulas { get; } =
        [.. Lines("tests/Kanyin.Tests/Mathematics/Gallery.txt").Select(l => (l.TrimStart('$'), !l.StartsWith('$')))];

    public static IEnumerable<string> Lines(string path) => Repository.Read(path).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("//", StringComparison.Ordinal));
}
