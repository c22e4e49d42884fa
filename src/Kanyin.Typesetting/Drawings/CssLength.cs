namespace Kanyin.Typesetting.Drawings;

/// <summary>Lengths of CSS (CSS Values 3, 6).</summary>
internal static class CssLength
{
    /// <summary>In user units, of which one is a CSS pixel; null when it is no length.</summary>
    /// <param name="whole">What 100 % is.</param>
    /// <param name="em">The size of the type.</param>
    public static double? Read(string? text, double whole, double em)
    {
        if (text is null)
        {
            return null;
        }

        var scanner = new ValueScanner(text);
        if (scanner.Number() is not { } number)
        {
            return null;
        }

        double? unit = scanner.Word() switch
        {
            "" or "px" => 1,
            "%" => whole / 100,
            "pt" => 4 / 3.0,
            "pc" => 16,
            "in" => 96,
            "cm" => 96 / 2.54,
            "mm" => 96 / 25.4,
            "Q" => 96 / 101.6,
            "em" => em,
            "rem" => 16,
            "ex" or "ch" => em / 2,
            _ => null,
        };
        return scanner.IsAtEnd ? number * unit : null;
    }
}
