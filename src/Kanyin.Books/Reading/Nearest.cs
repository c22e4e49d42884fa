namespace Kanyin.Books.Reading;

/// <summary>The candidate most like a mistyped name, for hints.</summary>
internal static class Nearest
{
    /// <summary>Null when nothing is at least roughly alike. Ties go to the one that begins alike, then to the first in ordinal order.</summary>
    public static string? To(string typed, IEnumerable<string> candidates)
    {
        var best = (Distance: System.Math.Max(2, typed.Length / 3) + 1, Name: (string?)null);
        foreach (var candidate in candidates.OrderBy(c => c.Length > 0 && typed.StartsWith(c[..1], StringComparison.OrdinalIgnoreCase) ? 0 : 1).ThenBy(c => c, StringComparer.Ordinal))
        {
            if (System.Math.Abs(candidate.Length - typed.Length) < best.Distance && Distance(typed, candidate) is var d && d < best.Distance)
            {
                best = (d, candidate);
            }
        }

        return best.Name;
    }

    /// <summary>Levenshtein's distance without regard to letter case, cut off at 200 characters.</summary>
    private static int Distance(string a, string b)
    {
        a = a.Length > 200 ? a[..200] : a;
        b = b.Length > 200 ? b[..200] : b;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], System.Math.Min(System.Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
