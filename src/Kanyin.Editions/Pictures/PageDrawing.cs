using System.Diagnostics;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;
using SkiaSharp;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Editions.Pictures;

/// <summary>Draws a typeset page as pixels, with the book's own faces.</summary>
internal sealed class PageDrawing : IDisposable
{
    private readonly SKCanvas _canvas;
    private readonly Dictionary<FontFace, SKTypeface> _typefaces = [];

    private PageDrawing(SKCanvas canvas) => _canvas = canvas;

    /// <param name="pixelWidth">The height follows from the page's shape.</param>
    public static byte[] ToJpeg(Page page, int pixelWidth)
    {
        var scale = pixelWidth / page.Width;
        var info = new SKImageInfo(pixelWidth, (int)(page.Height * scale), SKColorType.Rgba8888, SKAlphaType.Premul);
        using var bitmap = new SKBitmap(info);
        using var canvas = new SKCanvas(bitmap);
        using var drawing = new PageDrawing(canvas);
        canvas.Clear(SKColors.White);
        canvas.Scale((float)scale);
        foreach (var item in page.Items)
        {
            drawing.Draw(item);
        }

        canvas.Flush();
        return ScreenPicture.Jpeg(Raster.FromRgba(info.Width, info.Height, bitmap.GetPixelSpan()));
    }

    public void Dispose()
    {
        foreach (var typeface in _typefaces.Values)
        {
            typeface.Dispose();
        }
    }

    private void Draw(PageItem item)
    {
        switch (item)
        {
            case GlyphRun run:
                DrawGlyphs(run);
                break;
            case Rule rule:
                using (var paint = Paint(rule.Colour))
                {
                    _canvas.DrawRect((float)rule.X, (float)rule.Y, (float)rule.Width, (float)rule.Height, paint);
                }

                break;
            case ImageBox box:
                DrawPicture(box);
                break;
            case Path path:
                DrawPath(path);
                break;
            case TurnedGroup group:
                DrawTurned(group);
                break;
            case LinkArea or DestinationMark:
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void DrawTurned(TurnedGroup group)
    {
        _canvas.Save();
        _canvas.Translate((float)group.X, (float)group.Y);
        _canvas.RotateDegrees(-90);
        foreach (var item in group.Items)
        {
            Draw(item);
        }

        _canvas.Restore();
    }

    private void DrawGlyphs(GlyphRun run)
    {
        using var font = new SKFont(Typeface(run.Face), (float)run.Size, (float)run.Scale) { Subpixel = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias };
        using var paint = Paint(run.Colour);
        using var builder = new SKTextBlobBuilder();
        var glyphs = run.Glyphs.Select(g => g.Id).ToArray();
        var points = run.Glyphs.Select(g => new SKPoint((float)g.X, (float)-g.Y)).ToArray();
        builder.AddPositionedRun(glyphs, font, points);
        using var blob = builder.Build();
        if (blob is not null)
        {
            _canvas.DrawText(blob, (float)run.X, (float)run.Y, paint);
        }
    }

    private void DrawPicture(ImageBox box)
    {
        using var image = SKImage.FromEncodedData(box.Picture.ReadBytes());
        if (image is not null)
        {
            _canvas.DrawImage(image, SKRect.Create((float)box.X, (float)box.Y, (float)box.Width, (float)box.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }
    }

    private void DrawPath(Path path)
    {
        using var builder = new SKPathBuilder();
        foreach (var s in path.Segments)
        {
            switch (s.Verb)
            {
                case PathVerb.Move:
                    builder.MoveTo((float)s.X, (float)s.Y);
                    break;
                case PathVerb.Line:
                    builder.LineTo((float)s.X, (float)s.Y);
                    break;
                case PathVerb.Curve:
                    builder.CubicTo((float)s.X1, (float)s.Y1, (float)s.X2, (float)s.Y2, (float)s.X, (float)s.Y);
                    break;
                case PathVerb.Close:
                    builder.Close();
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        using var outline = builder.Detach();
        using var paint = Paint(path.Colour);
        if (path.LineWidth is { } width)
        {
            paint.Style = SKPaintStyle.Stroke;
            paint.StrokeWidth = (float)width;
        }

        _canvas.Save();
        _canvas.Translate((float)path.X, (float)path.Y);
        _canvas.DrawPath(outline, paint);
        _canvas.Restore();
    }

    private SKTypeface Typeface(FontFace face)
    {
        if (!_typefaces.TryGetValue(face, out var typeface))
        {
            using var data = SKData.CreateCopy(face.Data);
            _typefaces.Add(face, typeface = SKTypeface.FromData(data));
        }

        return typeface;
    }

    private static SKPaint Paint(Colour colour) => new() { IsAntialias = true, Color = new SKColor(Component(colour.Red), Component(colour.Green), Component(colour.Blue)) };

    private static byte Component(double value) => (byte)Math.Round(Math.Clamp(value, 0, 1) * byte.MaxValue);
}
