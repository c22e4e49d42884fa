namespace Kanyin.Typesetting.Fonts;

/// <summary>One face from fonts/. Lengths are in em (fractions of the size). Safe to use from several threads.</summary>
public sealed class FontFace
{
    private readonly CharacterMap _map;
    private readonly ushort[] _advances;

    /// <summary>Throws <see cref="InvalidDataException"/> when the file is not a TrueType font.</summary>
    /// <param name="name">PostScript name, for instance NotoSerifSC-Regular.</param>
    /// <param name="scale">Factor on the size when the face is set beside others (Latin a little larger, emoji smaller).</param>
    public FontFace(string name, FontData data, double scale = 1)
    {
        Name = name;
        Scale = scale;
        Data = data;
        try
        {
            var head = SfntReader.Table(data.Bytes, "head");
            var hhea = SfntReader.Table(data.Bytes, "hhea");
            var cmap = SfntReader.Table(data.Bytes, "cmap");
            if (head.IsEmpty || hhea.IsEmpty || cmap.IsEmpty)
            {
                throw new InvalidDataException($"{name} is not a TrueType font.");
            }

            UnitsPerEm = SfntReader.U16(head, 18);
            Bounds = (Em(SfntReader.I16(head, 36)), Em(SfntReader.I16(head, 38)), Em(SfntReader.I16(head, 40)), Em(SfntReader.I16(head, 42)));
            var os2 = SfntReader.Table(data.Bytes, "OS/2");
            Weight = SfntReader.U16(os2, 4);
            Ascent = Em(SfntReader.I16(os2, 68));
            Descent = Em(SfntReader.I16(os2, 70));
            CapHeight = os2.Length >= 90 && SfntReader.I16(os2, 88) is > 0 and var cap ? Em(cap) : 0.7;
            var post = SfntReader.Table(data.Bytes, "post");
            ItalicAngle = SfntReader.I16(post, 4) + (SfntReader.U16(post, 6) / 65536.0);
            IsFixedPitch = SfntReader.U32(post, 12) != 0;
            _map = new CharacterMap(cmap);
            _advances = ReadAdvances(SfntReader.Table(data.Bytes, "hmtx"), SfntReader.U16(hhea, 34), SfntReader.U16(SfntReader.Table(data.Bytes, "maxp"), 4));
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"{name} is damaged.", e);
        }
    }

    /// <summary>PostScript name, for instance NotoSerifSC-Regular.</summary>
    public string Name { get; }

    public FontData Data { get; }

    public double Scale { get; }
    public int UnitsPerEm { get; }
    public int GlyphCount => _advances.Length;
    public int Weight { get; }

    /// <summary>Typographic ascent and descent (the latter negative), OS/2 sTypoAscender and sTypoDescender.</summary>
    public double Ascent { get; }

    public double Descent { get; }
    public double CapHeight { get; }
    public (double XMin, double YMin, double XMax, double YMax) Bounds { get; }

    /// <summary>Degrees counter-clockwise from the vertical.</summary>
    public double ItalicAngle { get; }

    public bool IsFixedPitch { get; }

    /// <summary>The glyph of a character, 0 when the face lacks it.</summary>
    public ushort GlyphOf(int codePoint) => _map.GlyphOf(codePoint);

    public double Advance(ushort glyph) => glyph < _advances.Length ? Em(_advances[glyph]) : 0;

    public override string ToString() => Name;

    private double Em(int units) => (double)units / UnitsPerEm;

    private static ushort[] ReadAdvances(ReadOnlySpan<byte> hmtx, int longMetrics, int glyphs)
    {
        var advances = new ushort[glyphs];
        for (var i = 0; i < glyphs; i++)
        {
            advances[i] = SfntReader.U16(hmtx, 4 * Math.Min(i, longMetrics - 1));
        }

        return advances;
    }
}
