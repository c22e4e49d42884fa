using System.Collections.Immutable;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Lines;

namespace Kanyin.Typesetting.Flow;

/// <summary>Titles of a few Han, which would look lost alone on their lines: 前　言 (6.3).</summary>
internal static class SpacedTitle
{
    /// <param name="most">Titles of so many Han and fewer are spaced: two by one em, more by half.</param>
    public static ImmutableArray<ParagraphPiece> Of(TextPiece title, int most)
    {
        var characters = title.Text.EnumerateRunes().ToList();
        if (characters.Count < 2 || characters.Count > most || !characters.TrueForAll(c => CharacterTable.ClassOf(c.Value) == CharacterClass.Han))
        {
            return [title];
        }

        var pieces = ImmutableArray.CreateBuilder<ParagraphPiece>();
        foreach (var character in characters)
        {
            if (pieces.Count > 0)
            {
                pieces.Add(new SpacePiece(title.Owner, (characters.Count == 2 ? 1 : 0.5) * title.Style.Size, ""));
            }

            pieces.Add(title with { Text = character.ToString() });
        }

        return pieces.DrainToImmutable();
    }
}
