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
        var builder = new ItemBuilder(paragraph, style, _faces, _shapers, isEmergency: false);
        var items = new ItemList(builder.Build());
        if (items.Count == 0)
        {
            return [];
        }

        var lines = Break(items, style, out var isFeasible);
        if (!isFeasible)
        {
            // BR6: words are broken only after every line was tried whole.
            builder = new ItemBuilder(paragraph, style, _faces, _shapers, isEmergency: true);
            items = new ItemList(builder.Build());
            lines = Break(items, style, out _);
        }

        Report(paragraph, items, lines, style);
        var assembler = new LineAssembler(paragraph, items, builder.Anchors, style);
        return [.. lines.Select(assembler.Assemble)];
    }

    private static List<LineFit> Break(ItemList items, ParagraphStyle style, out bool isFeasible)
    {
        if (style.IsSimple)
        {
            return new SimpleBreaker(items, style).Break(out isFeasible);
        }

        return style.Alignment == Alignment.Justified ? new LineBreaker(items, style).Break(out isFeasible) : Balanced(items, style, out isFeasible);
    }

    /// <summary>Headings and other unjustified text: as many lines as first fit needs, as even as can be (6.3).</summary>
    private static List<LineFit> Balanced(ItemList items, ParagraphStyle style, out bool isFeasible)
    {
        var lines = new SimpleBreaker(items, style).Break(out isFeasible);
        if (lines.Count == 1 || !isFeasible)
        {
            return lines;
        }

        for (var measure = style.Measure - style.Size; measure > style.Measure / 2; measure -= style.Size)
        {
            var narrower = new SimpleBreaker(items, style with { Measure = measure }).Break(out var fits);
            if (!fits || narrower.Count > lines.Count)
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
