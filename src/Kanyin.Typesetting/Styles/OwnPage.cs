using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Math = System.Math;

namespace Kanyin.Typesetting.Styles;

/// <summary>
/// A page of the author's own, made from a format. What is not given keeps the format's proportions: margins grow with the
/// page, headings with the body, and the text fills what the margins leave.
/// </summary>
internal static class OwnPage
{
    /// <summary>Nearer to the edge the knife that trims the book may reach the text.</summary>
    private const double LeastMargin = 5 * BookStyle.Millimetre;
    private const int LeastCharacters = 10;
    private const int LeastLines = 10;
    private const int MostCharacters = 44;
    private const double LeastSize = 7.5;
    private const double Rounding = 1e-6;

    public static BookStyle Of(BookStyle format, PageDesign page, DiagnosticBag findings)
    {
        var (width, height) = (Points(page.Width) ?? format.Width, Points(page.Height) ?? format.Height);
        var (across, down) = (width / format.Width, height / format.Height);
        var size = page.Size ?? format.Body;
        var isResized = page.Width is not null || page.Height is not null;
        var style = format with
        {
            Width = width,
            Height = height,
            Body = size,
            Leading = page.Leading ?? format.Leading,
            Inner = (Points(page.Inner) ?? format.Inner * across) + (page.Binding * BookStyle.Millimetre),
            Top = Points(page.Top) ?? format.Top * down,
            Headings = [.. format.Headings.Select(h => h with { Size = Scaled(h.Size, size / format.Body) })],
            PartTitle = Scaled(format.PartTitle, size / format.Body),
            Leaves = isResized ? null : format.Leaves,
            IsSingleSided = page.IsSingleSided ?? format.IsSingleSided,
            CentresPageNumber = page.CentresPageNumber,
            SpacedTitle = page.SpacedTitle,
        };

        var mostCharacters = Whole((width - style.Inner - LeastMargin) / size);
        var mostLines = Whole((height - style.Top - LeastMargin - size) / style.Pitch) + 1;
        if (mostCharacters < LeastCharacters || mostLines < LeastLines)
        {
            findings.Add(StyleFindings.DoesNotFit, page.At, $"The margins leave room for {Math.Max(0, mostCharacters)} characters and {Math.Max(0, mostLines)} lines; the pages are set as {format.Name}.", "Make the page larger, or its margins or its type smaller.");
            return format;
        }

        style = style with
        {
            Characters = Fitted(page.Characters, Whole((width - style.Inner - (format.Outer * across)) / size), LeastCharacters, mostCharacters, "characters a line", page, findings),
            Lines = Fitted(page.Lines, Whole((height - style.Top - (format.Bottom * down) - size) / style.Pitch) + 1, LeastLines, mostLines, "lines a page", page, findings),
        };
        Warn(style, page, findings);
        return style;
    }

    /// <summary>What the author asks for, or else what the format's margins leave; never more than the page can hold.</summary>
    private static int Fitted(int? asked, int usual, int least, int most, string what, PageDesign page, DiagnosticBag findings)
    {
        if (asked > most)
        {
            findings.Add(StyleFindings.DoesNotFit, page.At, $"The page has no room for {asked} {what}; it is set with {most}.", "Make the page larger, or its margins or its type smaller.");
        }

        return Math.Clamp(asked ?? usual, least, most);
    }

    private static void Warn(BookStyle style, PageDesign page, DiagnosticBag findings)
    {
        if (style.Characters > MostCharacters)
        {
            findings.Add(StyleFindings.Tiring, page.At, $"Lines of {style.Characters} characters are hard to follow.", "Take larger type or wider margins: 28 to 44 characters are usual."); // PG1
        }

        if (style.Body < LeastSize)
        {
            findings.Add(StyleFindings.Tiring, page.At, string.Create(CultureInfo.InvariantCulture, $"Type of {style.Body} points is too small for print."), "六号, 7.5 points, is the least."); // 6.1
        }

        if (style.Leading is < 1.5 or > 2)
        {
            findings.Add(StyleFindings.Tiring, page.At, string.Create(CultureInfo.InvariantCulture, $"A leading of {style.Leading} is not between 1.5 and 2.")); // PG3
        }
    }

    private static double? Points(double? millimetres) => millimetres * BookStyle.Millimetre;

    /// <summary>Half points are the finest step of type.</summary>
    private static double Scaled(double size, double factor) => Math.Round(2 * size * factor, MidpointRounding.AwayFromZero) / 2;

    private static int Whole(double number) => (int)Math.Floor(number + Rounding);
}
