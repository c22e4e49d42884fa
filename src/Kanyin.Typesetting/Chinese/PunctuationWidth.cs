namespace Kanyin.Typesetting.Chinese;

/// <summary>Which tier may shrink a blank (5.1). The order is the order of use.</summary>
internal enum ShrinkTier : byte
{
    None,

    /// <summary>S1: word space.</summary>
    WordSpace,

    /// <summary>S3: blank of brackets and quotation marks.</summary>
    Bracket,

    /// <summary>S4: blank of ，、；：</summary>
    Comma,

    /// <summary>S5: gap between Han and Latin.</summary>
    Autospace,

    /// <summary>S6: blank of 。！？</summary>
    Stop,
}

/// <summary>The blank between two neighbours: its natural width in em, and who owns it.</summary>
internal readonly record struct Blank(double Width, ShrinkTier Tier)
{
    public static readonly Blank None;
}

/// <summary>Widths of marks and of the blanks between them (typography.md 3).</summary>
internal static class PunctuationWidth
{
    /// <summary>The blank before an opening mark and after a closing one (1.1: L and T).</summary>
    public const double Half = 0.5;

    /// <summary>T of a mark in a style, before pair rules. Even runs of ！？ have none (PW6).</summary>
    public static double Trail(CharacterClass c, PunctuationStyle style, bool endsEvenRun = false) => style switch
    {
        PunctuationStyle.HalfWidth => 0,
        PunctuationStyle.Kaiming => c is CharacterClass.Stop or CharacterClass.Exclamation && !endsEvenRun ? Half : 0,
        PunctuationStyle.Plain => c.IsCloseish ? Half : 0,
        _ => c.IsCloseish && !(c == CharacterClass.Exclamation && endsEvenRun) ? Half : 0,
    };

    /// <summary>L of a mark in a style.</summary>
    public static double Lead(CharacterClass c, PunctuationStyle style) =>
        c == CharacterClass.Open && style is not (PunctuationStyle.HalfWidth or PunctuationStyle.Kaiming) ? Half : 0;

    /// <summary>The blank that two neighbours leave between their bodies (PW1–PW7).</summary>
    /// <param name="endsEvenRun">The first ends a run of an even number of ！ and ？ (PW6).</param>
    public static Blank Between(CharacterClass a, CharacterClass b, PunctuationStyle style, bool endsEvenRun)
    {
        var trail = Trail(a, style, endsEvenRun);
        var lead = Lead(b, style);
        if (trail == 0 && lead == 0)
        {
            return Blank.None;
        }

        if (style is PunctuationStyle.LineEndHalf or PunctuationStyle.Plain)
        {
            return new Blank(trail + lead, trail > 0 ? TierOf(a) : ShrinkTier.Bracket);
        }

        if (trail > 0)
        {
            // PW2: the opener of a pair has lost its blank; what remains is the first mark's.
            return KeepsTrailBefore(b) ? new Blank(trail, TierOf(a)) : Blank.None;
        }

        return a is CharacterClass.Open or CharacterClass.MiddleDot or CharacterClass.IdeographicSpace || a.IsCloseish
            ? Blank.None
            : new Blank(lead, ShrinkTier.Bracket);
    }

    /// <summary>PW1 columns: the blank of a mark vanishes before another closing mark, 间隔号, a space and a footnote call (PW7).</summary>
    private static bool KeepsTrailBefore(CharacterClass b) =>
        !b.IsCloseish && b is not (CharacterClass.MiddleDot or CharacterClass.IdeographicSpace or CharacterClass.Reference);

    private static ShrinkTier TierOf(CharacterClass c) => c switch
    {
        CharacterClass.Comma => ShrinkTier.Comma,
        CharacterClass.Stop or CharacterClass.Exclamation => ShrinkTier.Stop,
        _ => ShrinkTier.Bracket,
    };
}
