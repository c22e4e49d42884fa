namespace Kanyin.Books.Checks.Prose;

/// <summary>Whether a space stands beside Chinese punctuation, outside of what the punctuation encloses or inside.</summary>
internal static class SpaceBesideMark
{
    /// <summary>“ 好 ”: after a mark that opens or before one that closes.</summary>
    public static bool IsInside(ProseText prose, int start, int length)
    {
        var (before, after) = (prose[start - 1], prose[start + length]);
        return CanGo(prose, start, length)
            && (Signs.IsOpening(before) || Signs.IsClosing(after) || (before == '“' && IsChinese(after)) || (after == '”' && IsChinese(before)));
    }

    /// <summary>中文 ，字: beside a point or a dash, before a mark that opens or after one that closes.</summary>
    public static bool IsOutside(ProseText prose, int start, int length)
    {
        var (before, after) = (prose[start - 1], prose[start + length]);
        return CanGo(prose, start, length) && !IsInside(prose, start, length)
            && (Signs.IsPoint(before) || Signs.IsPoint(after) || Signs.IsClosing(before) || Signs.IsOpening(after)
                || (before == '”' && IsChinese(after)) || (after == '“' && IsChinese(before))
                || (IsDash(prose[start - 2], before) && IsChinese(after)) || (IsDash(after, prose[start + length + 1]) && IsChinese(before)));
    }

    /// <summary>At the ends of a line a space is nothing; beside * _ ~ $ it can be what makes them marks, and it ends a bare address.</summary>
    private static bool CanGo(ProseText prose, int start, int length)
    {
        var (before, after) = (prose.Beside(start, length, isAfter: false), prose.Beside(start, length, isAfter: true));
        return prose[start - 1] is not (ProseText.ForcedBreak or '\n') && prose[start + length] is not (ProseText.ForcedBreak or '\n')
            && before is not ('*' or '_' or '~' or '$') && after is not ('*' or '_' or '~' or '$')
            && !(prose[start - 1] == ProseText.Opaque && (char.IsLetterOrDigit(before) || before == '/'));
    }

    private static bool IsChinese(char c) => Signs.IsHan(c) || Signs.IsPoint(c) || Signs.IsClosing(c) || Signs.IsOpening(c);

    private static bool IsDash(char first, char second) => (first, second) is ('—', '—') or ('…', '…');
}
