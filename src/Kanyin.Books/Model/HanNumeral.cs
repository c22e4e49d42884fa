using System.Text;

namespace Kanyin.Books.Model;

/// <summary>Counting numerals in Han characters (typography.md NU3, NU5), from 0 to <see cref="Largest"/>.</summary>
public static class HanNumeral
{
    public const int Largest = 99_999_999;

    private const string Digits = "零一二三四五六七八九";

    /// <summary>The one well-formed way to write a number: 12 is 十二, 101 is 一百零一, 10010 is 一万零一十.</summary>
    public static string Format(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        if (value == 0)
        {
            return "零";
        }

        var text = new StringBuilder();
        var (high, low) = (value / 10000, value % 10000);
        if (high > 0)
        {
            AppendGroup(text, high);
            text.Append('万');
        }

        if (low > 0)
        {
            if (high > 0 && low < 1000)
            {
                text.Append('零');
            }

            AppendGroup(text, low);
        }

        // 10 to 19 at the head drop 一.
        return text is ['一', '十', ..] ? text.ToString(1, text.Length - 1) : text.ToString();
    }

    /// <summary>
    /// Reads the well-formed numerals and those that authors write instead (一〇一, 一百一, 一十二, 廿一, 二百零零三).
    /// A numeral is well formed when <see cref="Format"/> of its value gives it back.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        return text.Length is > 0 and <= 24 && (TryParseDigits(text, out value) || TryParseCounting(text, out value));
    }

    public static bool IsNumeral(char c) => DigitOf(c) >= 0 || UnitOf(c) > 0 || TensOf(c) > 0 || c == '万';

    /// <summary>Writes 1 to 9999: one 零 for any gap of zeros, none at the end.</summary>
    private static void AppendGroup(StringBuilder text, int value)
    {
        var gap = false;
        var begun = false;
        foreach (var (unit, name) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = value / unit % 10;
            if (digit == 0)
            {
                gap = begun;
                continue;
            }

            text.Append(gap ? "零" : "").Append(Digits[digit]).Append(name);
            (gap, begun) = (false, true);
        }
    }

    /// <summary>Digit by digit: 一〇一 is 101.</summary>
    private static bool TryParseDigits(ReadOnlySpan<char> text, out int value)
    {
        var sum = 0L;
        foreach (var c in text)
        {
            var digit = DigitOf(c);
            sum = (sum * 10) + digit;
            if (digit < 0 || sum > Largest)
            {
                value = 0;
                return false;
            }
        }

        value = (int)sum;
        return true;
    }

    private static bool TryParseCounting(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var cut = text.IndexOf('万');
        var high = 0;
        if (cut >= 0 && (!TryParseGroup(text[..cut], out high) || high == 0))
        {
            return false;
        }

        var rest = text[(cut + 1)..];
        var low = 0;
        if (!rest.IsEmpty && !TryParseGroup(rest, out low))
        {
            return false;
        }

        value = (high * 10000) + low;
        return true;
    }

    /// <summary>Units must fall: 一千二百 but not 二百一千.</summary>
    private static bool TryParseGroup(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var digit = -1;
        var lastUnit = 10000;
        foreach (var c in text)
        {
            var (tens, unit, next) = (TensOf(c), UnitOf(c), DigitOf(c));
            if (tens > 0 && lastUnit > 10 && digit <= 0)
            {
                (value, lastUnit, digit) = (value + tens, 10, -1);
            }
            else if (unit > 0 && unit < lastUnit && digit != 0)
            {
                (value, lastUnit, digit) = (value + (unit * System.Math.Max(digit, 1)), unit, -1);
            }
            else if (next >= 0 && digit <= 0)
            {
                digit = next;
            }
            else
            {
                return false;
            }
        }

        value += System.Math.Max(digit, 0);
        return !text.IsEmpty;
    }

    private static int DigitOf(char c) => c switch
    {
        '〇' or '○' => 0,
        '两' => 2,
        _ => Digits.IndexOf(c, StringComparison.Ordinal),
    };

    private static int UnitOf(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => 0,
    };

    private static int TensOf(char c) => c switch
    {
        '廿' => 20,
        '卅' => 30,
        '卌' => 40,
        _ => 0,
    };
}
