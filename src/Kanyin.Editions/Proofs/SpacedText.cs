using System.Globalization;
using System.Text;

namespace Kanyin.Editions.Proofs;

/// <summary>A text as its letters, and what stood between them: nothing, white space, or the end of a line, which may be either.</summary>
internal sealed class SpacedText
{
    private readonly List<Gap> _before = [];

    private SpacedText(string text)
    {
        var letters = new StringBuilder(text.Length);
        var gap = Gap.None;
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\f')
            {
                gap = Gap.Line;
            }
            else if (char.IsWhiteSpace(c))
            {
                gap = gap == Gap.Line ? gap : Gap.Space;
            }
            else if (IsVisible(c))
            {
                letters.Append(c);
                _before.Add(gap);
                gap = Gap.None;
            }
        }

        Letters = letters.ToString();
    }

    private enum Gap : byte
    {
        None,
        Space,
        Line,
    }

    /// <summary>Without white space, and without what has no glyph.</summary>
    public string Letters { get; }

    public static SpacedText Of(string text) => new(text);

    /// <summary>The letters of a passage before which this text, where it has the passage's letters, has white space that the passage has not (added), or the other way about.</summary>
    /// <param name="at">Where the passage's letters are in this text.</param>
    public IEnumerable<(int Letter, bool IsAdded)> DifferencesFrom(SpacedText passage, int at)
    {
        for (var i = 1; i < passage.Letters.Length; i++)
        {
            var (here, there) = (_before[at + i], passage._before[i]);
            if (here != there && here != Gap.Line && there != Gap.Line)
            {
                yield return (i, here == Gap.Space);
            }
        }
    }

    // Format characters (soft hyphens, joiners) and variation selectors have no glyph, so a PDF need not keep them.
    private static bool IsVisible(char c) => char.GetUnicodeCategory(c) != UnicodeCategory.Format && c is not (>= '\uFE00' and <= '\uFE0F');
}
