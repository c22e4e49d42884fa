namespace Kanyin.Books.Reading;

/// <summary>The candidate most like a mistyped name, for hints.</summary>
internal static class Nearest
{
    private const int LongestCompared = 200;

    /// <summary>Null when nothing is at least roughly alike. Ties go to the one that begins alike, then to the first in ordinal order.</summary>
    public static string? To(string typed, IEnumerable<string> candidates)
    {
        var limit = System.Math.Max(2, typed.Length / 3);
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (System.Math.Abs(candidate.Length - typed.Length) > limit || Distance(typed, candidate, limit) is not { } distance)
            {
                continue;
            }

            if (best is null || distance < limit || IsBefore(candidate, best, typed))
            {
                (limit, best) = (distance, candidate);
            }
        }

        return best;
    }

    private static bool IsBefore(string candidate, string other, string typed)
    {
        var (alike, otherAlike) = (BeginAlike(typed, candidate), BeginAlike(typed, other));
        return alike == otherAlike ? string.CompareOrdinal(candidate, other) < 0 : alike;
    }

    private static bool BeginAlike(string a, string b) => a.Length > 0 && b.Length > 0 && char.ToLowerInvariant(a[0]) == char.ToLowerInvariant(b[0]);

    /// <summary>
    /// Levenshtein's distance without regard to letter case, cut off at 200 characters; null where it is more than <paramref name="limit"/>.
    /// Only cells that far from the diagonal are looked at (Ukkonen 1985): names by the thousand are held against every broken link.
    /// </summary>
    private static int? Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        a = a[..System.Math.Min(a.Length, LongestCompared)];
        b = b[..System.Math.Min(b.Length, LongestCompared)];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var (first, last) = (System.Math.Max(1, i - limit), System.Math.Min(b.Length, i + limit));
            var letter = char.ToLowerInvariant(a[i - 1]);
            var diagonal = row[first - 1];
            var left = row[first - 1] = first == 1 ? i : limit + 1;
            var least = left;
            for (var j = first; j <= last; j++)
            {
                // The cell above the band's last one was never filled.
                var above = j < i + limit ? row[j] : limit + 1;
                left = System.Math.Min(System.Math.Min(above, left) + 1, diagonal + (letter == char.ToLowerInvariant(b[j - 1]) ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
                least = System.Math.Min(least, left);
            }

            if (least > limit)
            {
                return null;
            }
        }

        return row[b.Length] <= limit ? row[b.Length] : null;
    }
}
