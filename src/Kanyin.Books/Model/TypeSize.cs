using System.Collections.Immutable;
using System.Globalization;

namespace Kanyin.Books.Model;

/// <summary>字号: the sizes of Chinese type (typography.md 6.1), in points.</summary>
public static class TypeSize
{
    private static readonly ImmutableArray<(string Name, double Points)> _series =
    [
        ("初号", 42), ("小初", 36), ("一号", 26), ("小一", 24), ("二号", 22), ("小二", 18), ("三号", 16), ("小三", 15),
        ("四号", 14), ("小四", 12), ("五号", 10.5), ("小五", 9), ("六号", 7.5), ("小六", 6.5), ("七号", 5.5), ("八号", 5),
    ];

    public static double Least => _series[^1].Points;

    public static double Greatest => _series[0].Points;

    /// <summary>A name of the series or a number of points, or null for anything else.</summary>
    public static double? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (name, points) in _series)
        {
            // 小初, 小四 … are said with or without 号.
            if (text == name || text == name + "号")
            {
                return points;
            }
        }

        var digits = text.EndsWith("pt", StringComparison.Ordinal) ? text[..^2].TrimEnd() : text;
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Greatest ? number : null;
    }

    /// <summary>The next smaller size that the eye tells apart: 小五 beside 五号, 五号 beside 小四.</summary>
    public static double Below(double size)
    {
        foreach (var (_, points) in _series)
        {
            if (points <= 0.9 * size)
            {
                return points;
            }
        }

        return Least;
    }
}
