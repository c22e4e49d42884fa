using System.Collections.Concurrent;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Fonts;

namespace Kanyin.Typesetting.Shaping;

/// <summary>One shaper a face, and the geometry of its marks, made when first needed. Safe to use from several threads.</summary>
internal sealed class FaceShapers
{
    private readonly ConcurrentDictionary<FontFace, Shaper> _shapers = new();
    private readonly ConcurrentDictionary<(FontFace, CharacterClass, Locale, ushort), MarkGeometry> _geometry = new();

    public Shaper Of(FontFace face) => _shapers.GetOrAdd(face, static f => new Shaper(f));

    public MarkGeometry GeometryOf(FontFace face, CharacterClass c, Locale locale, ShapedText mark)
    {
        var key = (face, c, locale, mark.Glyphs[0].Id);
        return _geometry.TryGetValue(key, out var known)
            ? known
            : _geometry[key] = MarkGeometry.Of(c, mark.Advance, Of(face).Ink(key.Id), locale);
    }
}
