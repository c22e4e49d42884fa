using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Shaping;

namespace Kanyin.Typesetting.Lines;

/// <summary>
/// Pieces in, lines out: collect the text → cut it into items → choose the breaks → assemble the lines. Safe to use from
/// several threads; one setter for a book shares the shaped glyphs.
/// </summary>
public sealed class ParagraphSetter
{
    /// <summary>Gaps opened by more are reported: what a reader would notice, well before the .25 of E4.</summary>
    private const double LooseGap = 0.15;

    /// <summary>Words are broken anywhere only when a line does not fit, or stands apart as no reader would accept.</summary>
    private const double EmergencyGap = 2;

    private readonly DiagnosticBag _findings;
    private readonly FaceShapers _shapers;
    private readonly ConcurrentBag<ComposingStick> _sticks = [];
    private readonly FaceChooser _faces;

    public ParagraphSetter(FontBook fonts, DiagnosticBag findings)
        : this(fonts, findings, new FaceShapers())
    {
    }

    /// <param name="shapers">May be those of other setters with the same fonts.</param>
    internal ParagraphSetter(FontBook fonts, DiagnosticBag findings, FaceShapers shapers) => (_findings, _faces, _shapers) = (findings, new FaceChooser(fonts, findings), shapers);

    /// <summary>The faces and what they lack, for setters that place glyphs themselves.</summary>
    internal FaceChooser Faces => _faces;

    internal FaceShapers Shapers => _shapers;

    /// <summary>Sets one paragraph. No pieces give no lines; a forced break begins a new line, which has no first indent.</summary>
    public ImmutableArray<Line> Set(ImmutableArray<ParagraphPiece> pieces, ParagraphStyle style)
    {
        if (!pieces.Any(p => p is BreakPiece))
        {
            return ImmutableCollectionsMarshal.AsImmutableArray(SetSegment(pieces, style));
        }

        return [.. Segments(pieces, style).SelectMany(s => SetSegment(s.Pieces, s.Style))];
    }

    /// <summary>Chooses the lines of a paragraph and shows each with its text, its items and its indent in units.</summary>
    internal void Trace(ImmutableArray<ParagraphPiece> pieces, ParagraphStyle style, Action<ParagraphText, ItemList, LineFit, int> show)
    {
        var stick = new ComposingStick();
        foreach (var segment in Segments(pieces, style))
        {
            var paragraph = Compose(segment.Pieces, segment.Style, stick);
            Report(paragraph, stick, segment.Style);
            foreach (var line in stick.Lines)
            {
                show(paragraph, stick.Items, line, line.First == 0 ? style.Units(segment.Style.FirstIndent) : 0);
            }
        }
    }

    private static IEnumerable<(ImmutableArray<ParagraphPiece> Pieces, ParagraphStyle Style)> Segments(ImmutableArray<ParagraphPiece> pieces, ParagraphStyle style)
    {
        var from = 0;
        for (var i = 0; i <= pieces.Length; i++)
        {
            if (i == pieces.Length || pieces[i] is BreakPiece)
            {
                yield return (pieces[from..i], from == 0 ? style : style with { FirstIndent = 0 });
                from = i + 1;
            }
        }
    }

    private Line[] SetSegment(ImmutableArray<ParagraphPiece> pieces, ParagraphStyle style)
    {
        var stick = _sticks.TryTake(out var free) ? free : new ComposingStick();
        var paragraph = Compose(pieces, style, stick);
        var lines = new Line[stick.Lines.Count];
        if (lines.Length > 0)
        {
            Report(paragraph, stick, style);
            var assembler = new LineAssembler(paragraph, stick, style);
            for (var i = 0; i < lines.Length; i++)
            {
                lines[i] = assembler.Assemble(stick.Lines[i]);
            }
        }

        _sticks.Add(stick);
        return lines;
    }

    /// <summary>Chooses the lines, which stand in the stick with the items they are made of.</summary>
    private ParagraphText Compose(ImmutableArray<ParagraphPiece> pieces, ParagraphStyle style, ComposingStick stick)
    {
        var paragraph = ParagraphText.Collect(pieces);
        var (stretch, isBad) = Break(paragraph, style, BreakingPass.Whole, stick);
        if (isBad && style.Hyphenates)
        {
            (stretch, _) = Break(paragraph, style, BreakingPass.Parted, stick);
        }

        if (stretch > EmergencyGap)
        {
            Break(paragraph, style, BreakingPass.Emergency, stick);
        }

        return paragraph;
    }

    /// <returns>The most that a gap was opened, in em, infinite when a line does not fit; and whether a line is so bad that words may be parted (JU7).</returns>
    private (double Stretch, bool IsBad) Break(ParagraphText paragraph, ParagraphStyle style, BreakingPass pass, ComposingStick stick)
    {
        new ItemBuilder(paragraph, style, _faces, _shapers, pass, stick).Build();
        if (stick.Items.Count == 0)
        {
            stick.Lines.Clear();
            return default;
        }

        if (style.IsSimple)
        {
            return (new SimpleBreaker(stick.Items, style).Break(stick.Lines), false);
        }

        if (style.Alignment != Alignment.Justified)
        {
            return (Balanced(stick, style), false);
        }

        var breaker = new LineBreaker(stick, style);
        return (breaker.Break(), breaker.HasBadLine);
    }

    /// <summary>Headings and other unjustified text: as many lines as first fit needs, as even as can be (6.3).</summary>
    private static double Balanced(ComposingStick stick, ParagraphStyle style)
    {
        var lines = stick.Lines;
        var stretch = new SimpleBreaker(stick.Items, style).Break(lines);
        var narrower = new List<LineFit>();
        for (var measure = style.Measure - style.Size; lines.Count > 1 && stretch == 0 && measure > style.Measure / 2; measure -= style.Size)
        {
            if (new SimpleBreaker(stick.Items, style with { Measure = measure }).Break(narrower) > 0 || narrower.Count > lines.Count)
            {
                break;
            }

            lines.Clear();
            lines.AddRange(narrower);
        }

        return stretch;
    }

    private void Report(ParagraphText paragraph, ComposingStick stick, ParagraphStyle style)
    {
        var items = stick.Items;
        foreach (var line in stick.Lines)
        {
            var at = PlaceOf(paragraph, items[line.First].Piece);
            if (at is null)
            {
                continue;
            }

            if (line.Last < items.Count - 1 && items[line.Last].After.IsEmergency)
            {
                _findings.Add(LineFindings.Emergency, at.Value, $"“{Excerpt(paragraph, items, line)}” does not fit its line and is broken without a hyphen.");
            }

            if (line.Delta < 0 && -line.Delta > items.Shrink(line.First, line.Last))
            {
                _findings.Add(LineFindings.Overfull, at.Value, $"“{Excerpt(paragraph, items, line)}” reaches past the measure.");
            }

            if (Looseness(items, line, style.Alignment) is > LooseGap and var gap)
            {
                _findings.Add(LineFindings.Loose, at.Value, double.IsPositiveInfinity(gap)
                    ? $"The line “{Excerpt(paragraph, items, line)}” has no gap to open and stays short."
                    : string.Create(CultureInfo.InvariantCulture, $"The line “{Excerpt(paragraph, items, line)}” is loose: {gap:0.00} em a gap."));
            }
        }
    }

    /// <summary>Em added at each gap; infinite when the line has none to open and stays ragged (JU4).</summary>
    private static double Looseness(ItemList items, in LineFit line, Alignment alignment)
    {
        if (alignment != Alignment.Justified || line.Delta <= 0 || line.IsLast)
        {
            return 0;
        }

        var isStuck = items.Expanding(line.First, line.Last) == 0
            && line.Delta > items.WordStretch(line.First, line.Last) + items.LatinStretch(line.First, line.Last);
        return isStuck ? double.PositiveInfinity : Justification.Of(items, line, alignment).Each / ItemList.Em;
    }

    private static Place? PlaceOf(ParagraphText paragraph, int piece) => paragraph.Pieces[piece] switch
    {
        TextPiece t => t.At,
        NoteCallPiece n => n.At,
        BoxPiece { Formula: { } formula } => formula.At,
        _ => null,
    };

    /// <summary>The line's words, the middle of a long one left out.</summary>
    private static string Excerpt(ParagraphText paragraph, ItemList items, in LineFit line)
    {
        var from = items[line.First].Start;
        ref readonly var last = ref items[line.Last];
        var text = paragraph.Text[from..(last.Start + last.Length)];
        return text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 24), "…", text.AsSpan(text.Length - 12));
    }
}
