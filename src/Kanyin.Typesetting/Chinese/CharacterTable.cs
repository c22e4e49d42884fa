using System.Globalization;

namespace Kanyin.Typesetting.Chinese;

/// <summary>The class that a character has by itself (typography.md 1.1). Shared characters (1.3) get theirs from their context.</summary>
internal static class CharacterTable
{
    /// <summary>The class of a code point; <see cref="CharacterClass.Latin"/> for what is not Chinese.</summary>
    public static CharacterClass ClassOf(int c) => c switch
    {
        < 0x80 => c switch
        {
            ' ' or '\t' or '\n' or '\r' => CharacterClass.Space,
            < 0x20 or 0x7F => CharacterClass.Ignorable,
            _ => CharacterClass.Latin,
        },
        0xA0 or 0x202F => CharacterClass.NoBreakSpace,
        >= 0x2000 and <= 0x200A or 0x205F => CharacterClass.Space,
        0xAD or (>= 0x80 and < 0xA0) or (>= 0x200B and <= 0x200F) or (>= 0x2028 and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0xFEFF => CharacterClass.Ignorable,
        >= 0x2E80 and <= 0x9FFF or >= 0xFE30 and <= 0xFE4F or >= 0xFF00 and <= 0xFFEF => Wide(c),
        0x2E3A => CharacterClass.Dash,
        0x203C or 0x2047 or 0x2048 or 0x2049 => CharacterClass.Exclamation,
        0x2027 => CharacterClass.MiddleDot,
        0x2103 or 0x2109 => CharacterClass.Suffix,
        >= 0x25A0 and <= 0x27BF or >= 0x2B00 and <= 0x2BFF => CharacterClass.Han,
        >= 0xA000 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF => CharacterClass.Han,
        >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF or >= 0x1F3FB and <= 0x1F3FF => CharacterClass.Combining,
        >= 0x1F000 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFF => CharacterClass.Han,
        _ => IsCombining(c) ? CharacterClass.Combining : CharacterClass.Latin,
    };

    /// <summary>Characters that occur in Chinese and in Latin text, UAX11 class A (CQ, CA).</summary>
    public static bool IsShared(int c) => c is
        0x2018 or 0x2019 or 0x201C or 0x201D
        or 0x2014 or 0x2013 or 0x2010 or 0x2026 or 0x22EF or 0xB7
        or 0xB0 or 0xD7 or 0xB1 or 0xA7 or 0x2030 or 0x2116
        or (>= 0x2460 and <= 0x24FF);

    /// <summary>Letters and digits of Latin, Greek, Cyrillic and the like, which decide what is beside them.</summary>
    public static bool IsLatinStrong(int c) => c < 0x2E80 && (c < 0x80 ? char.IsAsciiLetterOrDigit((char)c) : CharUnicodeInfo.GetUnicodeCategory(c) <= UnicodeCategory.OtherLetter);

    private static bool IsCombining(int c) => c >= 0x300 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static CharacterClass Wide(int c) => c switch
    {
        0x3000 => CharacterClass.IdeographicSpace,
        0x3001 or 0xFF0C or 0xFF1A or 0xFF1B => CharacterClass.Comma,
        0x3002 or 0xFF0E => CharacterClass.Stop,
        0xFF01 or 0xFF1F => CharacterClass.Exclamation,
        0xFF08 or 0x3014 or 0xFF3B or 0xFF5B or 0x300A or 0x3008 or 0x300C or 0x300E or 0x3010 or 0x3016 or 0x3018 or 0x301A or 0xFF5F => CharacterClass.Open,
        0xFF09 or 0x3015 or 0xFF3D or 0xFF5D or 0x300B or 0x3009 or 0x300D or 0x300F or 0x3011 or 0x3017 or 0x3019 or 0x301B or 0xFF60 => CharacterClass.Close,
        0x30FB => CharacterClass.MiddleDot,
        0xFF5E or 0x301C => CharacterClass.Connector,
        0xFF0F => CharacterClass.Solidus,
        0xFFE5 or 0xFF04 or 0xFFE1 => CharacterClass.Prefix,
        0xFF05 or 0xFFE0 or (>= 0x3371 and <= 0x33DF) => CharacterClass.Suffix,
        (>= 0x302A and <= 0x302F) or 0x3099 or 0x309A => CharacterClass.Combining,
        _ => CharacterClass.Han,
    };
}
