using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Lines.Hyphenation;

namespace Kanyin.Typesetting.Lines;

/// <summary>Breaks inside a run of Latin without spaces: addresses (BR8), code (BR9), compounds, and emergencies (BR6).</summary>
internal static class LatinBreaks
{
    private const int AtSlash = 60;
    private const int InAddress = 60;
    private const int InLongAddressPiece = 500;
    private const int InsideAddressPiece = 1000;
    private const int AtCodeSeparator = 100;
    private const int InsideCode = 1000;
    private const int AfterHyphen = 50;

    // In the second pass, where a parted word costs as much as gaps opened by .07 to .11 em.
    private const int AtAddedHyphen = 40;
    private const int AtLooseCodeSeparator = 40;
    private const int AtHump = 60;
    private const int InsideLooseCode = 120;
    private const int LongPiece = 16;

    /// <summary>The penalty of a break after each character of the run; <see cref="BreakRules.Forbidden"/> where there is none.</summary>
    public static void Penalties(ReadOnlySpan<char> run, bool isCode, Span<int> penalties)
    {
        penalties.Fill(BreakRules.Forbidden);
        if (isCode)
        {
            Code(run, penalties);
        }
        else if (IsAddress(run))
        {
            Address(run, penalties);
        }
        else
        {
            Word(run, penalties);
        }
    }

    /// <summary>What a second pass allows: hyphens in words, and in an address any place three characters from its ends.</summary>
    public static void Loosen(ReadOnlySpan<char> run, TextKind kind, Hyphenator? hyphenator, Span<int> penalties, Span<bool> isHyphen)
    {
        if (kind == TextKind.Code)
        {
            LoosenCode(run, penalties);
            return;
        }

        if (kind != TextKind.Prose)
        {
            return;
        }

        if (!IsAddress(run))
        {
            if (hyphenator is not null)
            {
                Hyphenate(run, hyphenator, penalties, isHyphen);
            }

            return;
        }

        for (var i = 2; i + 3 < run.Length; i++)
        {
            var isFree = penalties[i] == BreakRules.Forbidden && char.IsAsciiLetterOrDigit(run[i]) && char.IsAsciiLetterOrDigit(run[i + 1]);
            penalties[i] = isFree ? InsideAddressPiece : penalties[i];
        }
    }

    /// <summary>
    /// BR7: marks the breaks at which a hyphen is added, in every word of letters in a run without digits.
    /// </summary>
    private static void Hyphenate(ReadOnlySpan<char> run, Hyphenator hyphenator, Span<int> penalties, Span<bool> isHyphen)
    {
        if (run.Contains('_'))
        {
            // A name from a program, not marked as code.
            PartNames(run, penalties);
            return;
        }

        if (run.ContainsAnyInRange('0', '9') || run.ContainsAny('@', '\\'))
        {
            return;
        }

        for (var start = 0; start < run.Length; start++)
        {
            var length = LettersAfter(run, start - 1);
            foreach (var letters in hyphenator.Breaks(run.Slice(start, length)))
            {
                penalties[start + letters - 1] = AtAddedHyphen;
                isHyphen[start + letters - 1] = true;
            }

            PartHumps(run.Slice(start, length), penalties[start..], isHyphen[start..]);
            start += length;
        }
    }

    private static void PartNames(ReadOnlySpan<char> run, Span<int> penalties)
    {
        for (var i = 2; i + 3 < run.Length; i++)
        {
            penalties[i] = run[i] == '_' && run[i + 1] != '_' ? AtLooseCodeSeparator : penalties[i];
        }
    }

    /// <summary>A name made of two words is parted between them: Java-Script.</summary>
    private static void PartHumps(ReadOnlySpan<char> word, Span<int> penalties, Span<bool> isHyphen)
    {
        for (var i = 2; i + 3 < word.Length; i++)
        {
            if (IsHump(word, i))
            {
                penalties[i] = AtHump;
                isHyphen[i] = true;
            }
        }
    }

    private static bool IsHump(ReadOnlySpan<char> word, int i) => char.IsAsciiLetterLower(word[i]) && char.IsAsciiLetterUpper(word[i + 1]);

    private static bool IsAddress(ReadOnlySpan<char> run) =>
        run.Contains("://", StringComparison.Ordinal) || run.StartsWith("www.", StringComparison.Ordinal) || run.Count('/') >= 2;

    private static void Word(ReadOnlySpan<char> run, Span<int> penalties)
    {
        for (var i = 1; i + 1 < run.Length; i++)
        {
            penalties[i] = run[i] switch
            {
                '-' or '‐' when char.IsLetter(run[i - 1]) && char.IsLetter(run[i + 1]) && i >= 2 => AfterHyphen,
                '—' or '–' when char.IsLetter(run[i + 1]) => AfterHyphen,
                '/' when LettersBefore(run, i) >= 3 && LettersAfter(run, i) >= 3 => AtSlash,
                _ => penalties[i],
            };
        }
    }

    private static void Address(ReadOnlySpan<char> run, Span<int> penalties)
    {
        var scheme = run.IndexOf("://");
        var last = scheme >= 0 ? scheme + 2 : -1;
        for (var i = Math.Max(0, last); i + 1 < run.Length; i++)
        {
            var afterSlash = run[i] == '/' && run[i + 1] != '/';
            var beforeMark = run[i] is not ('-' or '/') && run[i + 1] is '.' or '?' or '&' or '#' or '=' or '%' or '_' or '-' or '~' or '+' or ',';
            if (afterSlash || beforeMark)
            {
                Long(penalties, last, i);
                penalties[i] = InAddress;
                last = i;
            }
        }

        Long(penalties, last, run.Length - 1);
    }

    /// <summary>A piece of sixteen characters or more may break anywhere in it, but not within two characters of its ends.</summary>
    private static void Long(Span<int> penalties, int last, int end)
    {
        if (end - last >= LongPiece)
        {
            penalties[(last + 2)..(end - 1)].Fill(InLongAddressPiece);
        }
    }

    private static void Code(ReadOnlySpan<char> run, Span<int> penalties)
    {
        for (var i = 0; i + 1 < run.Length; i++)
        {
            var after = run[i] is '/' or '.' or ',' or ';' or ':' or ')' or ']' or '}' or '_' or '-' or '=';
            var before = run[i + 1] is '(' or '[' or '{';
            var isBetweenSame = run[i] == run[i + 1] || (run[i] is '-' or '=' && run[i + 1] == '>');
            penalties[i] = (after || before) && i > 0 && !isBetweenSame && !IsGlued(run[i + 1]) ? AtCodeSeparator
                : i >= 1 && i + 3 <= run.Length && !char.IsHighSurrogate(run[i]) ? InsideCode
                : BreakRules.Forbidden;
        }
    }

    /// <summary>A name of several words may be parted between them: AutoModel│ForCausalLM.</summary>
    private static void LoosenCode(ReadOnlySpan<char> run, Span<int> penalties)
    {
        for (var i = 0; i + 1 < run.Length; i++)
        {
            var isHump = i >= 2 && i + 3 < run.Length && IsHump(run, i);
            penalties[i] = penalties[i] == AtCodeSeparator ? AtLooseCodeSeparator : isHump ? AtHump : penalties[i] == InsideCode ? InsideLooseCode : penalties[i];
        }
    }

    private static bool IsGlued(char next) => next is '.' or ',' or ';' or ':' or ')' or ']' or '}';

    private static int LettersBefore(ReadOnlySpan<char> run, int i)
    {
        var n = 0;
        while (i - n > 0 && char.IsLetter(run[i - n - 1]))
        {
            n++;
        }

        return n;
    }

    private static int LettersAfter(ReadOnlySpan<char> run, int i)
    {
        var n = 0;
        while (i + n + 1 < run.Length && char.IsLetter(run[i + n + 1]))
        {
            n++;
        }

        return n;
    }
}
