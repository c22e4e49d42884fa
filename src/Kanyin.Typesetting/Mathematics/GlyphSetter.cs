using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kanyin.Books.Mathematics;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Shaping;
using GlyphPart = Kanyin.Typesetting.Fonts.GlyphPart;

namespace Kanyin.Typesetting.Mathematics;

/// <summary>Single signs of the math face, and signs grown to a size by variants and assemblies (OpenType 1.9, MathVariants).</summary>
internal sealed class GlyphSetter(MathMetrics table, Shaper shaper)
{
    /// <summary>No sign is built of more parts.</summary>
    private const int MostRepeats = 500;

    /// <summary>An arrow that is so much too wide gives way to one that is so little too narrow.</summary>
    private const double WidestVariant = 1.15;

    private const double NarrowestVariant = 0.75;

    private readonly ConcurrentDictionary<(string, MathLevel), ushort> _small = new();

    public MathMetrics Table { get; } = table;

    /// <summary>Points of the face for a size of text.</summary>
    public double PointsOf(double size) => size * Table.Face.Scale;

    public bool Has(string text) => text.EnumerateRunes().All(r => Table.Face.GlyphOf(r.Value) != 0);

    /// <param name="shown">The character whose glyph is drawn.</param>
    /// <param name="text">The plain text it stands for.</param>
    /// <param name="level">In scripts the face has sturdier shapes (OpenType's ssty).</param>
    public MathBox Sign(string shown, string text, double size, Colour ink, MathLevel level = MathLevel.Text)
    {
        var isOne = shown.Length == 1 || (shown.Length == 2 && char.IsHighSurrogate(shown[0]));
        return isOne ? Sign(IdOf(shown, level), text, size, ink) : Name(shown, text, size, ink);
    }

    private ushort IdOf(string sign, MathLevel level) => level < MathLevel.Script ? IdOf(sign) : _small.GetOrAdd((sign, level), key => shaper.ScriptForm(key.Item1, key.Item2 == MathLevel.Script ? 1 : 2));

    public MathBox Sign(ushort id, string text, double size, Colour ink)
    {
        var glyph = Table.Glyph(id);
        var em = PointsOf(size);
        return new MathBox(glyph.Advance * em, glyph.Height * em, glyph.Depth * em, [new SignPart([new Glyph(id, 0, 0, 0, text.Length)], em, ink, text)])
        {
            Italics = glyph.Italics * em,
            TopAccent = glyph.TopAccent > 0 ? glyph.TopAccent * em : null,
            Glyph = id,
        };
    }

    /// <summary>Letters that are one word: sin, or a sign with a stroke through it.</summary>
    public MathBox Name(string shown, string text, double size, Colour ink)
    {
        var shaped = shaper.Shape(shown, isHan: false);
        var em = PointsOf(size);
        var (height, depth) = (0.0, 0.0);
        foreach (var glyph in shaped.Glyphs)
        {
            var metrics = Table.Glyph(glyph.Id);
            (height, depth) = (Math.Max(height, metrics.Height + glyph.Y), Math.Max(depth, metrics.Depth - glyph.Y));
        }

        var isPlain = shown == text;
        var glyphs = shaped.Glyphs.Select((g, i) => new Glyph(g.Id, g.X * em, g.Y * em, isPlain ? g.Start : 0, isPlain ? g.Length : i == 0 ? text.Length : 0));
        return new MathBox(shaped.Advance * em, height * em, depth * em, [new SignPart([.. glyphs], em, ink, text)]);
    }

    /// <summary>A sign at least so tall, its foot on the baseline unless it is a single glyph.</summary>
    /// <param name="target">Points.</param>
    public MathBox Tall(string sign, string text, double target, double size, Colour ink) => Grown(sign, text, target, size, ink, isVertical: true);

    /// <summary>A sign at least so wide.</summary>
    public MathBox Wide(string sign, string text, double target, double size, Colour ink) => Grown(sign, text, target, size, ink, isVertical: false);

    /// <summary>The widest variant that is no wider, as hats over letters are chosen.</summary>
    public MathBox Covering(string sign, string text, double width, double size, Colour ink)
    {
        var id = IdOf(sign);
        var em = PointsOf(size);
        foreach (var variant in Table.Variants(id, isVertical: false))
        {
            var metrics = Table.Glyph(variant.Glyph);
            id = (metrics.Right - metrics.Left) * em <= width ? variant.Glyph : id;
        }

        return Sign(id, text, size, ink);
    }

    private MathBox Grown(string sign, string text, double target, double size, Colour ink, bool isVertical)
    {
        var id = IdOf(sign);
        var em = PointsOf(size);
        var (last, before) = (id, 0.0);
        foreach (var variant in Table.Variants(id, isVertical))
        {
            var extent = variant.Advance * em;
            if (!isVertical && extent > WidestVariant * target && before >= NarrowestVariant * target)
            {
                return Sign(last, text, size, ink);
            }

            (last, before) = (variant.Glyph, extent);
            if (extent >= target)
            {
                return Sign(last, text, size, ink);
            }
        }

        var parts = Table.Assembly(id, isVertical);
        var built = parts.IsEmpty ? Sign(last, text, size, ink) : Built(parts, text, target / em, em, ink, isVertical);
        return !isVertical && built.Width > WidestVariant * target && before >= NarrowestVariant * target ? Sign(last, text, size, ink) : built;
    }

    private ushort IdOf(string sign) => Table.Face.GlyphOf(char.ConvertToUtf32(sign, 0));

    /// <param name="target">In em of the face.</param>
    private MathBox Built(ImmutableArray<GlyphPart> parts, string text, double target, double em, Colour ink, bool isVertical)
    {
        var repeats = 0;
        while (repeats < MostRepeats && Length(parts, repeats, Table.LeastOverlap) < target && parts.Any(p => p.IsExtender))
        {
            repeats++;
        }

        var row = Row(parts, repeats);
        var joints = row.Count - 1;
        var slack = joints > 0 ? Math.Max(0, Length(parts, repeats, Table.LeastOverlap) - target) / joints : 0;
        var glyphs = ImmutableArray.CreateBuilder<Glyph>(row.Count);
        var (at, width, height, depth) = (0.0, 0.0, double.NegativeInfinity, double.NegativeInfinity);
        for (var i = 0; i < row.Count; i++)
        {
            var metrics = Table.Glyph(row[i].Glyph);
            var overlap = i == 0 ? 0 : Math.Min(Table.LeastOverlap + slack, Math.Min(row[i - 1].EndConnector, row[i].StartConnector));
            at -= overlap;

            // A part's own origin may lie anywhere in it.
            var (x, y) = isVertical ? (0.0, at + metrics.Depth) : (at - Math.Min(0, metrics.Left), 0.0);
            glyphs.Add(new Glyph(row[i].Glyph, x * em, y * em, 0, i == 0 ? text.Length : 0));
            width = Math.Max(width, isVertical ? metrics.Advance : at + row[i].FullAdvance);
            (height, depth) = (Math.Max(height, metrics.Height + y), Math.Max(depth, metrics.Depth - y));
            at += row[i].FullAdvance;
        }

        return new MathBox(width * em, height * em, depth * em, [new SignPart(glyphs.MoveToImmutable(), em, ink, text)]);
    }

    private static List<GlyphPart> Row(ImmutableArray<GlyphPart> parts, int repeats)
    {
        var row = new List<GlyphPart>();
        foreach (var part in parts)
        {
            row.AddRange(Enumerable.Repeat(part, part.IsExtender ? repeats : 1));
        }

        return row.Count > 0 ? row : [.. parts];
    }

    private static double Length(ImmutableArray<GlyphPart> parts, int repeats, double overlap)
    {
        var (length, count) = (0.0, 0);
        foreach (var part in parts)
        {
            var times = part.IsExtender ? repeats : 1;
            length += times * part.FullAdvance;
            count += times;
        }

        return length - (Math.Max(0, count - 1) * overlap);
    }
}
