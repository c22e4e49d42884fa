namespace Kanyin.Typesetting.Chinese;

/// <summary>What marks do at the two ends of a line (typography.md 3.2). Blanks and widths in any one unit.</summary>
internal static class LineEdge
{
    /// <summary>The blank kept before the first mark of a line (PE1, PE2).</summary>
    public static int Start(int lead, Composition composition) =>
        composition.TrimsLineStart && composition.Punctuation != PunctuationStyle.Plain ? 0 : lead;

    /// <summary>The blank kept after the last mark of a line (PE3), negative when the mark hangs (PE4). <see cref="LineEnd.Auto"/> may as well keep its whole blank.</summary>
    /// <param name="trail">The mark's own blank.</param>
    /// <param name="body">The mark's own width.</param>
    /// <param name="beforeLast">The class of what stands before it.</param>
    public static int End(CharacterClass last, char character, int trail, int body, CharacterClass beforeLast, Composition composition)
    {
        // Marks in the middle of their body are not trimmed: half of it would still be white (CL3, CSS Text 4).
        if (composition.Punctuation == PunctuationStyle.Plain || composition.LineEnd == LineEnd.Full || PunctuationWidth.IsCentred(last, composition.Locale))
        {
            return trail;
        }

        var hangs = composition.LineEnd == LineEnd.Hang && character is '，' or '、' or '。' or '．' && !beforeLast.IsCloseish;
        return hangs ? -body : 0;
    }
}
