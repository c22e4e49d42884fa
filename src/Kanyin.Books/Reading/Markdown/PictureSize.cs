using System.Globalization;
using System.Text.RegularExpressions;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>The size an author asks for: width="300", width=50%, style="zoom:50%".</summary>
internal static partial class PictureSize
{
    /// <param name="width">The width attribute, or null.</param>
    /// <param name="style">The style attribute, or null.</param>
    public static Image Apply(Image image, string? width, string? style)
    {
        var css = style is null ? null : CssWidth().Match(style) is { Success: true } m ? m.Groups[1].Value : null;
        var match = Length().Match(css ?? width ?? "");
        if (match.Success && double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0)
        {
            return match.Groups[2].Value == "%" ? image with { Share = System.Math.Min(1, value / 100) } : image with { Width = value };
        }

        return style is not null && Zoom().Match(style) is { Success: true } z && image.Picture is { PixelWidth: > 0 } picture
            && double.TryParse(z.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var zoom) && zoom > 0
            ? image with { Width = picture.PixelWidth * (z.Groups[2].Value == "%" ? zoom / 100 : zoom) }
            : image;
    }

    /// <summary>The {#id width=50%} that pandoc and kramdown put after a picture: its length, 0 when there is none.</summary>
    public static int AfterImage(string text, ref Image image)
    {
        var match = Attributes().Match(text);
        if (match.Success)
        {
            image = Apply(image, WidthAttribute().Match(match.Value) is { Success: true } w ? w.Groups[1].Value : null, StyleAttribute().Match(match.Value) is { Success: true } s ? s.Groups[1].Value : null);
            image = IdAttribute().Match(match.Value) is { Success: true } id ? image with { Anchor = id.Groups[1].Value } : image;
        }

        return match.Success ? match.Length : 0;
    }

    // Also the {data-zoomable} of markdown-it-attrs.
    [GeneratedRegex(@"^\{:?[^{}\n]*(=|[.#]\w|\w-\w)[^{}\n]*\}")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"[{:\s]#([^\s{}]+)")]
    private static partial Regex IdAttribute();

    [GeneratedRegex("""\bwidth\s*=\s*["']?([^"'\s}]+)""")]
    private static partial Regex WidthAttribute();

    [GeneratedRegex("""\bstyle\s*=\s*["']([^"']+)""")]
    private static partial Regex StyleAttribute();

    [GeneratedRegex(@"(?:^|[;\s])width\s*:\s*([0-9.]+\s*(?:px|%)?)", RegexOptions.IgnoreCase)]
    private static partial Regex CssWidth();

    [GeneratedRegex(@"(?:^|[;\s])zoom\s*:\s*([0-9.]+)(%?)", RegexOptions.IgnoreCase)]
    private static partial Regex Zoom();

    [GeneratedRegex(@"^\s*([0-9]*\.?[0-9]+)\s*(px|%)?\s*;?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Length();
}
