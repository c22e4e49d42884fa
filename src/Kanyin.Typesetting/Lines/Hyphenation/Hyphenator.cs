using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Kanyin.Typesetting.Lines.Hyphenation;

/// <summary>
/// Where an English word may be parted, by Liang's patterns (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983) and
/// the limits of BR7: six letters or more, three before and three after. Safe to use from several threads.
/// </summary>
internal sealed class Hyphenator
{
    private const int LeastLetters = 6;
    private const int LeastBefore = 3;
    private const int LeastAfter = 3;

    private readonly Dictionary<string, byte[]> _patterns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<int>> _known = new(StringComparer.Ordinal);
    private readonly int _longest;

    private Hyphenator(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.Contains('-', StringComparison.Ordinal))
            {
                _known[line.Replace("-", null, StringComparison.Ordinal)] = [.. Limited(ExceptionBreaks(line), line.Count(c => c != '-'))];
            }
            else
            {
                var letters = string.Concat(line.Where(c => !char.IsAsciiDigit(c)));
                _patterns[letters] = Levels(line, letters.Length);
                _longest = Math.Max(_longest, letters.Length);
            }
        }
    }

    /// <summary>American English.</summary>
    public static Hyphenator English { get; } = new(Resource());

    /// <summary>How many letters may stand before a hyphen, in ascending order; none for short words and for words with capitals inside.</summary>
    public ImmutableArray<int> Breaks(ReadOnlySpan<char> word)
    {
        if (word.Length < LeastLetters || !IsPlain(word))
        {
            return [];
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        return known.TryGetValue(lower, out var breaks) ? breaks : known[lower] = ByPatterns(lower);
    }

    /// <summary>Lower case or title case, of at most 64 letters.</summary>
    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        if (word.Length > 64 || !char.IsAsciiLetter(word[0]))
        {
            return false;
        }

        foreach (var c in word[1..])
        {
            if (!char.IsAsciiLetterLower(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of all patterns in .word. the highest level between two letters decides: odd parts, even does not.</summary>
    private ImmutableArray<int> ByPatterns(ReadOnlySpan<char> word)
    {
        Span<char> dotted = stackalloc char[word.Length + 2];
        dotted[0] = dotted[^1] = '.';
        word.CopyTo(dotted[1..]);
        Span<byte> levels = stackalloc byte[dotted.Length + 1];
        levels.Clear();
        var patterns = _patterns.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < dotted.Length; start++)
        {
            for (var length = 1; length <= Math.Min(_longest, dotted.Length - start); length++)
            {
                if (patterns.TryGetValue(dotted.Slice(start, length), out var pattern))
                {
                    for (var i = 0; i < pattern.Length; i++)
                    {
                        levels[start + i] = Math.Max(levels[start + i], pattern[i]);
                    }
                }
            }
        }

        var breaks = new List<int>();
        for (var letters = 1; letters < word.Length; letters++)
        {
            if (levels[letters + 1] % 2 == 1)
            {
                breaks.Add(letters);
            }
        }

        return [.. Limited(breaks, word.Length)];
    }

    private static IEnumerable<int> Limited(IEnumerable<int> breaks, int length) => breaks.Where(b => b >= LeastBefore && length - b >= LeastAfter);

    private static IEnumerable<int> ExceptionBreaks(string word) =>
        word.Select((c, i) => (c, i)).Where(p => p.c == '-').Select((p, ordinal) => p.i - ordinal);

    /// <summary>a1b2c → levels before a, b, c and after c.</summary>
    private static byte[] Levels(string pattern, int letters)
    {
        var levels = new byte[letters + 1];
        var at = 0;
        foreach (var c in pattern)
        {
            if (char.IsAsciiDigit(c))
            {
                levels[at] = (byte)(c - '0');
            }
            else
            {
                at++;
            }
        }

        return levels;
    }

    private static IEnumerable<string> Resource()
    {
        using var reader = new StreamReader(typeof(Hyphenator).Assembly.GetManifestResourceStream("en-us.pat")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '%')
            {
                yield return line;
            }
        }
    }
}
