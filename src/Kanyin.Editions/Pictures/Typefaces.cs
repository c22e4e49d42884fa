using System.Collections.Concurrent;
using Kanyin.Typesetting.Fonts;
using SkiaSharp;

namespace Kanyin.Editions.Pictures;

/// <summary>The book's faces as they are drawn with. They are large, so whoever draws many pages keeps them; several pages may be drawn at once.</summary>
internal sealed class Typefaces : IDisposable
{
    private readonly ConcurrentDictionary<FontFace, Lazy<SKTypeface>> _all = new();

    public SKTypeface Of(FontFace face) => _all.GetOrAdd(face, f => new Lazy<SKTypeface>(() => Load(f))).Value;

    public void Dispose()
    {
        foreach (var typeface in _all.Values.Where(t => t.IsValueCreated))
        {
            typeface.Value.Dispose();
        }
    }

    private static SKTypeface Load(FontFace face)
    {
        using var data = SKData.Create(face.Data.Address, face.Data.Length, (_, _) => face.Data.KeepAlive());
        return SKTypeface.FromData(data);
    }
}
