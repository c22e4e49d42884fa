using System.Collections.Concurrent;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Fonts;

namespace Kanyin.Typesetting.Shaping;

/// <summary>One shaper a face, and the geometry of its marks, made when first needed. Safe to use from several threads.</summary>
internal sealed class FaceShapers
{
    private readonly ConcurrentDictionary<FontFace, Shaper> _shapers = new();
    private readonly ConcurrentDictionary<(FontFace, CharacterClass, ushort), MarkGeometry> _geometry = new();

    public Shaper Of(FontFace face) => _shapers.GetOrAdd(face, static f => new Shaper(f));

    public MarkGeometry GeometryOf(FontFace face, CharacterClass c, ShapedText mark)
    {
        var glyph = mark.Glyphs[0].Id;
        return _geometry.TryGetValue((face, c, glyph), out var known)
            ? known
            : _geometry[(face, c, glyph)] = MarkGeometry.Of(c, mark.Advance, Of(face).Ink(glyph));
    }
}
