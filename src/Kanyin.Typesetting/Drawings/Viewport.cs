using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Drawings;

/// <summary>How a picture's own coordinates lie in the box that it is shown in (SVG 2 8.2 and 8.6).</summary>
internal static class Viewport
{
    /// <summary>The rectangle of the viewBox attribute; null when there is none that can be used.</summary>
    public static Box? ViewBox(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var scanner = new ValueScanner(text);
        return scanner.Number() is { } x && scanner.Number() is { } y && scanner.Number() is > 0 and var width && scanner.Number() is > 0 and var height
            ? Box.Of(x, y, width, height)
            : null;
    }

    /// <summary>From the inner box to the outer one, after preserveAspectRatio.</summary>
    /// <param name="isCut">The inner box reaches out of the outer one.</param>
    public static Transform Fit(Box inner, Box outer, string? aspect, out bool isCut)
    {
        var words = (aspect ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var align = words.Length > 0 ? words[0] : "xMidYMid";
        var (x, y) = (outer.Width / inner.Width, outer.Height / inner.Height);
        isCut = false;
        if (align != "none")
        {
            isCut = words is [_, "slice", ..];
            x = y = isCut ? Math.Max(x, y) : Math.Min(x, y);
        }

        var (spareX, spareY) = (outer.Width - (x * inner.Width), outer.Height - (y * inner.Height));
        var left = align.StartsWith("xMin", StringComparison.Ordinal) ? 0 : align.StartsWith("xMax", StringComparison.Ordinal) ? spareX : spareX / 2;
        var top = align.EndsWith("YMin", StringComparison.Ordinal) ? 0 : align.EndsWith("YMax", StringComparison.Ordinal) ? spareY : spareY / 2;
        return new(x, 0, 0, y, outer.Left + left - (x * inner.Left), outer.Top + top - (y * inner.Top));
    }
}
