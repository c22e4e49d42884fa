using System.Text;
using System.Text.RegularExpressions;

namespace Kanyin.Books.Mathematics;

/// <summary>A number and its unit as TeX: what the manual of mhchem 4 calls \pu.</summary>
internal static partial class Quantity
{
    /// <summary>From so many digits on they stand in groups of three (ISO 80000-1, 7.3.1).</summary>
    private const int LeastGrouped = 5;

    /// <param name="text">Between the braces of \pu.</param>
    public static string Tex(string text)
    {
        var number = Number().Match(text);
        var unit = text[number.Length..].Trim();
        return NumberOf(number) + (number.Length > 0 && unit.Length > 0 ? @"\ " : "") + UnitOf(unit);
    }

    private static string NumberOf(Match number)
    {
        var (tex, power) = (Digits().Replace(number.Groups["number"].Value, Grouped), number.Groups["power"].Value);
        return tex + (power.Length == 0 ? "" : $@"{(number.Groups["e"].Value == "E" ? @"\times " : @"\cdot ")}10^{{{power.TrimStart('+').Replace("-", "{-}", StringComparison.Ordinal)}}}");
    }

    private static string Grouped(Match digits)
    {
        var (whole, point, part) = (digits.Groups[1].Value, digits.Groups[2].Value, digits.Groups[3].Value);
        const string Gap = @"\mkern2mu ";
        whole = whole.Length < LeastGrouped ? whole : string.Concat(whole.Select((c, i) => (i > 0 && (whole.Length - i) % 3 == 0 ? Gap : "") + c));
        part = part.Length < LeastGrouped ? part : string.Concat(part.Select((c, i) => (i > 0 && i % 3 == 0 ? Gap : "") + c));
        return whole + (point == "," ? "{,}" : point) + part;
    }

    private static string UnitOf(string unit)
    {
        if (unit.Split("//") is [var above, var below])
        {
            return $@"\tfrac{{{UnitOf(above.Trim())}}}{{{UnitOf(below.Trim())}}}";
        }

        var tex = new StringBuilder();
        foreach (Match part in Parts().Matches(unit))
        {
            tex.Append(part switch
            {
                { Groups: [_, { Success: true, Value: var name }, { Value: var power }, ..] } => Name(name) + (power.Length == 0 ? "" : $"^{{{power.Trim('^', '{', '}').Replace("-", "{-}", StringComparison.Ordinal)}}}"),
                { Value: "*" or "." or "·" } => @"\mkern1mu{\cdot}\mkern1mu ",
                { Value: "/" } => "/",
                { Value: "$" or "&" or "#" } => "",
                { Value: var white } when string.IsNullOrWhiteSpace(white) => @"\,",
                { Value: var other } => other,
            });
        }

        return tex.ToString();
    }

    private static string Name(string name) => name.StartsWith('\\') ? name + " " : $@"\element{{{name}}}";

    [GeneratedRegex(@"^\s*(?<number>[-+±]?\d[\d.,]*(?:\(\d+\))?(?:\s*(?:-|±|\\pm)\s*\d[\d.,]*)?)?(?:(?<e>[eE])(?<power>[-+]?\d+))?")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![\d])(\d+)(?:([.,])(\d+))?")]
    private static partial Regex Digits();

    [GeneratedRegex(@"(\\[A-Za-z]+\s?|[\p{L}°℃Å]+)((?:\^\{?)?-?\d+\}?)?|\s+|\\?.", RegexOptions.Singleline)]
    private static partial Regex Parts();
}
