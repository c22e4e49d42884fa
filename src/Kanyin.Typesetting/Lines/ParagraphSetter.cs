using System.Collections.Immutable;
using System.Globalization;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Shaping;

namespace Kanyin.Typesetting.Lines;

/// <summary>
/// Pieces in, lines out: collect the text → cut it into items → choose the breaks → assemble the lines. Safe to use from
/// several threads; one setter for a book shares the shaped glyphs.
/// </summary>
public sealed class ParagraphSetter(FontBook fonts, DiagnosticBag findings)
{
    /// <summary>Gaps wider than this are reported (E4).</summary>
    private const double LooseGap = 0.25;

    /// <summary>Hyphens are tried when a line without them opens its gaps by more (JU7).</summary>
    private const double HyphenatingGap = 0.15;

    /// <summary>Words are broken anywhere only when a line does not fit, or stands apart as no reader would accept.</summary>
    private const double EmergencyGap = 2;

    private readonly FaceShapers _shapers = new();
    private readonly FaceChooser _faces = new(fonts, findings);

    /// <summary>The faces and what they lack, for setters that place glyphs themselves.</summary>
    internal FaceChooser Faces => _faces;

    /// <summary>Sets one paragraph. No pieces give no lines; a forced break begins a new line, which has no first indent.</summary>
    public ImmutableArray<Line> Set(ImmutableArray<ParagraphPiece> pieces, ParagraphStyle style)
    {
        if (!pieces.Any(p => p is BreakPiece))
        {
            return [.. SetSegment(pieces, style)];
        }

        var lines = ImmutableArray.CreateBuilder<Line>();
        var from = 0;
        for (var i = 0; i <= pieces.Length; i++)
        {
            if (i == pieces.Length || pieces[i] is BreakPiece)
            {
                lines.AddRange(SetSegment(pieces[from..i], from == 0 ? style : style with { FirstIndent = 0 }));
                from = i + 1;
            }
        }

        return lines.ToImmutable();
    }

    private List<Line> SetSegment(ImmutableArray<ParagraphPiece> pieces, ParagraphStyle style)
    {
        var paragraph = ParagraphText.Collect(pieces);
        var (builder, items) = Items(paragraph, style, BreakingPass.Whole);
        if (items.Count == 0)
        {
            return [];
        }

        var lines = Break(items, style, out var stretch);
        if (stretch > HyphenatingGap && style.Hyphenates && !style.IsSimple && style.Alignment == Alignment.Justified)
        {
            (builder, items) = Items(paragraph, style, BreakingPass.Hyphens);
            lines = Break(items, style, out stretch);
        }

        if (stretch > EmergencyGap)
        {
            (builder, items) = Items(paragraph, style, BreakingPass.Emergency);
            lines = Break(items, style, out _);
        }

        Report(paragraph, items, lines, style);
        var assembler = new LineAssembler(paragraph, items, builder.Anchors, style);
        return [.. lines.Select(assembler.Assemble)];
    }

    private (ItemBuilder Builder, ItemList Items) Items(ParagraphText paragraph, ParagraphStyle style, BreakingPass pass)
    {
        var builder = new ItemBuilder(paragraph, style, _faces, _shapers, pass);
        return (builder, new ItemList(builder.Build()));
    }

    private static List<LineFit> Break(ItemList items, ParagraphStyle style, out double stretch)
    {
        if (style.IsSimple)
        {
            return new SimpleBreaker(items, style).Break(out stretch);
        }

        return style.Alignment == Alignment.Justified ? new LineBreaker(items, style).Break(out stretch) : Balanced(items, style, out stretch);
    }

    /// <summary>Headings and other unjustified text: as many lines as first fit needs, as even as can be (6.3).</summary>
    private static List<LineFit> Balanced(ItemList items, ParagraphStyle style, out double stretch)
    {
        var lines = new SimpleBreaker(items, style).Break(out stretch);
        for (var measure = style.Measure - style.Size; lines.Count > 1 && stretch == 0 && measure > style.Measure / 2; measure -= style.Size)
        {
            var narrower = new SimpleBreaker(items, style with { Measure = measure }).Break(out var excess);
            if (excess > 0 || narrower.Count > lines.Count)
            {
                break;
            }

            lines = narrower;
        }

        return lines;
    }

    private void Report(ParagraphText paragraph, ItemList items, List<LineFit> lines, ParagraphStyle style)
    {
        foreach (var line in lines)
        {
            var at = PlaceOf(paragraph, items.Items[line.First].Piece);
            if (at is null)
            {
                continue;
            }

            if (line.Last < items.Count - 1 && items.Items[line.Last].After.IsEmergency)
            {
                findings.Add(LineFindings.Emergency, at.Value, $"“{Excerpt(paragraph, items, line)}” does not fit its line and is broken without a hyphen.");
            }

            if (line.Delta < 0 && -line.Delta > Capacity(items, line))
            {
                findings.Add(LineFindings.Overfull, at.Value, $"“{Excerpt(paragraph, items, line)}” reaches past the measure.");
            }

            if (style.Alignment == Alignment.Justified && Looseness(items, line) is > LooseGap and var gap)
            {
                findings.Add(LineFindings.Loose, at.Value, double.IsPositiveInfinity(gap)
                    ? $"The line “{Excerpt(paragraph, items, line)}” has no gap to open and stays short."
                    : string.Create(CultureInfo.InvariantCulture, $"The line “{Excerpt(paragraph, items, line)}” is loose: {gap:0.00} em a gap."));
            }
        }
    }

    /// <summary>Em added at each gap; infinite when the line has none to open and stays ragged (JU4).</summary>
    private static double Looseness(ItemList items, LineFit line)
    {
        if (line.Delta <= 0 || line.IsLast)
        {
            return 0;
        }

        _ = Justifier.Gaps(items, line, out var gap);
        var isStuck = items.Expanding(line.First, line.Last) == 0
            && line.Delta > items.WordStretch(line.First, line.Last) + items.LatinStretch(line.First, line.Last);
        return isStuck ? double.PositiveInfinity : gap;
    }

    private static int Capacity(ItemList items, LineFit line) =>
        Enumerable.Range((int)Chinese.ShrinkTier.WordSpace, (int)Chinese.ShrinkTier.Stop).Sum(t => items.Shrink((Chinese.ShrinkTier)t, line.First, line.Last));

    private static Place? PlaceOf(ParagraphText paragraph, int piece) => paragraph.Pieces[piece] switch
    {
        TextPiece t => t.At,
        NoteCallPiece n => n.At,
        _ => null,
    };

    /// <summary>The line's words, the middle of a long one left out.</summary>
    private static string Excerpt(ParagraphText paragraph, ItemList items, LineFit line)
    {
        var from = items.Items[line.First].Start;
        ref readonly var last = ref items.Items[line.Last];
        var text = paragraph.Text[from..(last.Start + last.Length)];
        return text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 24), "…", text.AsSpan(text.Length - 12));
    }
}
