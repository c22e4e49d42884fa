namespace Kanyin.Typesetting.Chinese;

/// <summary>What marks do at the two ends of a line (typography.md 3.2).</summary>
internal static class LineEdge
{
    /// <summary>The blank kept before the first mark of a line (PE1, PE2), in em.</summary>
    public static double Start(CharacterClass first, PunctuationStyle style, bool trims) =>
        trims && style != PunctuationStyle.Plain ? 0 : PunctuationWidth.Lead(first, style);

    /// <summary>The blanks that may stay after the last mark of a line, in em (PE3, PE4); the second is the alternative of <see cref="LineEnd.Auto"/>.</summary>
    public static (double Width, double? Alternative) End(CharacterClass last, char character, CharacterClass beforeLast, bool endsEvenRun, PunctuationStyle style, LineEnd lineEnd)
    {
        var trail = PunctuationWidth.Trail(last, style, endsEvenRun);
        if (style == PunctuationStyle.Plain || lineEnd == LineEnd.Full)
        {
            return (trail, null);
        }

        return lineEnd switch
        {
            LineEnd.Auto when trail > 0 => (0, trail),
            LineEnd.Hang when character is '，' or '、' or '。' or '．' && !beforeLast.IsCloseish => (-PunctuationWidth.Half, null),
            _ => (0, null),
        };
    }
}
