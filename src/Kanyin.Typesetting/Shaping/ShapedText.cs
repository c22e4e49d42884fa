namespace Kanyin.Typesetting.Shaping;

/// <summary>The glyphs of a short stretch of text in one face. Lengths in em of the face, before <see cref="Fonts.FontFace.Scale"/>.</summary>
/// <param name="Advance">Of the whole.</param>
internal sealed record ShapedText(ShapedGlyph[] Glyphs, double Advance);

/// <param name="X">Origin from the start of the stretch.</param>
/// <param name="Start">First character it stands for; the length is 0 for the second and later glyphs of a cluster.</param>
internal readonly record struct ShapedGlyph(ushort Id, double X, double Y, int Start, int Length);
