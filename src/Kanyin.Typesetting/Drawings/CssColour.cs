using System.Globalization;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>Colours of CSS (CSS Color 4): names, #rgb, rgb(), hsl(), and their opacity.</summary>
internal static class CssColour
{
    /// <summary>Null when it is no colour that has one value by itself.</summary>
    public static Solid? Read(string text)
    {
        text = text.Trim();
        if (text.StartsWith('#'))
        {
            return OfDigits(text.AsSpan(1));
        }

        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0)
        {
            return OfFunction(text[..open].ToLowerInvariant(), text[(open + 1)..]);
        }

        return text.Equals("transparent", StringComparison.OrdinalIgnoreCase) ? new Solid(Colour.Black, 0)
            : ColourNames.Find(text) is { } value ? new Solid(Colour.Rgb(value))
            : null;
    }

    private static Solid? OfDigits(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (3 or 4 or 6 or 8) || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        if (digits.Length is 3 or 4)
        {
            uint spread = 0;
            for (var i = 0; i < digits.Length; i++)
            {
                spread |= (value >> (4 * i) & 15) * 17 << (8 * i);
            }

            value = spread;
        }

        return digits.Length is 4 or 8 ? new Solid(Colour.Rgb((int)(value >> 8)), (value & 255) / 255.0) : new Solid(Colour.Rgb((int)value));
    }

    private static Solid? OfFunction(string name, string arguments)
    {
        if (name == "light-dark") // paper is light
        {
            return Read(FirstArgument(arguments));
        }

        Span<double> parts = stackalloc double[4];
        Span<bool> percents = stackalloc bool[4];
        parts[3] = 1;
        var scanner = new ValueScanner(arguments);
        var count = 0;
        while (count < 4 && !scanner.Skip(')'))
        {
            if (count == 3)
            {
                scanner.Skip('/');
            }

            if (scanner.Number() is not { } number)
            {
                return null;
            }

            percents[count] = scanner.Word() is "%";
            parts[count++] = number;
        }

        var opacity = Math.Clamp(percents[3] ? parts[3] / 100 : parts[3], 0, 1);
        return (name, count) switch
        {
            ("rgb" or "rgba", >= 3) => new Solid(new(Component(parts[0], percents[0]), Component(parts[1], percents[1]), Component(parts[2], percents[2])), opacity),
            ("hsl" or "hsla", >= 3) => new Solid(OfHue(parts[0], Math.Clamp(parts[1] / 100, 0, 1), Math.Clamp(parts[2] / 100, 0, 1)), opacity),
            _ => null,
        };
    }

    /// <summary>Up to the comma or bracket that is not inside brackets.</summary>
    private static string FirstArgument(string arguments)
    {
        var depth = 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            depth += arguments[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0 || (depth == 0 && arguments[i] == ','))
            {
                return arguments[..i];
            }
        }

        return arguments;
    }

    private static double Component(double value, bool isPercent) => Math.Clamp(isPercent ? value / 100 : value / 255, 0, 1);

    private static Colour OfHue(double hue, double saturation, double lightness)
    {
        var reach = saturation * Math.Min(lightness, 1 - lightness);
        return new(Part(0), Part(8), Part(4));

        double Part(double n)
        {
            var k = (n + (((hue % 360) + 360) % 360 / 30)) % 12;
            return lightness - (reach * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)));
        }
    }
}
