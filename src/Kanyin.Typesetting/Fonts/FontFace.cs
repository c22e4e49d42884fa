namespace Kanyin.Typesetting.Fonts;

/// <summary>One face from fonts/. Lengths are in font units unless said otherwise.</summary>
public sealed class FontFace(string name, byte[] data)
{
    /// <summary>PostScript name, for instance NotoSerifSC-Regular.</summary>
    public string Name { get; } = name;

    /// <summary>The sfnt file (WOFF already unpacked).</summary>
    public byte[] Data { get; } = data;
}
