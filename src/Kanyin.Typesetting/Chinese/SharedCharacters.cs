namespace Kanyin.Typesetting.Chinese;

/// <summary>
/// Gives every UTF-16 unit of a paragraph its class. Shared characters are resolved by their context: quotation marks
/// pair by pair (CQ), the others by their strong neighbours (CA). The second unit of a surrogate pair is Combining.
/// </summary>
internal static class SharedCharacters
{
    /// <param name="text">The paragraph, styles ignored (AS6).</param>
    /// <param name="classes">In: a class forced by the style (code is Latin, a call is Reference), or Han for none. Out: the result.</param>
    /// <param name="forced">Whether the class of a unit is forced.</param>
    public static void Resolve(ReadOnlySpan<char> text, Span<CharacterClass> classes, ReadOnlySpan<bool> forced)
    {
        var hasShared = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (forced[i])
            {
                continue;
            }

            int c = text[i];
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                classes[i] = CharacterTable.ClassOf(char.ConvertToUtf32(text[i], text[i + 1]));
                classes[++i] = CharacterClass.Combining;
                continue;
            }

            classes[i] = CharacterTable.ClassOf(c);
            hasShared |= c == '/' || (c >= 0xA0 && CharacterTable.IsShared(c));
        }

        if (hasShared)
        {
            var context = new StrongNeighbours(text, classes, forced);
            QuotationMarks.Resolve(text, classes, forced, context);
            Others(text, classes, forced, context);
        }
    }

    private static void Others(ReadOnlySpan<char> text, Span<CharacterClass> classes, ReadOnlySpan<bool> forced, StrongNeighbours near)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (forced[i] || (text[i] != '/' && !CharacterTable.IsShared(text[i])))
            {
                continue;
            }

            switch (text[i])
            {
                case '/':
                    classes[i] = IsHan(classes, i - 1) && IsHan(classes, i + 1) ? CharacterClass.Solidus : CharacterClass.Latin;
                    break;
                case '—':
                    i = Dash(text, classes, near, i);
                    break;
                case '–' or '‐':
                    classes[i] = IsHan(classes, i - 1) && IsHan(classes, i + 1) ? CharacterClass.Connector : CharacterClass.Latin;
                    break;
                case '…' or '⋯':
                    classes[i] = near.IsChineseBeside(i) ? CharacterClass.Ellipsis : CharacterClass.Latin;
                    break;
                case '·':
                    classes[i] = near.IsChineseBeside(i) ? CharacterClass.MiddleDot : CharacterClass.Latin;
                    break;
                case '°' or '‰':
                    classes[i] = near.IsChineseBeside(i) && i > 0 && char.IsAsciiDigit(text[i - 1]) ? CharacterClass.Suffix : CharacterClass.Latin;
                    break;
                case '№':
                    classes[i] = near.IsChineseBeside(i) ? CharacterClass.Prefix : CharacterClass.Latin;
                    break;
                case >= '①' and <= '⑳':
                    classes[i] = CircledNumbers.IsCall(text, i) ? CharacterClass.Reference : near.IsChineseBeside(i) ? CharacterClass.Han : CharacterClass.Latin;
                    break;
                case '“' or '”' or '‘' or '’':
                    break;
                default:
                    classes[i] = near.IsChineseBeside(i) ? CharacterClass.Han : CharacterClass.Latin;
                    break;
            }
        }
    }

    /// <summary>—— is a dash, a lone — a connector, also between digits (CA).</summary>
    private static int Dash(ReadOnlySpan<char> text, Span<CharacterClass> classes, StrongNeighbours near, int start)
    {
        var end = start;
        while (end + 1 < text.Length && text[end + 1] == '—')
        {
            end++;
        }

        var betweenDigits = start > 0 && char.IsAsciiDigit(text[start - 1]) && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]);
        var chinese = betweenDigits || end > start || near.IsChineseBeside(start);
        for (var i = start; i <= end; i++)
        {
            classes[i] = !chinese ? CharacterClass.Latin : end > start ? CharacterClass.Dash : CharacterClass.Connector;
        }

        return end;
    }

    private static bool IsHan(ReadOnlySpan<CharacterClass> classes, int i) => i >= 0 && i < classes.Length && classes[i] == CharacterClass.Han;
}
