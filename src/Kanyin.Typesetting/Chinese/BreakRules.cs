namespace Kanyin.Typesetting.Chinese;

/// <summary>Where a line may end (typography.md 2). Penalties are those of 5.2.</summary>
internal static class BreakRules
{
    /// <summary>No break.</summary>
    public const int Forbidden = int.MaxValue;

    public const int BeforeDash = 20;
    public const int InsideNumberPhrase = 30;
    public const int AfterInitial = 1000;

    /// <summary>The penalty of a break between two neighbours, or <see cref="Forbidden"/>.</summary>
    /// <param name="lastOfA">Last character of the first.</param>
    /// <param name="firstOfB">First character of the second.</param>
    /// <param name="hasSpace">The author typed white space between them.</param>
    public static int Between(CharacterClass a, char lastOfA, CharacterClass b, char firstOfB, bool hasSpace, BreakLevel level)
    {
        if (IsForbiddenAtStart(b, firstOfB, hasSpace, level) || IsForbiddenAtEnd(a, lastOfA, b, hasSpace, level))
        {
            return Forbidden;
        }

        return (a, b) switch
        {
            // A Latin word, or two pieces of one (BR4); numbers and their signs.
            (CharacterClass.Latin or CharacterClass.Reference, CharacterClass.Latin) when !hasSpace => Forbidden,
            (CharacterClass.Prefix, CharacterClass.Latin) or (CharacterClass.Latin, CharacterClass.Suffix) => Forbidden,
            (_, CharacterClass.Dash or CharacterClass.Ellipsis) when a == b => Forbidden,
            (_, CharacterClass.Dash or CharacterClass.Ellipsis) when level == BreakLevel.Normal => BeforeDash,
            (_, CharacterClass.Dash or CharacterClass.Ellipsis) when level == BreakLevel.Strict => Forbidden,
            (CharacterClass.Latin, CharacterClass.Han) when char.IsAsciiDigit(lastOfA) && IsCounted(firstOfB) => InsideNumberPhrase,
            (CharacterClass.Han, CharacterClass.Latin) when char.IsAsciiDigit(firstOfB) && lastOfA == '第' => InsideNumberPhrase,
            (CharacterClass.Han, CharacterClass.Han) when lastOfA == '第' && IsHanDigit(firstOfB) => InsideNumberPhrase,
            (CharacterClass.Han, CharacterClass.Latin) when char.IsAsciiDigit(firstOfB) && lastOfA is '图' or '表' or '式' => Forbidden,
            _ => 0,
        };
    }

    /// <summary>The units that a number is not parted from, its space acting as a no-break space (BR4).</summary>
    public static bool IsUnit(ReadOnlySpan<char> word) => word is
        "kg" or "g" or "mg" or "t" or "km" or "m" or "cm" or "mm" or "nm" or "μm" or "s" or "ms" or "μs" or "ns" or "min" or "h"
        or "B" or "KB" or "MB" or "GB" or "TB" or "PB" or "KiB" or "MiB" or "GiB" or "TiB" or "bit" or "bps" or "Kbps" or "Mbps" or "Gbps"
        or "Hz" or "kHz" or "MHz" or "GHz" or "W" or "kW" or "MW" or "kWh" or "V" or "A" or "mA" or "mAh" or "J" or "kJ" or "Pa" or "kPa" or "MPa" or "N"
        or "K" or "pt" or "px" or "em" or "dpi" or "fps" or "FLOPS" or "TFLOPS" or "PFLOPS" or "L" or "mL" or "mol" or "dB" or "°C" or "°";

    /// <summary>BR1.</summary>
    private static bool IsForbiddenAtStart(CharacterClass b, char first, bool hasSpace, BreakLevel level) => b switch
    {
        CharacterClass.Close or CharacterClass.Comma or CharacterClass.Stop or CharacterClass.Exclamation or CharacterClass.Reference => true,
        CharacterClass.MiddleDot or CharacterClass.Connector or CharacterClass.Solidus => level != BreakLevel.Loose,
        CharacterClass.Suffix => level != BreakLevel.Loose,
        CharacterClass.Latin => !hasSpace && first is ')' or ']' or '}' or ',' or '.' or ';' or ':' or '!' or '?' or '%' or '’' or '”',
        CharacterClass.Han => level == BreakLevel.Strict && (first is '々' or '〻' || IsSmallKana(first)),
        _ => false,
    };

    /// <summary>BR2.</summary>
    private static bool IsForbiddenAtEnd(CharacterClass a, char last, CharacterClass b, bool hasSpace, BreakLevel level) => a switch
    {
        CharacterClass.Open => true,
        CharacterClass.Solidus => level != BreakLevel.Loose,
        CharacterClass.Prefix => b == CharacterClass.Latin || level != BreakLevel.Loose,
        CharacterClass.Latin => !hasSpace && last is '(' or '[' or '{' or '‘' or '“',
        _ => false,
    };

    /// <summary>What is counted or dated: 3│年 is possible but unwelcome (5.2).</summary>
    private static bool IsCounted(char c) => "年月日号时分秒点个章节页条".Contains(c, StringComparison.Ordinal);

    private static bool IsHanDigit(char c) => "〇零一二三四五六七八九十百千".Contains(c, StringComparison.Ordinal);

    private static bool IsSmallKana(char c) => "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー".Contains(c, StringComparison.Ordinal);
}
