using System.Collections.Immutable;
using System.Diagnostics;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Typesetting.Lines;

/// <summary>The paragraph as one text with a class for every character, whatever its pieces look like (AS6).</summary>
internal sealed class ParagraphText
{
    /// <summary>Stands for a piece that is no text (OBJECT REPLACEMENT CHARACTER).</summary>
    private const string Placeholder = "\uFFFC";

    private readonly int[] _starts;

    private ParagraphText(ImmutableArray<ParagraphPiece> pieces, string text, int[] starts, int[] pieceOf, CharacterClass[] classes)
    {
        _starts = starts;
        Pieces = pieces;
        Text = text;
        PieceOf = pieceOf;
        Classes = classes;
    }

    public ImmutableArray<ParagraphPiece> Pieces { get; }
    public string Text { get; }

    /// <summary>The piece that each character belongs to.</summary>
    public int[] PieceOf { get; }

    public CharacterClass[] Classes { get; }

    public static ParagraphText Collect(ImmutableArray<ParagraphPiece> pieces)
    {
        var all = pieces.Length == 1 ? TextOf(pieces[0]) : string.Concat(pieces.Select(TextOf));
        var pieceOf = new int[all.Length];
        var classes = new CharacterClass[all.Length];
        var forced = new bool[all.Length];
        var starts = new int[pieces.Length];
        var at = 0;
        for (var p = 0; p < pieces.Length; p++)
        {
            var length = TextOf(pieces[p]).Length;
            starts[p] = at;
            pieceOf.AsSpan(at, length).Fill(p);
            if (ForcedClass(pieces[p]) is { } c)
            {
                Force(all.AsSpan(at, length), c, classes.AsSpan(at, length), forced.AsSpan(at, length));
            }

            at += length;
        }

        SharedCharacters.Resolve(all, classes, forced);
        return new ParagraphText(pieces, all, starts, pieceOf, classes);
    }

    /// <summary>Where the author wrote the character at an index; null for words that the book has elsewhere.</summary>
    public TextPosition? SourceOf(int index)
    {
        var piece = PieceOf[index];
        return Pieces[piece] switch
        {
            { Owner: null } => null,
            TextPiece text => new TextPosition(text.At, index - _starts[piece]),
            NoteCallPiece call => new TextPosition(call.At, 0),
            _ => null,
        };
    }

    private static string TextOf(ParagraphPiece piece) => piece switch { TextPiece t => t.Text, NoteCallPiece n => n.Text, _ => Placeholder };

    public TextStyle StyleOf(int piece) => Pieces[piece] switch
    {
        TextPiece t => t.Style,
        NoteCallPiece n => n.Style,
        _ => throw new UnreachableException(),
    };

    private static void Force(ReadOnlySpan<char> text, CharacterClass c, Span<CharacterClass> classes, Span<bool> forced)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var own = CharacterTable.ClassOf(text[i]);
            classes[i] = own is CharacterClass.Ignorable || (own.IsSpace && c == CharacterClass.Latin) ? (own.IsSpace ? CharacterClass.Space : own) : c;
            forced[i] = true;
        }
    }

    private static CharacterClass? ForcedClass(ParagraphPiece piece) => piece switch
    {
        TextPiece { Style.Kind: TextKind.Code } => CharacterClass.Latin,
        TextPiece { Style.Kind: TextKind.Reference or TextKind.Script } or NoteCallPiece => CharacterClass.Reference,
        TextPiece => null,
        BoxPiece { Formula: not null } => CharacterClass.Latin,
        BoxPiece => CharacterClass.Object,
        SpacePiece => CharacterClass.NoBreakSpace,
        AnchorPiece or BreakPiece => CharacterClass.Ignorable,
        _ => throw new UnreachableException(),
    };
}
