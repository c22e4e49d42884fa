using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Lines;

/// <summary>What lies between two neighbouring items: a mark's blank, a gap between scripts, a word space, and whether a line may end there.</summary>
internal sealed class Gaps(ParagraphText paragraph, ParagraphStyle style)
{
    private const double LeastWordSpace = 0.25;
    private const double GreatestWordSpace = 0.5;
    private const int SpaceInCode = 50;
    private const int AfterOpenerInCode = 1000;

    /// <param name="spaceStart">The author's white space between the two, a stretch of the paragraph's text.</param>
    public Gap Between(in Item a, in Item b, int spaceStart, int spaceLength)
    {
        var hasSpace = spaceLength > 0;
        var gap = new Gap
        {
            SpaceStart = spaceStart,
            SpaceLength = spaceLength,
            Penalty = BreakRules.Between(a.Class, a.Last, b.Class, b.First, hasSpace, style.Composition.Level),
        };
        if (paragraph.Pieces[a.Piece] is BoxPiece { Formula: { Penalty: { } penalty } part })
        {
            gap.Width = style.Units(part.After);
            gap.Penalty = penalty;
            return gap;
        }

        if (a.Class == CharacterClass.NoBreakSpace || b.Class == CharacterClass.NoBreakSpace)
        {
            gap.Penalty = BreakRules.Forbidden;
            return gap;
        }

        if (hasSpace && IsInsideCode(a, b))
        {
            gap.Width = style.Units(spaceLength * SpaceOf(a));
            gap.Penalty = a.Last is '(' or '[' or '{' ? AfterOpenerInCode : SpaceInCode;
            return gap;
        }

        var ideographic = paragraph.Text.AsSpan(spaceStart, spaceLength).Count('\u3000');
        if (ideographic > 0)
        {
            gap.Width = ideographic * ItemList.Em;
        }
        else if (LatinGap.Stands(a.Class, a.Last, b.Class, b.First, hasSpace))
        {
            SetAutospace(ref gap, a.Class == CharacterClass.Latin ? b : a);
        }
        else if (hasSpace && !a.Class.IsChineseMark && !b.Class.IsChineseMark && b.Class != CharacterClass.Reference)
        {
            SetWordSpace(ref gap, a, b);
        }
        else
        {
            SetBlank(ref gap, a, b);
        }

        gap.Expands = gap.Penalty != BreakRules.Forbidden && !IsRigid(a.Class) && !IsRigid(b.Class);
        return gap;
    }

    private void SetBlank(ref Gap gap, in Item a, in Item b)
    {
        if (a.Trail == 0 && b.Lead == 0)
        {
            return;
        }

        var (trail, lead, tier) = PunctuationWidth.Between(new(a.Class, a.Trail, SizeOf(a)), new(b.Class, b.Lead, SizeOf(b)), style.Composition);
        (gap.Trail, gap.Lead, gap.Tier) = (trail, lead, tier);
        gap.Width = trail + lead;
        gap.Shrink = tier == ShrinkTier.None ? 0 : gap.Width;
    }

    private void SetAutospace(ref Gap gap, in Item han)
    {
        var em = SizeOf(han);
        gap.Width = style.Units(LatinGap.Natural * em);
        gap.Tier = ShrinkTier.Autospace;
        gap.Shrink = gap.Width - style.Units(LatinGap.Least * em);
        gap.LatinStretch = style.Units(LatinGap.Greatest * em) - gap.Width;
    }

    /// <summary>5.1: natural max(font space, .25), shrinking to .25, stretching to .5; before a unit it is a no-break space (BR4).</summary>
    private void SetWordSpace(ref Gap gap, in Item a, in Item b)
    {
        var em = SizeOf(b.Face is null ? a : b);
        gap.Width = style.Units(Math.Max(SpaceOf(a), LeastWordSpace * em));
        gap.Tier = ShrinkTier.WordSpace;
        gap.Shrink = Math.Max(0, gap.Width - style.Units(LeastWordSpace * em));
        if (IsInitial(a) && char.IsUpper(b.First))
        {
            gap.Penalty = BreakRules.AfterInitial;
        }

        if (char.IsAsciiDigit(a.Last) && BreakRules.IsUnit(paragraph.Text.AsSpan(b.Start, b.Length)))
        {
            gap.Penalty = BreakRules.Forbidden;
        }
        else
        {
            gap.WordStretch = Math.Max(0, style.Units(GreatestWordSpace * em) - gap.Width);
        }
    }

    /// <summary>JU2: nothing opens beside these.</summary>
    private static bool IsRigid(CharacterClass c) => c is CharacterClass.Connector or CharacterClass.Solidus or CharacterClass.MiddleDot;

    /// <summary>The A. of A. Smith (BR4).</summary>
    private bool IsInitial(in Item item) => item is { Length: 2, Last: '.' } && char.IsUpper(paragraph.Text[item.Start]);

    private bool IsInsideCode(in Item a, in Item b) => a.Piece == b.Piece && a.Face is not null && paragraph.StyleOf(a.Piece).Kind == TextKind.Code;

    /// <summary>The font's own space, in points.</summary>
    private static double SpaceOf(in Item item) => item.Face is { } face ? face.Advance(face.GlyphOf(' ')) * item.Size : 0;

    private double SizeOf(in Item item) => paragraph.Pieces[item.Piece] switch
    {
        TextPiece t => t.Style.Size,
        NoteCallPiece n => n.Style.Size,
        _ => style.Size,
    };
}
