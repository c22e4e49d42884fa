using System.Collections.Immutable;
using System.Text;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Pages;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Typesetting.Lines;

/// <summary>Turns a fitted line into page items: runs of glyphs, decorations, links, anchors.</summary>
internal sealed class LineAssembler(ParagraphText paragraph, ComposingStick stick, ParagraphStyle style)
{
    /// <summary>Baseline of a reading above its base's, in em of the base: its descenders clear the bodies below.</summary>
    private const double ReadingRise = 1;

    /// <summary>The ideographic body above the baseline (PG4).</summary>
    private const double BodyAscent = 0.88;

    /// <summary>A dot is half of a • of .3 em; its middle below the baseline, in the white under the body.</summary>
    private const double DotRadius = 0.075;
    private const double DotDrop = 0.28;

    private const double TintPadding = 0.1;

    /// <summary>Bézier's arc of a quarter circle.</summary>
    private const double Kappa = 0.5523;

    private readonly ItemList _items = stick.Items;
    private readonly double _unit = style.Size / ItemList.Em;
    private readonly List<PageItem> _out = stick.Placed;
    private readonly List<Glyph> _glyphs = stick.Glyphs;
    private readonly StringBuilder _text = stick.Text;
    private readonly List<int> _notes = stick.Notes;
    private Run? _run;
    private Span? _span;
    private double _ascent;
    private double _descent;
    private double _readingAscent;
    private (double Ascent, double Descent) _formula;

    public Line Assemble(LineFit line)
    {
        var justification = Justification.Of(_items, line, style.Alignment);
        var x = Left(line) + (line.StartBlank * _unit);
        _out.Clear();
        _notes.Clear();
        _ascent = _descent = _readingAscent = 0;
        _formula = default;
        for (var i = line.First; i <= line.Last; i++)
        {
            ref readonly var item = ref _items[i];
            PutAnchors(i, x);
            Put(item, x);
            x += item.Width * _unit;
            _span = _span is { } span && span.Piece == item.Piece ? span with { Right = x } : _span;
            if (i < line.Last || i < _items.Count - 1)
            {
                PutSpaces(item, x);
            }

            x += i < line.Last ? justification.WidthOf(item.After) * _unit : 0;
        }

        x = PutHyphen(line, x);
        PutAnchors(line.Last + 1, x, onlyAtEnd: true);
        EndRun();
        EndSpan();
        return new Line([.. _out], x + (line.EndBlank * _unit), _ascent, _descent, [.. _notes], new LineAdjustment((double)line.Natural / ItemList.Em, justification.Each / ItemList.Em)) { ReadingAscent = _readingAscent, FormulaAscent = _formula.Ascent, FormulaDescent = _formula.Descent };
    }

    private double Left(in LineFit line)
    {
        var indent = line.First == 0 ? style.FirstIndent : 0;
        var room = style.Measure - indent - (line.Natural * _unit);
        return style.Alignment switch
        {
            Alignment.Centre => indent + (room / 2),
            Alignment.Right => indent + room,
            _ => indent,
        };
    }

    private void PutAnchors(int item, double x, bool onlyAtEnd = false)
    {
        foreach (var (at, id) in stick.Anchors)
        {
            if (at == item && (!onlyAtEnd || item == _items.Count))
            {
                _out.Add(new DestinationMark(x, -style.Size, id));
            }
        }
    }

    private void Put(in Item item, double x)
    {
        switch (paragraph.Pieces[item.Piece])
        {
            case BoxPiece box:
                EndRun();
                EndSpan();
                PutAll(box.Items, x, 0);
                MakeRoom(box);
                break;
            case SpacePiece space:
                PutSpace(space, x);
                EndRun();
                EndSpan();
                break;
            case NoteCallPiece note:
                PutGlyphs(item, note.Style, note.Link, x);
                if (!_notes.Contains(note.Note))
                {
                    _notes.Add(note.Note);
                }

                break;
            case TextPiece text:
                PutGlyphs(item, text.Style, text.Link, x);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void PutAll(ImmutableArray<PageItem> items, double dx, double dy)
    {
        foreach (var item in items)
        {
            _out.Add(item.MovedBy(dx, dy));
        }
    }

    private void PutGlyphs(in Item item, TextStyle textStyle, LinkTarget? link, double x)
    {
        BeginSpan(item, textStyle, link, x);
        BeginRun(item, textStyle, x);
        var run = _run!.Value;
        var origin = x + (item.Shift * item.Size) - run.X;
        foreach (var glyph in item.Glyphs!.Glyphs)
        {
            _glyphs.Add(new Glyph(glyph.Id, origin + (glyph.X * item.Size), (glyph.Y + item.Rise) * item.Size, _text.Length + glyph.Start, glyph.Length));
        }

        _text.Append(paragraph.Text, item.Start, item.Length);
        if (textStyle.IsDotted && item.Class == CharacterClass.Han)
        {
            PutDot(x + (item.Width * _unit / 2), textStyle);
        }
    }

    /// <summary>Room for a box above and below.</summary>
    private void MakeRoom(BoxPiece box)
    {
        if (box.Formula is not null)
        {
            _formula = (System.Math.Max(_formula.Ascent, box.Ascent), System.Math.Max(_formula.Descent, box.Descent));
            return;
        }

        _ascent = System.Math.Max(_ascent, box.Ascent);
        _descent = System.Math.Max(_descent, box.Descent);
    }

    /// <summary>A disc, drawn: it is not the author's, and is neither found nor copied.</summary>
    private void PutDot(double x, TextStyle textStyle)
    {
        var r = DotRadius * textStyle.Size;
        var k = r * Kappa;
        ImmutableArray<PathSegment> disc =
        [
            new(PathVerb.Move, r, 0), new(PathVerb.Curve, 0, r, r, k, k, r), new(PathVerb.Curve, -r, 0, -k, r, -r, k),
            new(PathVerb.Curve, 0, -r, -r, -k, -k, -r), new(PathVerb.Curve, r, 0, k, -r, r, -k), new(PathVerb.Close, 0, 0),
        ];
        _out.Add(new Path(x, (DotDrop * textStyle.Size) - textStyle.Rise, null, disc, new Solid(textStyle.Colour), null));
    }

    /// <summary>The author's white space that a fixed gap stands for is kept with the words before it.</summary>
    private void PutSpace(SpacePiece space, double x)
    {
        if (space.Text.Length > 0 && _run is { } run)
        {
            _glyphs.Add(new Glyph(run.Face.GlyphOf(' '), x - run.X, 0, _text.Length, space.Text.Length));
            _text.Append(space.Text);
        }
    }

    /// <summary>The author's white space after an item: glyphs without ink, so that it is found and copied, whatever the gap's width became.</summary>
    private void PutSpaces(in Item item, double x)
    {
        ref readonly var gap = ref item.After;
        if (gap.SpaceLength == 0 || _run is not { } run)
        {
            return;
        }

        var space = run.Face.GlyphOf(' ');
        for (var i = 0; i < gap.SpaceLength; i++)
        {
            _glyphs.Add(new Glyph(space, x - run.X, 0, _text.Length, 1));
            _text.Append(paragraph.Text[gap.SpaceStart + i] == '\u3000' ? '\u3000' : ' ');
        }
    }

    /// <summary>The hyphen at a broken word's end stands for a soft hyphen, which readers and searches leave out.</summary>
    private double PutHyphen(LineFit line, double x)
    {
        if (line.Hyphen == 0 || _run is not { } run)
        {
            return x;
        }

        _glyphs.Add(new Glyph(run.Face.GlyphOf('-'), x - run.X, 0, _text.Length, 1));
        _text.Append('\u00AD');
        return x + (line.Hyphen * _unit);
    }

    private void BeginRun(in Item item, TextStyle textStyle, double x)
    {
        var owner = paragraph.Pieces[item.Piece].Owner;
        if (_run is { } run && run.Face == item.Face && run.Size.Equals(item.Size) && run.Piece == item.Piece)
        {
            return;
        }

        EndRun();
        _run = new Run(x, owner, item.Face!, item.Size, textStyle, item.Piece, item.Start);
    }

    private void EndRun()
    {
        if (_run is { } run && _glyphs.Count > 0)
        {
            _out.Add(new GlyphRun(run.X, -run.Style.Rise, run.Owner, run.Face, run.Size, 1, run.Style.Colour, _text.ToString(), [.. _glyphs]) { Source = paragraph.SourceOf(run.Start) });
        }

        _glyphs.Clear();
        _text.Clear();
        _run = null;
    }

    private void BeginSpan(in Item item, TextStyle textStyle, LinkTarget? link, double x)
    {
        if (_span is { } span && span.Piece == item.Piece)
        {
            return;
        }

        EndSpan();
        _span = textStyle.Background is null && !textStyle.IsUnderlined && !textStyle.IsStruck && link is null && ReadingOf(item.Piece) is null
            ? null
            : new Span(item.Piece, x, x, textStyle, link, _out.Count);
    }

    /// <summary>Decorations reach from the first character of their piece to the last, never over the gap beside it (AS6).</summary>
    private void EndSpan()
    {
        if (_span is not { } span)
        {
            return;
        }

        var (size, width) = (span.Style.Size, span.Right - span.Left);
        if (span.Style.Background is { } tint)
        {
            // AS7: the tint of a key takes its padding out of the gap beside it.
            var padding = span.Style.Kind == TextKind.Code ? TintPadding * size : 0;
            _out.Insert(span.At, new Rule(span.Left - padding, -0.95 * size, null, width + (2 * padding), 1.15 * size, tint) { Artifact = Artifact.Background });
        }

        if (span.Style.IsUnderlined)
        {
            _out.Add(new Rule(span.Left, 0.16 * size, null, width, 0.05 * size, span.Style.Colour));
        }

        if (span.Style.IsStruck)
        {
            _out.Add(new Rule(span.Left, -0.38 * size, null, width, 0.05 * size, span.Style.Colour));
        }

        if (ReadingOf(span.Piece) is { } reading)
        {
            // Read after its base.
            EndRun();
            var rise = span.Style.Rise + (ReadingRise * size);
            PutAll(reading.Items, span.Left + ((width - reading.Width) / 2), -rise);
            _readingAscent = System.Math.Max(_readingAscent, rise + (BodyAscent * reading.Size));
        }

        if (span.Link is { } target)
        {
            EndRun();
            _out.Add(new LinkArea(span.Left, -0.95 * size, paragraph.Pieces[span.Piece].Owner, width, 1.2 * size, target, Describe(span)));
        }

        _span = null;
    }

    private Reading? ReadingOf(int piece) => (paragraph.Pieces[piece] as TextPiece)?.Reading;

    private string Describe(Span span) => span.Link is ExternalTarget external ? external.Address
        : paragraph.Pieces[span.Piece] switch { TextPiece t => t.Text, NoteCallPiece n => n.Text, _ => "" };

    /// <summary>Glyphs that are being gathered: one face, size and piece.</summary>
    /// <param name="Start">Of its first character in the paragraph's text.</param>
    private readonly record struct Run(double X, StructureElement? Owner, FontFace Face, double Size, TextStyle Style, int Piece, int Start);

    /// <summary>A decorated or linked stretch of one piece.</summary>
    /// <param name="At">Where in the output a background belongs.</param>
    private readonly record struct Span(int Piece, double Left, double Right, TextStyle Style, LinkTarget? Link, int At);
}
