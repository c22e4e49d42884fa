namespace Kanyin.Typesetting.Fonts;

/// <summary>A font's cmap: code point to glyph (OpenType cmap formats 4 and 12, format 14 left to the shaper).</summary>
internal sealed class CharacterMap
{
    private const uint LastCodePoint = 0x10FFFF;

    private readonly ushort[] _plane0 = new ushort[0x10000];
    private readonly Dictionary<int, ushort> _others = [];

    public CharacterMap(ReadOnlySpan<byte> cmap)
    {
        var count = SfntReader.U16(cmap, 2);
        int format4 = 0, format12 = 0;
        for (var i = 0; i < count; i++)
        {
            var offset = (int)SfntReader.U32(cmap, 8 + (8 * i));
            switch (SfntReader.U16(cmap, offset))
            {
                case 4: format4 = offset; break;
                case 12: format12 = offset; break;
                default: break;
            }
        }

        if (format12 != 0)
        {
            ReadFormat12(cmap[format12..]);
        }
        else if (format4 != 0)
        {
            ReadFormat4(cmap[format4..]);
        }
    }

    /// <summary>0 when the font lacks the character.</summary>
    public ushort GlyphOf(int codePoint) => codePoint < 0x10000 ? _plane0[codePoint] : _others.GetValueOrDefault(codePoint);

    private void ReadFormat12(ReadOnlySpan<byte> table)
    {
        var groups = SfntReader.U32(table, 12);
        for (var i = 0; i < groups; i++)
        {
            var group = table[(16 + (12 * i))..];
            var first = (int)SfntReader.U32(group, 0);
            var last = (int)Math.Min(SfntReader.U32(group, 4), LastCodePoint);
            var glyph = (int)SfntReader.U32(group, 8);
            for (var c = first; c <= last; c++)
            {
                Put(c, (ushort)(glyph + c - first));
            }
        }
    }

    private void ReadFormat4(ReadOnlySpan<byte> table)
    {
        var segments = SfntReader.U16(table, 6) / 2;
        for (var i = 0; i < segments; i++)
        {
            var end = SfntReader.U16(table, 14 + (2 * i));
            var start = SfntReader.U16(table, 16 + (2 * (segments + i)));
            var delta = SfntReader.U16(table, 16 + (2 * ((2 * segments) + i)));
            var rangeAt = 16 + (2 * ((3 * segments) + i));
            var range = SfntReader.U16(table, rangeAt);
            for (int c = start; c <= end && c != 0xFFFF; c++)
            {
                var glyph = range == 0 ? c : SfntReader.U16(table, rangeAt + range + (2 * (c - start)));
                Put(c, glyph == 0 ? (ushort)0 : (ushort)(glyph + delta));
            }
        }
    }

    private void Put(int codePoint, ushort glyph)
    {
        if (codePoint < 0x10000)
        {
            _plane0[codePoint] = glyph;
        }
        else
        {
            _others[codePoint] = glyph;
        }
    }
}
