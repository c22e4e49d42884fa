using System.Collections.Immutable;
using System.Text;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;

namespace Kanyin.Typesetting.Flow;

/// <summary>The width that a cell cannot do without: its longest Latin word, or two Han with a mark.</summary>
internal static class LongestWord
{
    private const double LeastHan = 3;
    private const int WideFrom = 0x2E80;

    public static double In(ImmutableArray<ParagraphPiece> pieces, FontBook fonts)
    {
        var longest = 0.0;
        var word = 0.0;
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case TextPiece text:
                    Measure(text, fonts, ref word, ref longest);
                    break;
                case BoxPiece box:
                    longest = Math.Max(longest, box.Width);
                    word = 0;
                    break;
                case BreakPiece:
                    word = 0;
                    break;
                default:
                    break;
            }
        }

        return longest;
    }

    private static void Measure(TextPiece piece, FontBook fonts, ref double word, ref double longest)
    {
        var style = piece.Style;
        var face = fonts.Latin(style.Family, style.IsBold, style.IsItalic);
        foreach (var rune in piece.Text.EnumerateRunes())
        {
            if (rune.Value >= WideFrom || Rune.IsWhiteSpace(rune))
            {
                word = 0;
                longest = rune.Value >= WideFrom ? Math.Max(longest, LeastHan * style.Size) : longest;
                continue;
            }

            word += face.Advance(face.GlyphOf(rune.Value)) * style.Size * face.Scale;
            longest = Math.Max(longest, word);
            if (style.Kind == TextKind.Code && rune.Value is '/' or '.' or '_' or '-' or ',' or '=')
            {
                word = 0;
            }
        }
    }
}
