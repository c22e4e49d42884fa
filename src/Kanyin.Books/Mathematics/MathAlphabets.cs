using System.Text;

namespace Kanyin.Books.Mathematics;

/// <summary>Letters as the mathematical alphanumeric symbols of Unicode, where each shape is a character of its own.</summary>
public static class MathAlphabets
{
    /// <summary>The characters that show plain text in an alphabet; what has no such shape stays.</summary>
    public static string Styled(string text, MathAlphabet alphabet)
    {
        if (alphabet == MathAlphabet.Roman)
        {
            return text;
        }

        if (text.Length == 1)
        {
            return Styled(text[0], alphabet) is var one && one == text[0] ? text : char.ConvertFromUtf32(one);
        }

        var styled = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            styled.Append(rune.IsBmp ? char.ConvertFromUtf32(Styled((char)rune.Value, alphabet)) : rune.ToString());
        }

        return styled.ToString();
    }

    private static int Styled(char c, MathAlphabet alphabet) => c switch
    {
        >= 'A' and <= 'Z' => Exception(c, alphabet) ?? (Latin(alphabet) is > 0 and var first ? first + c - 'A' : c),
        >= 'a' and <= 'z' => Exception(c, alphabet) ?? (Latin(alphabet) is > 0 and var first ? first + 26 + c - 'a' : c),
        >= '0' and <= '9' => Digits(alphabet) is > 0 and var zero ? zero + c - '0' : c,
        'ı' when alphabet is MathAlphabet.Italic or MathAlphabet.BoldItalic => 0x1D6A4,
        'ȷ' when alphabet is MathAlphabet.Italic or MathAlphabet.BoldItalic => 0x1D6A5,
        _ => Greek(c, alphabet),
    };

    private static int Latin(MathAlphabet alphabet) => alphabet switch
    {
        MathAlphabet.Bold => 0x1D400,
        MathAlphabet.Italic => 0x1D434,
        MathAlphabet.BoldItalic => 0x1D468,
        MathAlphabet.Calligraphic or MathAlphabet.Script => 0x1D49C,
        MathAlphabet.Fraktur => 0x1D504,
        MathAlphabet.DoubleStruck => 0x1D538,
        MathAlphabet.BoldFraktur => 0x1D56C,
        MathAlphabet.Sans => 0x1D5A0,
        MathAlphabet.SansBold => 0x1D5D4,
        MathAlphabet.SansItalic => 0x1D608,
        MathAlphabet.Monospace => 0x1D670,
        _ => 0,
    };

    private static int Digits(MathAlphabet alphabet) => alphabet switch
    {
        MathAlphabet.Bold or MathAlphabet.BoldItalic => 0x1D7CE,
        MathAlphabet.DoubleStruck => 0x1D7D8,
        MathAlphabet.Sans or MathAlphabet.SansItalic => 0x1D7E2,
        MathAlphabet.SansBold => 0x1D7EC,
        MathAlphabet.Monospace => 0x1D7F6,
        _ => 0,
    };

    /// <summary>Shapes that Unicode had before it had the alphabets.</summary>
    private static int? Exception(char c, MathAlphabet alphabet) => (alphabet, c) switch
    {
        (MathAlphabet.Italic, 'h') => 'ℎ',
        (MathAlphabet.Calligraphic or MathAlphabet.Script, _) => c switch { 'B' => 'ℬ', 'E' => 'ℰ', 'F' => 'ℱ', 'H' => 'ℋ', 'I' => 'ℐ', 'L' => 'ℒ', 'M' => 'ℳ', 'R' => 'ℛ', 'e' => 'ℯ', 'g' => 'ℊ', 'o' => 'ℴ', _ => null },
        (MathAlphabet.Fraktur, _) => c switch { 'C' => 'ℭ', 'H' => 'ℌ', 'I' => 'ℑ', 'R' => 'ℜ', 'Z' => 'ℨ', _ => null },
        (MathAlphabet.DoubleStruck, _) => c switch { 'C' => 'ℂ', 'H' => 'ℍ', 'N' => 'ℕ', 'P' => 'ℙ', 'Q' => 'ℚ', 'R' => 'ℝ', 'Z' => 'ℤ', _ => null },
        _ => null,
    };

    private static int Greek(char c, MathAlphabet alphabet)
    {
        var first = alphabet switch { MathAlphabet.Bold => 0x1D6A8, MathAlphabet.Italic => 0x1D6E2, MathAlphabet.BoldItalic => 0x1D71C, _ => 0 };
        return (first, c) switch
        {
            (0, _) => c,
            (_, >= 'Α' and <= 'Ω') => first + c - 'Α',
            (_, >= 'α' and <= 'ω') => first + 26 + c - 'α',
            (_, '∇') => first + 25,
            (_, '∂') => first + 51,
            (_, 'ϵ') => first + 52,
            (_, 'ϑ') => first + 53,
            (_, 'ϰ') => first + 54,
            (_, 'ϕ') => first + 55,
            (_, 'ϱ') => first + 56,
            (_, 'ϖ') => first + 57,
            _ => c,
        };
    }
}
