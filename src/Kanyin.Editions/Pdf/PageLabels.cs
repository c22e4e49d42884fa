using System.Globalization;
using System.Text;
using Kanyin.Editions.Pdf.Objects;

namespace Kanyin.Editions.Pdf;

/// <summary>The printed page numbers as ranges (ISO 32000-1 12.4.2).</summary>
internal static class PageLabels
{
    private static readonly (int Value, string Letters)[] _roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    // Style D or r counts up from Number; style null shows the prefix alone.
    private readonly record struct Label(string? Style, int Number, string Prefix);

    public static PdfBuffer Of(IReadOnlyList<string> labels)
    {
        PdfBuffer result = $"<</Nums[";
        Label? before = null;
        for (var i = 0; i < labels.Count; i++)
        {
            var label = Parse(labels[i]);
            var continues = before is { } b && label == (b.Style is null ? b : b with { Number = b.Number + 1 });
            if (!continues)
            {
                result.Append($"{i}<<");
                Append(result, label);
                result.AppendLiteral(">>");
            }

            before = label;
        }

        return result.Append($"]>>");
    }

    private static void Append(PdfBuffer result, Label label)
    {
        if (label.Style is not null)
        {
            result.Append($"/S{new PdfName(label.Style)}");
        }

        if (label.Number > 1)
        {
            result.Append($"/St {label.Number}");
        }

        if (label.Prefix.Length > 0)
        {
            result.Append($"/P{label.Prefix}");
        }
    }

    private static Label Parse(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && text[0] != '0')
        {
            return new Label("D", number, "");
        }

        return RomanValue(text) is { } roman ? new Label("r", roman, "") : new Label(null, 0, text);
    }

    // Null unless the text is the regular lower-case numeral of its value.
    private static int? RomanValue(string text)
    {
        var value = 0;
        var rest = text;
        foreach (var (unit, letters) in _roman)
        {
            while (rest.StartsWith(letters, StringComparison.Ordinal))
            {
                value += unit;
                rest = rest[letters.Length..];
            }
        }

        return value > 0 && rest.Length == 0 && Roman(value) == text ? value : null;
    }

    /// <summary>In lower case.</summary>
    public static string Roman(int value)
    {
        var result = new StringBuilder();
        foreach (var (unit, letters) in _roman)
        {
            for (; value >= unit; value -= unit)
            {
                result.Append(letters);
            }
        }

        return result.ToString();
    }
}
