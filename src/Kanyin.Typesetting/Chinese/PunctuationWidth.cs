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

/// <summary>The blanks that a mark owns before and after its body, in em (1.1: L and T).</summary>
internal readonly record struct MarkBlanks(double Lead, double Trail);

/// <summary>A mark as its neighbour sees it.</summary>
/// <param name="Blank">The blank that it owns on the neighbour's side, in any unit.</param>
/// <param name="Size">Of its font, in points.</param>
internal readonly record struct MarkSide(CharacterClass Class, int Blank, double Size);

/// <summary>Widths of marks and of the blanks between them (typography.md 3).</summary>
internal static class PunctuationWidth
{
    /// <summary>The body of a mark, and the blank beside it.</summary>
    public const double Half = 0.5;

    private const double Quarter = 0.25;

    /// <summary>The blanks of a mark by itself; pairs and line edges take from them.</summary>
    public static MarkBlanks Of(CharacterClass c, Composition composition)
    {
        var own = c switch
        {
            CharacterClass.Open => new MarkBlanks(Half, 0),
            CharacterClass.Close => new MarkBlanks(0, Half),
            CharacterClass.Comma or CharacterClass.Stop => IsCentred(c, composition.Locale) ? new MarkBlanks(Quarter, Quarter) : new MarkBlanks(0, Half),
            CharacterClass.Exclamation => composition.Locale == Locale.Mainland ? new MarkBlanks(0, Half) : default,
            CharacterClass.MiddleDot when composition.Punctuation == PunctuationStyle.Plain => new MarkBlanks(Quarter, Quarter),
            _ => default,
        };
        return composition.Punctuation switch
        {
            PunctuationStyle.HalfWidth => default,
            PunctuationStyle.Kaiming => c is CharacterClass.Stop or CharacterClass.Exclamation ? own : default,
            _ => own,
        };
    }

    /// <summary>Whether a mark stands in the middle of its body (CL3).</summary>
    public static bool IsCentred(CharacterClass c, Locale locale) => locale != Locale.Mainland && c is CharacterClass.Comma or CharacterClass.Stop;

    /// <summary>How much of the blanks of two neighbours stays between them (PW1–PW7), and the tier that may shrink it.</summary>
    public static (int Trail, int Lead, ShrinkTier Tier) Between(MarkSide a, MarkSide b, Composition composition)
    {
        if (a.Blank == 0 && b.Blank == 0)
        {
            return default;
        }

        if (composition.Punctuation is PunctuationStyle.LineEndHalf or PunctuationStyle.Plain)
        {
            return (a.Blank, b.Blank, composition.Punctuation == PunctuationStyle.Plain ? ShrinkTier.None : TierOf(a.Blank > 0 ? a.Class : b.Class));
        }

        var trail = KeepsTrail(a, b, composition.Locale) ? a.Blank : 0;
        var lead = KeepsLead(a, b, composition.Locale) ? b.Blank : 0;
        return (trail, lead, trail + lead == 0 ? ShrinkTier.None : TierOf(trail > 0 ? a.Class : b.Class));
    }

    /// <summary>PW1 columns: the blank vanishes before another closing mark, 间隔号, a space and a footnote call (PW7); but a mark gives way only to one of its size or larger (PW5).</summary>
    private static bool KeepsTrail(MarkSide a, MarkSide b, Locale locale) => IsCentred(a.Class, locale) || b.Class switch
    {
        CharacterClass.Reference or CharacterClass.IdeographicSpace => false,
        CharacterClass.MiddleDot => b.Size < a.Size,
        _ => !b.Class.IsCloseish || b.Size < a.Size,
    };

    /// <summary>PW2: the opener of a pair loses its blank, whether what remains is the first mark's or none (PW5 as above).</summary>
    private static bool KeepsLead(MarkSide a, MarkSide b, Locale locale) => IsCentred(b.Class, locale) || a.Class switch
    {
        CharacterClass.IdeographicSpace => false,
        CharacterClass.Open or CharacterClass.MiddleDot => a.Size < b.Size,
        _ => !a.Class.IsCloseish || a.Blank == 0 || a.Size < b.Size,
    };

    private static ShrinkTier TierOf(CharacterClass c) => c switch
    {
        CharacterClass.Comma => ShrinkTier.Comma,
        CharacterClass.Stop or CharacterClass.Exclamation => ShrinkTier.Stop,
        _ => ShrinkTier.Bracket,
    };
}
