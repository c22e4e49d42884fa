using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Shaping;

/// <summary>The ink of a glyph from its origin, in em.</summary>
internal readonly record struct Ink(double Left, double Right, double Bottom, double Top)
{
    public double Across => (Left + Right) / 2;

    public double Along => (Bottom + Top) / 2;
}

/// <summary>
/// The body of a Chinese mark: its width, and where the glyph is drawn in it. Taken from the glyph itself, never from a
/// font feature (CG2–CG4).
/// </summary>
/// <param name="Body">Width in em.</param>
/// <param name="Shift">From the body's left end to the glyph's origin, in em.</param>
/// <param name="Rise">From the baseline to the glyph's origin, in em.</param>
internal readonly record struct MarkGeometry(double Body, double Shift, double Rise = 0)
{
    private const double Half = PunctuationWidth.Half;

    /// <summary>The middle of the ideographic em box, which reaches from −.12 to .88 (PG4).</summary>
    private const double Middle = 0.38;

    /// <summary>Of a glyph with the given advance and ink (null when the face draws nothing, as a test face).</summary>
    public static MarkGeometry Of(CharacterClass c, double advance, Ink? ink, Locale locale) => c switch
    {
        // CL3: the faces have the mainland's marks, which are brought to the middle of their body.
        CharacterClass.Comma or CharacterClass.Stop when PunctuationWidth.IsCentred(c, locale) =>
            ink is { } dot ? new(Half, (Half / 2) - dot.Across, Middle - dot.Along) : new(Half, (Half - advance) / 2),
        CharacterClass.Exclamation when locale != Locale.Mainland => new(1, ink is { } mark ? Half - mark.Across : (1 - advance) / 2),

        // CG3: the ink must lie in the half that is kept (≥ .48, ≤ .52); else the body is what the ink needs.
        CharacterClass.Open when advance > Half && ink is { Left: < 0.48 } box => new(advance - box.Left, -box.Left),
        CharacterClass.Open => new(Half, Half - advance),
        CharacterClass.Close or CharacterClass.Comma or CharacterClass.Stop or CharacterClass.Exclamation when advance > Half && ink is { Right: > 0.52 } box => new(box.Right, 0),
        CharacterClass.Close or CharacterClass.Comma or CharacterClass.Stop or CharacterClass.Exclamation => new(Half, 0),
        CharacterClass.MiddleDot => new(Half, (Half - advance) / 2),

        // 短横线 and 分隔号 have half a body, 一字线 and ～ a whole one (1.1).
        CharacterClass.Connector or CharacterClass.Solidus when advance < 0.75 => new(Half, (Half - advance) / 2),
        _ => new(advance, 0),
    };
}
