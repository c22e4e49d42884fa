using Kanyin.Typesetting.Fonts;
using SkiaSharp;

namespace Kanyin.Editions.Pictures;

/// <summary>The outlines of glyphs as their faces have them: in units of the em, y downwards, unhinted.</summary>
internal sealed class GlyphOutlines : IDisposable
{
    private readonly Dictionary<FontFace, SKFont> _fonts = [];
    private readonly Dictionary<(FontFace, ushort), SKPath?> _paths = [];

    /// <summary>Null for a glyph without ink.</summary>
    public SKPath? Of(FontFace face, ushort glyph)
    {
        if (!_paths.TryGetValue((face, glyph), out var path))
        {
            _paths.Add((face, glyph), path = Font(face).GetGlyphPath(glyph));
        }

        return path;
    }

    public void Dispose()
    {
        foreach (var path in _paths.Values)
        {
            path?.Dispose();
        }

        foreach (var font in _fonts.Values)
        {
            font.Typeface.Dispose();
            font.Dispose();
        }
    }

    private SKFont Font(FontFace face)
    {
        if (!_fonts.TryGetValue(face, out var font))
        {
            using var data = SKData.Create(face.Data.Address, face.Data.Length, (_, _) => face.Data.KeepAlive());
            _fonts.Add(face, font = new SKFont(SKTypeface.FromData(data), face.UnitsPerEm) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None });
        }

        return font;
    }
}
