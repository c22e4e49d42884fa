using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;
using Kanyin.Typesetting.Styles;
using Math = System.Math;
using Path = Kanyin.Typesetting.Pages.Path;

namespace Kanyin.Typesetting.Flow;

/// <summary>Code on its own: every character on a grid of cells, Han exactly two of them wide; wrapped, never cut off (6.4).</summary>
internal sealed class CodeSetter
{
    /// <summary>Three lines at least on both sides of a page's end.</summary>
    private const int Together = 3;

    /// <summary>Five lines of code stand in four of text.</summary>
    private const double PitchFactor = 0.8;
    private const double Padding = 0.5;
    private static readonly Colour Tint = Colour.Grey(0.955);
    private static readonly Colour MarkColour = Colour.Grey(0.55);
    private static readonly Colour BoxColour = Colour.Grey(0.4);

    /// <summary>Box-drawing characters and block elements, and how far Inconsolata draws them above and below the baseline, in em.</summary>
    private const int FirstBox = 0x2500;
    private const int FirstBlock = 0x2580;
    private const int LastBox = 0x259F;
    private const double BoxAscent = 1.0;
    private const double BoxDescent = 0.4;

    /// <summary>Touching edges show as hairlines on screens.</summary>
    private const double BoxOverlap = 1.02;

    /// <summary>Of line numbers, beside the code's size, and from their last figure to the tint.</summary>
    private const double NumberScale = 0.75;
    private const double NumberGap = 0.5;

    private readonly CodeBlock _code;
    private readonly ChapterSetter _chapter;
    private readonly StructureElement? _owner;
    private readonly double _size;
    private readonly double _cell;
    private readonly double _pitch;

    private CodeSetter(CodeBlock code, StructureElement? owner, double size, double pitch, ChapterSetter chapter)
    {
        _code = code;
        _chapter = chapter;
        _owner = owner;
        _size = size;
        _pitch = pitch;
        var mono = chapter.Fonts.Latin(FontFamily.Mono, false, false);
        _cell = mono.Advance(mono.GlyphOf('0')) * size * mono.Scale;
    }

    /// <summary>From the top of a line to its baseline.</summary>
    private double Baseline => ((_pitch - _size) / 2) + (BookStyle.BodyAscent * _size);

    public static void Set(CodeBlock code, Column column, ChapterSetter chapter)
    {
        var size = column.Em * chapter.Style.CodeScale;
        var padding = Padding * column.Em;
        var caption = code.Label is null && string.IsNullOrEmpty(code.Title) ? null : column.Add(StructureRole.Caption);
        var setter = new CodeSetter(code, column.Add(StructureRole.P)?.Add(StructureRole.Code), size, PitchFactor * column.Pitch, chapter);
        var first = chapter.Style.House.FirstNumberOf(code);

        // In the margin there is room for numbers; beside a list's marker or a callout's rule there is none.
        var gutter = first is { } n && column.Left > 0 ? setter.WidthOf(n + code.Text.Count(c => c == '\n')) + (NumberGap * size) : 0;
        var limit = Math.Max(8, (int)((column.Width - gutter - (2 * padding)) / setter._cell + 1e-6));
        var left = column.Left + padding + gutter;
        var title = setter.Title(caption, column.Width - gutter - (2 * padding));
        var lines = title.Concat(CodeLines.Of(code, limit).Select(line => (PageItem[])[.. setter.Number(line, first, gutter > 0 ? 0 : padding), .. setter.Mark(line), .. setter.Runs(line)]));
        var inner = new FlowList();
        inner.AddParagraph([.. lines.Select(items => new FlowBox(setter._pitch) { Items = [.. items], X = left, Baseline = setter.Baseline })], Together);
        Display.Add(inner.Behind(new Backdrop(column.Left, column.Width, Tint, padding / 2)), column, chapter, padding: padding / 2);
    }

    /// <summary>The label and the file or the caption that the author named the code by, above it in 黑体.</summary>
    private IEnumerable<IEnumerable<PageItem>> Title(StructureElement? owner, double measure)
    {
        var text = new TextStyle(FontFamily.Sans, _size);
        var style = _chapter.Style.Paragraph(measure, _size) with { Alignment = Alignment.Left, IsSimple = true };
        ImmutableArray<ParagraphPiece> label = _code.Label is { } l ? CaptionSetter.LabelPieces(l, owner, text, _code.At, string.IsNullOrEmpty(_code.Title)) : [];
        ImmutableArray<ParagraphPiece> title = _code.Title is { Length: > 0 } words ? [new TextPiece(owner, words, text, _code.At)] : [];
        return _chapter.Lines([.. label, .. title], style).Select(line => line.Items.AsEnumerable());
    }

    /// <summary>The number of a line that begins in the source, right aligned before the code: an artifact, as it is none of the author's words.</summary>
    /// <param name="padding">From the tint's left edge to the code.</param>
    private IEnumerable<PageItem> Number(CodeLine line, int? first, double padding)
    {
        if (first is not { } from || line.Indent > 0)
        {
            return [];
        }

        var number = from + line.Index;
        return [PlainRun.Of(TextOf(number), NumberText, _chapter.Fonts, null).MovedBy(-padding - (NumberGap * _size) - WidthOf(number), 0)];
    }

    private TextStyle NumberText => new(FontFamily.Mono, NumberScale * _size) { Colour = MarkColour };

    private double WidthOf(int number) => PlainRun.WidthOf(TextOf(number), NumberText, _chapter.Fonts);

    private static string TextOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Runs of characters in one face and colour.</summary>
    private List<PageItem> Runs(CodeLine line)
    {
        var runs = new List<PageItem>();
        var open = new OpenRun();
        foreach (var cell in line.Cells)
        {
            var drawn = Draw(cell);
            if (!open.Takes(drawn))
            {
                Close(open, runs);
                open = new OpenRun { First = drawn, X = cell.Column * _cell, At = cell.At };
            }

            var start = open.Text.Length;
            open.Text.Append(cell.Rune.ToString());
            if (drawn.Glyph is { } glyph)
            {
                open.Glyphs.Add(new Glyph(glyph, (cell.Column * _cell) + drawn.Shift - open.X, 0, start, cell.Rune.Utf16SequenceLength));
            }
        }

        Close(open, runs);
        return runs;
    }

    private sealed class OpenRun
    {
        public Drawn First { get; init; }
        public double X { get; init; }

        /// <summary>Of its first character in the block's text.</summary>
        public int At { get; init; }
        public StringBuilder Text { get; } = new();
        public ImmutableArray<Glyph>.Builder Glyphs { get; } = ImmutableArray.CreateBuilder<Glyph>();

        public bool Takes(Drawn next) => First.Face is not null && (next.Glyph is null || (First.Face == next.Face && First.Scale.Equals(next.Scale) && First.Size.Equals(next.Size) && First.Colour == next.Colour));
    }

    /// <summary>How a character is drawn; no glyph for what shows nothing.</summary>
    /// <param name="Drop">Below the line's baseline.</param>
    private readonly record struct Drawn(FontFace? Face, ushort? Glyph, double Size, double Scale, double Shift, Colour Colour, double Drop = 0);

    private void Close(OpenRun run, List<PageItem> runs)
    {
        if (run.First.Face is { } face && run.Glyphs.Count > 0)
        {
            runs.Add(new GlyphRun(run.X, run.First.Drop, _owner, face, run.First.Size * face.Scale, run.First.Scale, run.First.Colour, run.Text.ToString(), run.Glyphs.DrainToImmutable()) { Source = new TextPosition(_code.At, run.At) });
        }
    }

    private Drawn Draw(CodeCell cell)
    {
        var mono = _chapter.Fonts.Latin(FontFamily.Mono, false, false);
        var colour = ColourOf(cell.Kind);
        if (cell.Rune.Value == '\t')
        {
            return new(mono, mono.GlyphOf(' '), _size, 1, 0, colour);
        }

        if (cell.Cells == 0 && Rune.GetUnicodeCategory(cell.Rune) is UnicodeCategory.Control or UnicodeCategory.Format || IsSelector(cell.Rune))
        {
            return new(mono, null, _size, 1, 0, colour);
        }

        var preferred = cell.Cells == 2 ? _chapter.Fonts.Han(FontFamily.Mono, false) : mono;
        var face = _chapter.Fonts.WithCharacter(preferred, cell.Rune.Value);
        var glyph = face?.GlyphOf(cell.Rune.Value) ?? 0;
        if (face is null)
        {
            _chapter.Faces.ReportMissing(cell.Rune.Value, _code.At);
            face = _chapter.Fonts.WithCharacter(_chapter.Fonts.Han(FontFamily.Mono, false), FaceChooser.MissingSort) ?? mono;
            glyph = face.GlyphOf(FaceChooser.MissingSort);
        }

        if (face == mono && cell.Rune.Value is >= FirstBox and <= LastBox)
        {
            // As tall as the line, and no wider: lines join those above and below. Inconsolata's are heavier than its letters.
            var tall = BoxOverlap * _pitch / (BoxAscent + BoxDescent);
            return new(face, glyph, tall, _size / tall, 0, cell.Kind is null && cell.Rune.Value < FirstBlock ? BoxColour : colour, (tall * BoxAscent) - Baseline);
        }

        // Wider glyphs are pressed into their cells, Han fills them, narrower ones stand in the middle.
        var room = cell.Cells * _cell;
        var advance = face.Advance(glyph) * _size * face.Scale;
        var scale = advance > 0 && room > 0 && (advance > room || cell.Cells == 2 && advance > 0.9 * room) ? room / advance : 1;
        var shift = room > 0 ? (room - (advance * scale)) / 2 : -_cell;
        return new(face, glyph, _size, Math.Abs(scale - 1) < 1e-9 ? 1 : scale, shift, colour);
    }

    /// <summary>The mark of a continued line, drawn: it is not the author's, and no face has it.</summary>
    private IEnumerable<PageItem> Mark(CodeLine line)
    {
        if (line.Indent == 0)
        {
            yield break;
        }

        var x = (line.Indent - 2) * _cell;
        var height = 0.32 * _size;
        ImmutableArray<PathSegment> hook =
        [
            new(PathVerb.Move, 0, -height), new(PathVerb.Line, 0, 0), new(PathVerb.Line, 1.35 * _cell, 0),
            new(PathVerb.Move, 1.0 * _cell, -0.3 * _cell), new(PathVerb.Line, 1.35 * _cell, 0), new(PathVerb.Line, 1.0 * _cell, 0.3 * _cell),
        ];
        yield return new Path(x + (0.2 * _cell), -0.22 * _size, null, hook, null, new Stroke(new Solid(MarkColour), 0.5));
    }

    private static bool IsSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Dark enough to read in print without colour.</summary>
    private static Colour ColourOf(CodeTokenKind? kind) => kind switch
    {
        null => Colour.Black,
        CodeTokenKind.Comment => Colour.Grey(0.4),
        CodeTokenKind.Keyword => Colour.Rgb(0x1F3D7A),
        CodeTokenKind.String => Colour.Rgb(0x7A3B12),
        CodeTokenKind.Number => Colour.Rgb(0x6B2A66),
        CodeTokenKind.Type => Colour.Rgb(0x14584A),
        CodeTokenKind.Function => Colour.Rgb(0x3B3B8F),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
