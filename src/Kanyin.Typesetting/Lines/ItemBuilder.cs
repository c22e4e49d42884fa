using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines.Hyphenation;
using Kanyin.Typesetting.Shaping;

namespace Kanyin.Typesetting.Lines;

/// <summary>Cuts a paragraph into items and puts the gaps between them.</summary>
/// <param name="pass">How far words may be broken.</param>
internal sealed class ItemBuilder(ParagraphText paragraph, ParagraphStyle style, FaceChooser faces, FaceShapers shapers, BreakingPass pass)
{
    private readonly Gaps _gaps = new(paragraph, style);
    private readonly List<Item> _items = new(paragraph.Text.Length);
    private readonly List<(int Item, string Id)> _anchors = [];
    private int _spaceStart;
    private int _spaceEnd;
    private int _exclamations;
    private FontFace? _face;
    private Shaper? _shaper;

    /// <summary>Where anchors stand: before the item.</summary>
    public IReadOnlyList<(int Item, string Id)> Anchors => _anchors;

    /// <summary>The items; white space at the paragraph's two ends is dropped (BR10).</summary>
    public Item[] Build()
    {
        var text = paragraph.Text;
        for (var i = 0; i < text.Length;)
        {
            i = paragraph.Classes[i] switch
            {
                CharacterClass.Space or CharacterClass.IdeographicSpace => Space(i),
                CharacterClass.Ignorable => Ignorable(i),
                CharacterClass.Object => Box(i),
                CharacterClass.NoBreakSpace when paragraph.Pieces[paragraph.PieceOf[i]] is SpacePiece => FixedSpace(i),
                CharacterClass.Latin => LatinRun(i),
                CharacterClass.Reference => Word(i, RunEnd(i, CharacterClass.Reference)),
                CharacterClass.Dash or CharacterClass.Ellipsis => Word(i, RunEnd(i, paragraph.Classes[i])),
                _ => Character(i),
            };
        }

        return [.. _items];
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
            _anchors.Add((_items.Count, anchor.Id));
        }

        return i + 1;
    }

    private int Box(int i)
    {
        var box = (BoxPiece)paragraph.Pieces[paragraph.PieceOf[i]];
        Add(new Item { Class = CharacterClass.Object, Start = i, Length = 1, Width = style.Units(box.Width), First = '\uFFFC', Last = '\uFFFC' });
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
        var textStyle = paragraph.StyleOf(paragraph.PieceOf[start]);
        var penalties = new int[run.Length];
        var isHyphen = new bool[run.Length];
        LatinBreaks.Penalties(run, textStyle.Kind == TextKind.Code, penalties);
        if (pass >= BreakingPass.Hyphens && textStyle.Kind == TextKind.Prose)
        {
            LatinBreaks.Loosen(run, Hyphenator.English, penalties, isHyphen);
        }

        var from = start;
        for (var i = start; i < end; i++)
        {
            var penalty = penalties[i - start];
            var emergency = pass == BreakingPass.Emergency && penalty == BreakRules.Forbidden && IsClusterEnd(i, end);
            if (i + 1 < end && (penalty != BreakRules.Forbidden || emergency))
            {
                Word(from, i + 1);
                ref var last = ref CollectionsMarshal.AsSpan(_items)[^1];
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
        var geometry = isHan && c.IsChineseMark && text.Length == 1 ? shapers.GeometryOf(face, c, shaped) : new MarkGeometry(shaped.Advance, 0);
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
            Width = style.Units(c == CharacterClass.Connector && text[0] is '–' or '‐' ? textStyle.Size * PunctuationWidth.Half : geometry.Body * size),
            First = text[0],
            Last = text[^1],
        });
    }

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

    private void Add(Item item)
    {
        item.Piece = paragraph.PieceOf[item.Start];
        item.After.Penalty = BreakRules.Forbidden;
        _exclamations = item.Class == CharacterClass.Exclamation ? _exclamations + 1 : 0;
        item.EndsEvenRun = item.Class == CharacterClass.Exclamation && _exclamations % 2 == 0;
        if (_items.Count > 0)
        {
            ref var last = ref CollectionsMarshal.AsSpan(_items)[^1];
            if (last.Start + last.Length != item.Start || last.Class != CharacterClass.Latin || item.Class != CharacterClass.Latin || last.Piece != item.Piece || last.After.Penalty == BreakRules.Forbidden)
            {
                last.After = _gaps.Between(last, item, _spaceStart, _spaceEnd - _spaceStart);
            }
        }

        _spaceStart = _spaceEnd;
        _items.Add(item);
    }

    private Place PlaceOf(int at, int length)
    {
        var piece = paragraph.PieceOf[at];
        var place = paragraph.Pieces[piece] switch { TextPiece t => t.At, NoteCallPiece n => n.At, _ => throw new UnreachableException() };
        var offset = at - Array.IndexOf(paragraph.PieceOf, piece);
        return offset + length <= place.Length ? place with { Start = place.Start + offset, Length = length } : place;
    }
}
