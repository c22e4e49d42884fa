using System.Collections.Immutable;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Drawings;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>Pictures: never larger than they are (a CSS pixel is .75pt), never wider than the column.</summary>
internal static class FigureSetter
{
    private const double PointsPerPixel = 0.75;
    private const double LargestShare = 0.6;
    private const double LargestInlineShare = 0.3;

    /// <summary>How small a picture may be made so as to fill a page.</summary>
    private const double LeastFactor = 0.6;
    private const double FrameThickness = 0.5;
    private static readonly Colour FrameColour = Colour.Grey(0.6);

    /// <summary>A picture on its own, its caption below; both on one page.</summary>
    public static void Set(Figure figure, Column column, ChapterSetter chapter)
    {
        var style = chapter.Style;
        var element = column.Add(ElementOf(figure.Image));
        var limit = LargestShare * style.TextHeight;
        var drawing = Draw(figure.Image, element, column.Width, limit, chapter);
        var inner = new FlowList();
        inner.Add(new FlowBox(drawing.Height)
        {
            Items = [new DestinationMark(0, 0, figure.Id), .. drawing.Items.Select(i => i.MovedBy((column.Width - drawing.Width) / 2, 0))],
            X = column.Left,
            Least = (drawing.Items is [ImageBox or Group] ? LeastFactor : 1) * drawing.Height,
            BreakAfter = CaptionSetter.IsEmpty(figure, figure.Caption) ? 0 : Breaks.Forbidden,
        });

        // Inside the figure's element the alternative text would be read in the caption's place.
        CaptionSetter.AddBelow(figure, column.Parent, column, inner, chapter);
        Display.Add(MayFloat(figure, column) ? inner.Floating() : inner, column, chapter);
    }

    /// <summary>
    /// Words such as 见图 2-1 find a figure on another page; a picture without a number has its place between the words
    /// around it, and so has one in a list or a quotation.
    /// </summary>
    private static bool MayFloat(Figure figure, Column column) => figure.Label is not null && column is { IsOnGrid: true, Left: 0 };

    /// <summary>A picture in a line of text stands on the baseline.</summary>
    public static BoxPiece Inline(Image image, StructureElement? owner, ChapterSetter chapter)
    {
        var element = ElementOf(image);
        owner?.Add(element);
        var drawing = Draw(image, owner is null ? null : element, chapter.Style.Measure, LargestInlineShare * chapter.Style.TextHeight, chapter);
        return new BoxPiece(element, drawing.Width, drawing.Height, 0, [.. drawing.Items.Select(i => i.MovedBy(0, -drawing.Height))]);
    }

    private readonly record struct Drawing(double Width, double Height, ImmutableArray<PageItem> Items);

    private static StructureElement ElementOf(Image image) => new(StructureRole.Figure) { Alt = AltOf(image) };

    private static string AltOf(Image image) => image.Alt.Length > 0 ? image.Alt : image.Title ?? image.Source;

    private static Drawing Draw(Image image, StructureElement? element, double widest, double tallest, ChapterSetter chapter)
    {
        if (image.Picture is not { } picture || chapter.Drawings.SizeOf(picture) is not { } natural)
        {
            return DrawFrame(image, element, widest, tallest, chapter);
        }

        var (width, height) = SizeOf(image, natural, widest, tallest);
        return new(width, height, [chapter.Drawings.Draw(picture, width, height, element) with { Source = new TextPosition(image.At, 0) }]);
    }

    /// <param name="natural">In CSS pixels.</param>
    private static (double Width, double Height) SizeOf(Image image, (double Width, double Height) natural, double widest, double tallest)
    {
        var wanted = (image.Width is { } asked and > 0 ? asked : natural.Width) * PointsPerPixel;
        var ratio = natural.Height / natural.Width;
        var width = Math.Min(Math.Min(wanted, widest), tallest / ratio);
        return (width, width * ratio);
    }

    /// <summary>What cannot be drawn is a thin frame around its words.</summary>
    private static Drawing DrawFrame(Image image, StructureElement? element, double widest, double tallest, ChapterSetter chapter)
    {
        if (image.Picture is { Format: not PictureFormat.Svg })
        {
            chapter.Findings.Add(DrawingFindings.Undrawn, image.At, $"The picture {image.Source} is shown as a frame with its description.", "Use a PNG or JPEG picture.");
        }

        var small = chapter.Style.Small;
        var pitch = chapter.Style.SmallLeading * small;
        var known = image.Picture is { PixelWidth: > 0, PixelHeight: > 0 } picture ? SizeOf(image, picture.ShownSize, widest, tallest) : (Width: 0.0, Height: 0.0);
        var width = Math.Min(widest, Math.Max(known.Width, 12 * small));
        var words = new TextPiece(element, AltOf(image), new TextStyle(FontFamily.Sans, small) { Colour = Colour.Grey(0.3) }, image.At);
        var lines = chapter.Lines([words], chapter.Style.Paragraph(width - (2 * small), small) with { Alignment = Alignment.Centre, Hyphenates = false });
        lines = [.. lines.Take(Math.Max(1, (int)((tallest / pitch) - 2)))];
        var height = Math.Max(known.Height, (lines.Length + 1.5) * pitch);
        var top = ((height - (lines.Length * pitch)) / 2) + (0.5 * (pitch - small)) + (0.88 * small);
        var text = lines.SelectMany((l, i) => l.Items.Select(x => x.MovedBy(small, top + (i * pitch))));
        return new(width, height, [.. Frame(width, height), .. text]);
    }

    private static IEnumerable<PageItem> Frame(double width, double height) =>
    [
        new Rule(0, 0, null, width, FrameThickness, FrameColour),
        new Rule(0, height - FrameThickness, null, width, FrameThickness, FrameColour),
        new Rule(0, 0, null, FrameThickness, height, FrameColour),
        new Rule(width - FrameThickness, 0, null, FrameThickness, height, FrameColour),
    ];
}
