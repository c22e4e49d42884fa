using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Kanyin.Typesetting.Fonts;

/// <summary>
/// What a face says about setting formulas (OpenType's MATH table), through HarfBuzz. Lengths in em of the face. A face
/// without the table gives 0 and no variants. Safe to use from several threads.
/// </summary>
internal sealed unsafe partial class MathMetrics : IDisposable
{
    private const string HarfBuzz = "libHarfBuzzSharp";

    // hb-common.h and hb-ot-math.h
    private const int LeftToRight = 4;
    private const int BottomToTop = 7;
    private const int ReadOnlyMemory = 1;
    private const int MostVariants = 32;
    private const int MostParts = 16;

    private readonly ConcurrentDictionary<ushort, MathGlyph> _glyphs = new();
    private readonly ConcurrentDictionary<(ushort, bool), ImmutableArray<GlyphVariant>> _variants = new();
    private readonly ConcurrentDictionary<(ushort, bool), ImmutableArray<GlyphPart>> _assemblies = new();
    private readonly double[] _constants = new double[(int)MathConstant.RadicalDegreeBottomRaisePercent + 1];
    private readonly Lock _lock = new();
    private readonly nint _blob;
    private readonly nint _face;
    private readonly nint _font;
    private readonly int _unitsPerEm;

    public MathMetrics(FontFace face)
    {
        Face = face;
        _unitsPerEm = face.UnitsPerEm;
        _blob = BlobCreate((byte*)face.Data.Address, (uint)face.Data.Length, ReadOnlyMemory, 0, 0);
        _face = FaceCreate(_blob, 0);
        _font = FontCreate(_face);
        for (var i = 0; i < _constants.Length; i++)
        {
            var value = GetConstant(_font, i);
            _constants[i] = (MathConstant)i is MathConstant.ScriptPercent or MathConstant.ScriptScriptPercent or MathConstant.RadicalDegreeBottomRaisePercent ? value / 100.0 : Em(value);
        }

        LeastOverlap = Em(MinConnectorOverlap(_font, BottomToTop));
    }

    public FontFace Face { get; }

    /// <summary>By which the parts of an assembly overlap at least.</summary>
    public double LeastOverlap { get; }

    /// <summary>In em; percentages as fractions.</summary>
    public double this[MathConstant constant] => _constants[(int)constant];

    public MathGlyph Glyph(ushort glyph) => _glyphs.TryGetValue(glyph, out var known) ? known : _glyphs[glyph] = Measure(glyph);

    /// <summary>How far a script comes nearer at a corner of a glyph.</summary>
    /// <param name="height">Above the glyph's baseline.</param>
    public double Kern(ushort glyph, MathCorner corner, double height)
    {
        lock (_lock)
        {
            return Em(GetKerning(_font, glyph, (int)corner, (int)Math.Round(height * _unitsPerEm)));
        }
    }

    /// <summary>The glyph in its growing sizes, itself among them.</summary>
    public ImmutableArray<GlyphVariant> Variants(ushort glyph, bool isVertical) => _variants.GetOrAdd((glyph, isVertical), key =>
    {
        var found = stackalloc RawVariant[MostVariants];
        var count = (uint)MostVariants;
        lock (_lock)
        {
            _ = GetVariants(_font, key.Item1, key.Item2 ? BottomToTop : LeftToRight, 0, &count, found);
        }

        var variants = ImmutableArray.CreateBuilder<GlyphVariant>((int)count);
        for (var i = 0; i < count; i++)
        {
            variants.Add(new GlyphVariant((ushort)found[i].Glyph, Em(found[i].Advance)));
        }

        return variants.MoveToImmutable();
    });

    /// <summary>The parts that the glyph is built of at any size, from below or from the left; none for most glyphs.</summary>
    public ImmutableArray<GlyphPart> Assembly(ushort glyph, bool isVertical) => _assemblies.GetOrAdd((glyph, isVertical), key =>
    {
        var found = stackalloc RawPart[MostParts];
        var count = (uint)MostParts;
        int italics;
        lock (_lock)
        {
            _ = GetAssembly(_font, key.Item1, key.Item2 ? BottomToTop : LeftToRight, 0, &count, found, &italics);
        }

        var parts = ImmutableArray.CreateBuilder<GlyphPart>((int)count);
        for (var i = 0; i < count; i++)
        {
            var raw = found[i];
            parts.Add(new GlyphPart((ushort)raw.Glyph, Em(raw.StartConnector), Em(raw.EndConnector), Em(raw.FullAdvance), (raw.Flags & 1) != 0));
        }

        return parts.MoveToImmutable();
    });

    public void Dispose()
    {
        FontDestroy(_font);
        FaceDestroy(_face);
        BlobDestroy(_blob);
    }

    private MathGlyph Measure(ushort glyph)
    {
        lock (_lock)
        {
            RawExtents box;
            _ = GetExtents(_font, glyph, &box);
            return new MathGlyph(
                Face.Advance(glyph),
                Em(box.YBearing),
                -Em(box.YBearing + box.Height),
                Em(box.XBearing),
                Em(box.XBearing + box.Width),
                Em(GetItalicsCorrection(_font, glyph)),
                Em(GetTopAccent(_font, glyph)));
        }
    }

    private double Em(int units) => (double)units / _unitsPerEm;

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct RawVariant(uint Glyph, int Advance);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct RawPart(uint Glyph, int StartConnector, int EndConnector, int FullAdvance, int Flags);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct RawExtents(int XBearing, int YBearing, int Width, int Height);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_blob_create")]
    private static partial nint BlobCreate(byte* data, uint length, int mode, nint userData, nint destroy);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_blob_destroy")]
    private static partial void BlobDestroy(nint blob);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_face_create")]
    private static partial nint FaceCreate(nint blob, uint index);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_face_destroy")]
    private static partial void FaceDestroy(nint face);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_font_create")]
    private static partial nint FontCreate(nint face);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_font_destroy")]
    private static partial void FontDestroy(nint font);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_font_get_glyph_extents")]
    private static partial int GetExtents(nint font, uint glyph, RawExtents* extents);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_ot_math_get_constant")]
    private static partial int GetConstant(nint font, int constant);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_ot_math_get_glyph_italics_correction")]
    private static partial int GetItalicsCorrection(nint font, uint glyph);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_ot_math_get_glyph_top_accent_attachment")]
    private static partial int GetTopAccent(nint font, uint glyph);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_ot_math_get_glyph_kerning")]
    private static partial int GetKerning(nint font, uint glyph, int corner, int height);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_ot_math_get_min_connector_overlap")]
    private static partial int MinConnectorOverlap(nint font, int direction);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_ot_math_get_glyph_variants")]
    private static partial uint GetVariants(nint font, uint glyph, int direction, uint start, uint* count, RawVariant* variants);

    [LibraryImport(HarfBuzz, EntryPoint = "hb_ot_math_get_glyph_assembly")]
    private static partial uint GetAssembly(nint font, uint glyph, int direction, uint start, uint* count, RawPart* parts, int* italicsCorrection);
}

/// <summary>A glyph as formulas see it, in em of the face.</summary>
/// <param name="Height">Of its ink above the baseline.</param>
/// <param name="Depth">Of its ink below the baseline, positive downwards.</param>
/// <param name="Left">Where its ink begins.</param>
/// <param name="Right">Where its ink ends.</param>
/// <param name="Italics">How far its top leans out to the right.</param>
/// <param name="TopAccent">Where an accent's middle stands.</param>
internal sealed record MathGlyph(double Advance, double Height, double Depth, double Left, double Right, double Italics, double TopAccent);

/// <param name="Advance">Its size in the direction of growth.</param>
internal readonly record struct GlyphVariant(ushort Glyph, double Advance);

/// <param name="StartConnector">How much of it may be overlapped at its start.</param>
/// <param name="FullAdvance">Its length.</param>
/// <param name="IsExtender">May be left out or repeated.</param>
internal readonly record struct GlyphPart(ushort Glyph, double StartConnector, double EndConnector, double FullAdvance, bool IsExtender);

/// <summary>The values are those of hb_ot_math_kern_t.</summary>
internal enum MathCorner
{
    TopRight,
    TopLeft,
    BottomRight,
    BottomLeft,
}
