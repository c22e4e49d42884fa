namespace Kanyin.Books.Reading.Markdown;

/// <summary>
/// Decides whether \( or \[ begins a formula. Markdown reads both as brackets escaped, \[1\] and \(注\), so what stands
/// between must look like TeX.
/// </summary>
internal static class BracketScan
{
    /// <summary>UTF-16 units; keeps a line full of brackets from taking quadratic time.</summary>
    private const int LongestFormula = 1_000;

    public static DollarScan.Formula? At(ReadOnlySpan<char> text, int start)
    {
        // mdBook has the backslash doubled, for Markdown to leave one of them.
        if (start + 2 < text.Length && text[start + 1] == '\\' && text[start + 2] is '(' or '[')
        {
            return Doubled(text, start);
        }

        if (start + 1 >= text.Length || text[start + 1] is not ('(' or '[') || (start > 0 && text[start - 1] == '\\'))
        {
            return null;
        }

        var isDisplay = text[start + 1] == '[';
        var open = start + 2;
        var limit = Math.Min(text.Length - 1, open + LongestFormula);
        for (var i = open; i < limit; i++)
        {
            if (text[i] != '\\')
            {
                continue;
            }

            if (text[i + 1] == (isDisplay ? ']' : ')'))
            {
                return IsFormula(text[open..i]) ? DollarScan.Whole(text, open, i, i + 2, isDisplay) : null;
            }

            i++;
        }

        return null;
    }

    private static DollarScan.Formula? Doubled(ReadOnlySpan<char> text, int start)
    {
        var (isDisplay, open) = (text[start + 2] == '[', start + 3);
        var length = text[open..Math.Min(text.Length, open + LongestFormula)].IndexOf(isDisplay ? @"\\]" : @"\\)");
        if (length <= 0 || (DollarScan.HasHan(text.Slice(open, length)) && !DollarScan.LooksLikeTex(text.Slice(open, length))))
        {
            return null;
        }

        return DollarScan.Whole(text, open, open + length, open + length + 3, isDisplay);
    }

    /// <summary>A command, a script or a sign of relation; or one Latin letter.</summary>
    public static bool IsFormula(ReadOnlySpan<char> tex)
    {
        tex = tex.Trim();
        return tex.Length > 0 && (DollarScan.LooksLikeTex(tex) || (!DollarScan.HasHan(tex) && (tex.ContainsAny('=', '<', '+') || (tex.Length == 1 && char.IsAsciiLetter(tex[0])))));
    }
}
