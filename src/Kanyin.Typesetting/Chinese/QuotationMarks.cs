namespace Kanyin.Typesetting.Chinese;

/// <summary>“ ” ‘ ’ belong to Chinese and to English; both marks of a pair always go the same way (CQ).</summary>
internal static class QuotationMarks
{
    public static void Resolve(ReadOnlySpan<char> text, Span<CharacterClass> classes, ReadOnlySpan<bool> forced, StrongNeighbours near)
    {
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (forced[i])
            {
                continue;
            }

            switch (text[i])
            {
                case '“' or '‘':
                    open.Push(i);
                    break;
                case '’' when IsApostrophe(text, i):
                    classes[i] = CharacterClass.Latin;
                    break;
                case '”' or '’':
                    if (PopPartner(open, text, text[i] == '”' ? '“' : '‘', classes, near) is { } partner)
                    {
                        Pair(partner, i, classes, near);
                    }
                    else
                    {
                        Set(i, Single(near.Before(i), near.After(i), near), false, classes);
                    }

                    break;
                default:
                    break;
            }
        }

        foreach (var i in open)
        {
            Set(i, Single(near.After(i), near.Before(i), near), true, classes);
        }
    }

    /// <summary>CQ1: don’t, ’90s.</summary>
    private static bool IsApostrophe(ReadOnlySpan<char> text, int i)
    {
        var before = i > 0 ? text[i - 1] : ' ';
        var after = i + 1 < text.Length ? text[i + 1] : ' ';
        return (CharacterTable.IsLatinStrong(before) && CharacterTable.IsLatinStrong(after)) || (before == ' ' && char.IsAsciiDigit(after));
    }

    /// <summary>The opener of a closer; openers above it on the stack have lost theirs and stand alone (CQ3).</summary>
    private static int? PopPartner(Stack<int> open, ReadOnlySpan<char> text, char opener, Span<CharacterClass> classes, StrongNeighbours near)
    {
        var found = false;
        foreach (var i in open)
        {
            found |= text[i] == opener;
        }

        while (found)
        {
            var i = open.Pop();
            if (text[i] == opener)
            {
                return i;
            }

            Set(i, Single(near.After(i), near.Before(i), near), true, classes);
        }

        return null;
    }

    /// <summary>CQ2: Chinese by what is inside, or by what is outside (a paragraph's edge counts as Chinese).</summary>
    private static void Pair(int opener, int closer, Span<CharacterClass> classes, StrongNeighbours near)
    {
        var isChinese = near.HasChinese
            && (near.HasChineseWithin(opener, closer)
                || near.Before(opener) != StrongNeighbours.Strength.Latin
                || near.After(closer) != StrongNeighbours.Strength.Latin);
        Set(opener, isChinese, true, classes);
        Set(closer, isChinese, false, classes);
    }

    /// <summary>CQ3: the inner side, then the outer, then the paragraph.</summary>
    private static bool Single(StrongNeighbours.Strength inner, StrongNeighbours.Strength outer, StrongNeighbours near) => (inner, outer) switch
    {
        (StrongNeighbours.Strength.Chinese, _) => true,
        (StrongNeighbours.Strength.Latin, _) => false,
        (_, StrongNeighbours.Strength.Chinese) => true,
        (_, StrongNeighbours.Strength.Latin) => false,
        _ => near.HasChinese,
    };

    private static void Set(int i, bool isChinese, bool isOpener, Span<CharacterClass> classes) =>
        classes[i] = !isChinese ? CharacterClass.Latin : isOpener ? CharacterClass.Open : CharacterClass.Close;
}
