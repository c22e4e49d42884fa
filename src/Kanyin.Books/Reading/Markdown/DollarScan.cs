namespace Kanyin.Books.Reading.Markdown;

/// <summary>Decides whether a dollar begins a formula. Pandoc's rules, loosened for Han on either side and tightened against prices and $PATH.</summary>
internal static class DollarScan
{
    /// <summary>UTF-16 units; keeps a line full of dollars from taking quadratic time.</summary>
    private const int LongestFormula = 1_000;

    /// <param name="Tex">The formula without its dollars.</param>
    /// <param name="End">The index after the closing dollars.</param>
    public readonly record struct Formula(Range Tex, int End, bool IsDisplay);

    public static Formula? At(ReadOnlySpan<char> text, int start)
    {
        var isDisplay = start + 1 < text.Length && text[start + 1] == '$';
        var open = start + (isDisplay ? 2 : 1);
        var limit = System.Math.Min(text.Length, open + LongestFormula);
        for (var i = open; i < limit; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '$' && (!isDisplay || (i + 1 < text.Length && text[i + 1] == '$')))
            {
                var end = i + (isDisplay ? 2 : 1);
                return i > open && IsFormula(text, start, open, i, end, isDisplay) ? Whole(text, open, i, end, isDisplay) : null;
            }
        }

        return null;
    }

    /// <summary>GitHub's $`…`$ keeps the backticks out of the formula.</summary>
    internal static Formula Whole(ReadOnlySpan<char> text, int open, int close, int end, bool isDisplay)
    {
        var hasTicks = close - open > 2 && text[open] == '`' && text[close - 1] == '`';
        var (first, last) = hasTicks ? (open + 1, close - 1) : (open, close);
        while (first < last && char.IsWhiteSpace(text[first]))
        {
            first++;
        }

        while (last > first && char.IsWhiteSpace(text[last - 1]))
        {
            last--;
        }

        return new Formula(first..last, end, isDisplay);
    }

    private static bool IsFormula(ReadOnlySpan<char> text, int start, int open, int close, int end, bool isDisplay)
    {
        var tex = text[open..close];
        if (tex.IsWhiteSpace() || (tex.Contains('`') && !(tex.Length > 2 && tex[0] == '`' && tex[^1] == '`')))
        {
            return false;
        }

        if (isDisplay || LooksLikeTex(tex))
        {
            return true;
        }

        // $ x $ is a formula when it is one word; $5 和 $ is not.
        var (spaceBefore, spaceAfter) = (char.IsWhiteSpace(tex[0]), char.IsWhiteSpace(tex[^1]));
        if (spaceBefore || spaceAfter)
        {
            return spaceBefore && spaceAfter && !tex.Trim().ContainsAny(" \t\n") && !HasHan(tex);
        }

        // US$5, $5和$6, $PATH:$HOME
        var isGlued = (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])) || (end < text.Length && char.IsAsciiLetterOrDigit(text[end]));
        return !isGlued && !HasHan(tex);
    }

    /// <summary>A command, a script or a group: nobody writes those in prices.</summary>
    internal static bool LooksLikeTex(ReadOnlySpan<char> tex)
    {
        for (var i = 0; i + 1 < tex.Length; i++)
        {
            if ((tex[i] == '\\' && char.IsAsciiLetter(tex[i + 1])) || tex[i] is '^' or '{' || (tex[i] == '_' && !HasHan(tex) && !char.IsWhiteSpace(tex[^1])))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool HasHan(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (ChineseLineEnds.IsChinese(c))
            {
                return true;
            }
        }

        return false;
    }
}
