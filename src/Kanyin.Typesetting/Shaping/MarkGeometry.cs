using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Shaping;

/// <summary>
/// The body of a Chinese mark: its width, and where the glyph is drawn in it. Taken from the glyph itself, never from a
/// font feature (CG2–CG4).
/// </summary>
/// <param name="Body">Width in em.</param>
/// <param name="Shift">From the body's left end to the glyph's origin, in em.</param>
internal readonly record struct MarkGeometry(double Body, double Shift)
{
    private const double Half = 0.5;

    /// <summary>Of a glyph with the given advance and ink (null when the face draws nothing, as a test face).</summary>
    public static MarkGeometry Of(CharacterClass c, double advance, (double Left, double Right)? ink) => c switch
    {
        // CG3: the ink must lie in the half that is kept (≥ .48, ≤ .52); else the body is what the ink needs.
        CharacterClass.Open when advance > Half && ink is { Left: < 0.48 } box => new(advance - box.Left, -box.Left),
        CharacterClass.Open => new(Half, Half - advance),
        CharacterClass.Close or CharacterClass.Comma or CharacterClass.Stop or CharacterClass.Exclamation when advance > Half && ink is { Right: > 0.52 } box => new(box.Right, 0),
        CharacterClass.Close or CharacterClass.Comma or CharacterClass.Stop or CharacterClass.Exclamation => new(Half, 0),
        CharacterClass.MiddleDot => new(Half, (Half - advance) / 2),
        _ => new(advance, 0),
    };
}
