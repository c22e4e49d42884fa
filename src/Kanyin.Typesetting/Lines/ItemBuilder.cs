using System.Diagnostics;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines.Hyphenation;
using Kanyin.Typesetting.Shaping;

namespace Kanyin.Typesetting.Lines;

/// <summary>Cuts a paragraph into items, puts the gaps between them, and lays both into the stick.</summary>
/// <param name="pass">How far words may be broken.</param>
internal sealed class ItemBuilder(ParagraphText paragraph, ParagraphStyle style, FaceChooser faces, FaceShapers shapers, BreakingPass pass, ComposingStick stick)
{
    private readonly Gaps _gaps = new(paragraph, style);
    private readonly ItemList _items = stick.Items;
    private int _spaceStart;
    private int _spaceEnd;
    private int _exclamations;
    private int _closing;
    private FontFace? _face;
    private Shaper? _shaper;

    /// <summary>White space at the paragraph's two ends is dropped (BR10).</summary>
    public void Build()
    {
        _items.Clear();
        stick.Anchors.Clear();
        var text = paragraph.Text;
        for (var i = 0; i < text.Length;)
        {
            i = paragraph.Classes[i] switch
            {
                CharacterClass.Space or CharacterClass.IdeographicSpace => Space(i),
                CharacterClass.Ignorable => Ignorable(i),
                CharacterClass.Object or CharacterClass.Latin when paragraph.Pieces[paragraph.PieceOf[i]] is BoxPiece => Box(i),
                CharacterClass.NoBreakSpace when paragraph.Pieces[paragraph.PieceOf[i]] is SpacePiece => FixedSpace(i),
                CharacterClass.Latin => LatinRun(i),
                CharacterClass.Reference => Word(i, RunEnd(i, CharacterClass.Reference)),
                CharacterClass.Dash or CharacterClass.Ellipsis => Word(i, RunEnd(i, paragraph.Classes[i])),
                _ => Character(i),
            };
        }

        Readings.Spread(_items, paragraph, style);
        _items.Sum();
    }

    private int Space(int i)
    {
        _spaceStart = _spaceStart == _spaceEnd ? i : _spaceStart;
        return _spaceEnd = i + 1;
    }

    private int Ignorable(int i)
    {
        if (paragraph.Pieces[paragraph.PieceOf[i]] is AnchorPiece anchor)
        {
            stick.Anchors.Add((_items.Count, anchor.Id));
        }

        return i + 1;
    }

    private int Box(int i)
    {
        var box = (BoxPiece)paragraph.Pieces[paragraph.PieceOf[i]];
        Add(new Item { Class = paragraph.Classes[i], Start = i, Length = 1, Width = style.Units(box.Width), First = '\uFFFC', Last = '\uFFFC' });
        return i + 1;
    }

    private int FixedSpace(int i)
    {
        var space = (SpacePiece)paragraph.Pieces[paragraph.PieceOf[i]];
        Add(new Item { Class = CharacterClass.NoBreakSpace, Start = i, Length = 1, Width = style.Units(space.Width), First = ' ', Last = ' ' });
        return i + 1;
    }

    /// <summary>A Han character or a mark, with the combining characters after it.</summary>
    private int Character(int i)
    {
        var end = i + 1;
        while (end < paragraph.Text.Length && paragraph.Classes[end] == CharacterClass.Combining && paragraph.PieceOf[end] == paragraph.PieceOf[i])
        {
            end++;
        }

        return Word(i, end);
    }

    private int RunEnd(int start, CharacterClass c)
    {
        var end = start + 1;
        while (end < paragraph.Text.Length
            && paragraph.PieceOf[end] == paragraph.PieceOf[start]
            && (paragraph.Classes[end] == c || (paragraph.Classes[end] == CharacterClass.Combining && c is CharacterClass.Latin or CharacterClass.Reference)))
        {
            end++;
        }

        return end;
    }

    private int LatinRun(int start)
    {
        var end = RunEnd(start, CharacterClass.Latin);
        var run = paragraph.Text.AsSpan(start, end - start);
        if (run.Length == 1)
        {
            return Word(start, end);
        }

        var textStyle = paragraph.StyleOf(paragraph.PieceOf[start]);
        var penalties = run.Length <= 256 ? stackalloc int[run.Length] : new int[run.Length];
        var isHyphen = run.Length <= 256 ? stackalloc bool[run.Length] : new bool[run.Length];
        isHyphen.Clear();
        LatinBreaks.Penalties(run, textStyle.Kind == TextKind.Code, penalties);
        if (pass >= BreakingPass.Parted)
        {
            LatinBreaks.Loosen(run, textStyle.Kind, style.Hyphenates ? Hyphenator.English : null, penalties, isHyphen);
        }

        var from = start;
        for (var i = start; i < end; i++)
        {
            var penalty = penalties[i - start];
            var emergency = pass == BreakingPass.Emergency && penalty == BreakRules.Forbidden && IsClusterEnd(i, end);
            if (i + 1 < end && (penalty != BreakRules.Forbidden || emergency))
            {
                Word(from, i + 1);
                ref var last = ref _items[_items.Count - 1];
                last.After.Penalty = emergency ? 0 : penalty;
                last.After.IsEmergency = emergency;
                last.After.Hyphen = isHyphen[i - start] ? style.Units(last.Face!.Advance(last.Face.GlyphOf('-')) * last.Size) : 0;
                from = i + 1;
            }
        }

        return Word(from, end);
    }

    private bool IsClusterEnd(int i, int end) => i + 1 < end && paragraph.Classes[i + 1] != CharacterClass.Combining && !char.IsLowSurrogate(paragraph.Text[i + 1]);

    /// <summary>One or more items for [start, end): one, unless its characters need different faces.</summary>
    private int Word(int start, int end)
    {
        var textStyle = paragraph.StyleOf(paragraph.PieceOf[start]);
        var c = paragraph.Classes[start];
        var from = start;
        FontFace? face = null;
        var isMissing = false;
        for (var i = start; i < end;)
        {
            Rune.DecodeFromUtf16(paragraph.Text.AsSpan(i), out var rune, out var units);
            var codePoint = rune.Value;
            if (paragraph.Classes[i] == CharacterClass.Combining && i > start)
            {
                // An accent or a variation selector is drawn with its base, or not at all.
                i += units;
                continue;
            }

            var next = faces.Face(codePoint, textStyle, IsSetAsHan(c, codePoint));
            if (i > from && (next != face || next is null))
            {
                Put(from, i, face, textStyle, c, isMissing);
                from = i;
            }

            isMissing = next is null;
            if (isMissing)
            {
                faces.ReportMissing(codePoint, PlaceOf(i, units));
            }

            face = next;
            i += units;
        }

        Put(from, end, face, textStyle, c, isMissing);
        return end;
    }

    private void Put(int start, int end, FontFace? face, TextStyle textStyle, CharacterClass c, bool isMissing)
    {
        var text = paragraph.Text.AsSpan(start, end - start);
        var isHan = IsSetAsHan(c, text[0]);
        face ??= faces.Face(FaceChooser.MissingSort, textStyle, true) ?? throw new UnreachableException();
        var shaped = ShaperOf(face).Shape(isMissing ? [FaceChooser.MissingSort] : text, isHan || isMissing);
        var isMark = isHan && c.IsChineseMark && text.Length == 1 && !IsDoubled(text[0]);
        var geometry = isMark ? shapers.GeometryOf(face, c, style.Composition.Locale, shaped) : new MarkGeometry(shaped.Advance, 0);
        var blanks = isMark ? PunctuationWidth.Of(c, style.Composition) : default;
        var size = textStyle.Size * face.Scale;
        Add(new Item
        {
            Class = c,
            Start = start,
            Length = end - start,
            Face = face,
            Glyphs = isMissing ? Covering(shaped, text.Length) : shaped,
            Size = size,
            Shift = geometry.Shift,
            Rise = geometry.Rise,
            Width = style.Units(geometry.Body * size),
            Lead = blanks.Lead > 0 ? style.Units(blanks.Lead * textStyle.Size) : 0,
            Trail = blanks.Trail > 0 ? style.Units(blanks.Trail * textStyle.Size) : 0,
            First = text[0],
            Last = text[^1],
        });
    }

    /// <summary>‼ and its like are one box of 1em that is never trimmed (1.1).</summary>
    private static bool IsDoubled(char c) => c is '\u203C' or >= '\u2047' and <= '\u2049';

    /// <summary>Most characters are in the face of the one before.</summary>
    private Shaper ShaperOf(FontFace face)
    {
        if (_face != face)
        {
            (_face, _shaper) = (face, shapers.Of(face));
        }

        return _shaper!;
    }

    /// <summary>The sign for a missing sort stands for all of the characters it replaces, so that they are still found and copied.</summary>
    private static ShapedText Covering(ShapedText sign, int length) => sign with { Glyphs = [sign.Glyphs[0] with { Length = length }] };

    private static bool IsSetAsHan(CharacterClass c, int codePoint) => c switch
    {
        CharacterClass.Latin or CharacterClass.Reference or CharacterClass.NoBreakSpace => CharacterTable.ClassOf(codePoint) is not (CharacterClass.Latin or CharacterClass.NoBreakSpace or CharacterClass.Combining) || codePoint is >= 0x2460 and <= 0x24FF,
        _ => true,
    };

    private void Add(in Item item)
    {
        ref var added = ref _items.Add();
        added = item;
        added.Piece = paragraph.PieceOf[item.Start];
        added.After.Penalty = BreakRules.Forbidden;
        CountMarks(ref added);
        if (_items.Count > 1)
        {
            ref var last = ref _items[_items.Count - 2];
            if (last.Start + last.Length != item.Start || last.Class != CharacterClass.Latin || item.Class != CharacterClass.Latin || last.Piece != added.Piece || last.After.Penalty == BreakRules.Forbidden)
            {
                last.After = _gaps.Between(last, added, _spaceStart, _spaceEnd - _spaceStart);
                AllowInClosingRun(ref last.After);
            }
        }

        _spaceStart = _spaceEnd;
    }

    /// <summary>PW6: n marks ！？ take ⌈n/2⌉ em, so those that end an even number have no blank.</summary>
    private void CountMarks(ref Item item)
    {
        _exclamations = item.Class == CharacterClass.Exclamation ? _exclamations + 1 : 0;
        _closing = item.Class.IsCloseish ? _closing + 1 : 0;
        item.Trail = _exclamations > 0 && _exclamations % 2 == 0 ? 0 : item.Trail;
    }

    /// <summary>BR6: in distress, before the third and later of a run of closing marks.</summary>
    private void AllowInClosingRun(ref Gap gap)
    {
        if (pass == BreakingPass.Emergency && _closing > 2)
        {
            gap.Penalty = 0;
            gap.IsEmergency = true;
        }
    }

    private Place PlaceOf(int at, int length)
    {
        var piece = paragraph.PieceOf[at];
        var place = paragraph.Pieces[piece] switch { TextPiece t => t.At, NoteCallPiece n => n.At, BoxPiece { Formula: { } formula } => formula.At, _ => throw new UnreachableException() };
        var offset = at - Array.IndexOf(paragraph.PieceOf, piece);
        return offset + length <= place.Length ? place with { Start = place.Start + offset, Length = length } : place;
    }
}
