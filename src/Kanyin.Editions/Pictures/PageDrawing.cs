using System.Collections.Immutable;
using System.Diagnostics;
using Kanyin.Typesetting.Pages;
using SkiaSharp;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Editions.Pictures;

/// <summary>Draws a typeset page as pixels, with the book's own faces.</summary>
internal sealed class PageDrawing
{
    private readonly SKCanvas _canvas;
    private readonly Typefaces _typefaces;

    private PageDrawing(SKCanvas canvas, Typefaces typefaces) => (_canvas, _typefaces) = (canvas, typefaces);

    /// <param name="pixelWidth">The height follows from the page's shape.</param>
    public static byte[] ToJpeg(Page page, int pixelWidth, Typefaces typefaces)
    {
        using var bitmap = Draw(page, pixelWidth, typefaces);
        return ScreenPicture.Jpeg(Raster.FromRgba(bitmap.Width, bitmap.Height, bitmap.GetPixelSpan()));
    }

    /// <summary>The page as red, green, blue and alpha, on white paper.</summary>
    public static SKBitmap Draw(Page page, int pixelWidth, Typefaces typefaces)
    {
        var scale = pixelWidth / page.Width;
        var bitmap = new SKBitmap(new SKImageInfo(pixelWidth, (int)(page.Height * scale), SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale((float)scale);
        new PageDrawing(canvas, typefaces).DrawAll(page.Items);
        canvas.Flush();
        return bitmap;
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
            case Group group:
                DrawGroup(group);
                break;
            case LinkArea or DestinationMark:
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void DrawGlyphs(GlyphRun run)
    {
        using var font = new SKFont(_typefaces.Of(run.Face), (float)run.Size, (float)run.Scale) { Subpixel = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias };
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
        using var outline = Outline(path.Segments, path.IsEvenOdd);
        _canvas.Save();
        _canvas.Translate((float)path.X, (float)path.Y);
        if (path.Fill is { } fill)
        {
            using var paint = Paint(fill);
            _canvas.DrawPath(outline, paint);
        }

        if (path.Stroke is { } stroke)
        {
            using var paint = Paint(stroke.Paint);
            (paint.Style, paint.StrokeWidth, paint.StrokeMiter) = (SKPaintStyle.Stroke, (float)stroke.Width, (float)stroke.MiterLimit);
            paint.StrokeCap = stroke.Cap switch { LineCap.Butt => SKStrokeCap.Butt, LineCap.Round => SKStrokeCap.Round, _ => SKStrokeCap.Square };
            paint.StrokeJoin = stroke.Join switch { LineJoin.Miter => SKStrokeJoin.Miter, LineJoin.Round => SKStrokeJoin.Round, _ => SKStrokeJoin.Bevel };
            using var dashes = stroke.Dashes.IsEmpty ? null : SKPathEffect.CreateDash([.. stroke.Dashes.Select(d => (float)d)], (float)stroke.DashOffset);
            paint.PathEffect = dashes;
            _canvas.DrawPath(outline, paint);
        }

        _canvas.Restore();
    }

    private void DrawGroup(Group group)
    {
        _canvas.Save();
        _canvas.Translate((float)group.X, (float)group.Y);
        _canvas.Concat(Matrix(group.Transform));
        if (group.Clip is { } clip)
        {
            using var outline = Outline(clip.Segments, clip.IsEvenOdd);
            _canvas.ClipPath(outline, SKClipOperation.Intersect, antialias: true);
        }

        if (group.IsTransparent)
        {
            using var layer = new SKPaint { Color = SKColors.Black.WithAlpha(Component(group.Opacity)) };
            _canvas.SaveLayer(layer);
        }

        DrawAll(group.Items);
        if (group.Mask is { } mask)
        {
            using var luma = SKColorFilter.CreateLumaColor();
            using var layer = new SKPaint { BlendMode = SKBlendMode.DstIn, ColorFilter = luma };
            _canvas.SaveLayer(layer);
            DrawGroup(mask);
            _canvas.Restore();
        }

        if (group.IsTransparent)
        {
            _canvas.Restore();
        }

        _canvas.Restore();
    }

    private void DrawAll(ImmutableArray<PageItem> items)
    {
        foreach (var item in items)
        {
            Draw(item);
        }
    }

    private static SKPath Outline(ImmutableArray<PathSegment> segments, bool isEvenOdd)
    {
        using var builder = new SKPathBuilder();
        foreach (var s in segments)
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

        var outline = builder.Detach();
        outline.FillType = isEvenOdd ? SKPathFillType.EvenOdd : SKPathFillType.Winding;
        return outline;
    }

    private SKPaint Paint(Paint paint)
    {
        if (paint is Solid ink)
        {
            return Paint(ink.Colour, ink.Opacity);
        }

        using var shader = paint switch
        {
            LinearGradient g => SKShader.CreateLinearGradient(new(0, 0), new(1, 0), Colours(g.Stops), Offsets(g.Stops), SKShaderTileMode.Clamp, Matrix(g.Transform)),
            RadialGradient g => SKShader.CreateTwoPointConicalGradient(new((float)g.FocusX, (float)g.FocusY), 0, new(0, 0), 1, Colours(g.Stops), Offsets(g.Stops), SKShaderTileMode.Clamp, Matrix(g.Transform)),
            Tiling t => Tiles(t),
            _ => throw new UnreachableException(),
        };
        var result = Paint(Colour.Black, paint.Opacity);
        result.Shader = shader;
        return result;
    }

    private SKShader Tiles(Tiling tiling)
    {
        var area = SKRect.Create((float)tiling.Width, (float)tiling.Height);
        using var recorder = new SKPictureRecorder();
        new PageDrawing(recorder.BeginRecording(area), _typefaces).DrawAll(tiling.Items);
        using var tile = recorder.EndRecording();
        return tile.ToShader(SKShaderTileMode.Repeat, SKShaderTileMode.Repeat, SKFilterMode.Linear, Matrix(tiling.Transform), area);
    }

    private static SKColor[] Colours(ImmutableArray<GradientStop> stops) => [.. stops.Select(s => ToSkia(s.Colour))];

    private static float[] Offsets(ImmutableArray<GradientStop> stops) => [.. stops.Select(s => (float)s.Offset)];

    private static SKMatrix Matrix(Transform t) => new((float)t.A, (float)t.C, (float)t.E, (float)t.B, (float)t.D, (float)t.F, 0, 0, 1);

    private static SKPaint Paint(Colour colour, double opacity = 1) => new() { IsAntialias = true, Color = ToSkia(colour).WithAlpha(Component(opacity)) };

    private static SKColor ToSkia(Colour colour) => new(Component(colour.Red), Component(colour.Green), Component(colour.Blue));

    private static byte Component(double value) => (byte)Math.Round(Math.Clamp(value, 0, 1) * byte.MaxValue);
}
