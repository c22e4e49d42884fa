using System.Buffers.Binary;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>What an embedded TrueType program says of its glyphs (ISO/IEC 14496-22 5.2).</summary>
internal sealed class TrueTypeProgram
{
    private readonly byte[] _metrics;
    private readonly int _longMetrics, _unitsPerEm;

    private TrueTypeProgram(byte[] metrics, int longMetrics, int unitsPerEm, int glyphCount) =>
        (_metrics, _longMetrics, _unitsPerEm, GlyphCount) = (metrics, longMetrics, unitsPerEm, glyphCount);

    public int GlyphCount { get; }

    /// <summary>Null when a table is missing that a CIDFontType2 needs (ISO 32000-1 table 126), or is cut short.</summary>
    public static TrueTypeProgram? Read(byte[] data)
    {
        var tables = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var count = data.Length < 12 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(4));
        for (var at = 12; at < 12 + (16 * count) && at + 16 <= data.Length; at += 16)
        {
            long offset = BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at + 8)), length = BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at + 12));
            if (offset + length <= data.Length)
            {
                tables[System.Text.Encoding.ASCII.GetString(data, at, 4)] = data.AsSpan((int)offset, (int)length).ToArray();
            }
        }

        string[] needed = ["glyf", "head", "hhea", "hmtx", "loca", "maxp"];
        if (needed.Any(n => !tables.ContainsKey(n)))
        {
            return null;
        }

        var longMetrics = BinaryPrimitives.ReadUInt16BigEndian(tables["hhea"].AsSpan(34));
        return new(tables["hmtx"], longMetrics, BinaryPrimitives.ReadUInt16BigEndian(tables["head"].AsSpan(18)), BinaryPrimitives.ReadUInt16BigEndian(tables["maxp"].AsSpan(4)));
    }

    /// <summary>In thousandths of an em.</summary>
    public double WidthOf(int glyph) => BinaryPrimitives.ReadUInt16BigEndian(_metrics.AsSpan(4 * Math.Min(glyph, _longMetrics - 1))) * 1000.0 / _unitsPerEm;
}
