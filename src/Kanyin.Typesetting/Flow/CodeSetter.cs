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

    private readonly CodeBlock _code;
    private readonly ChapterSetter _chapter;
    private readonly StructureElement? _owner;
    private readonly double _size;
    private readonly double _cell;

    private CodeSetter(CodeBlock code, StructureElement? owner, double size, ChapterSetter chapter)
    {
        _code = code;
        _chapter = chapter;
        _owner = owner;
        _size = size;
        var mono = chapter.Fonts.Latin(FontFamily.Mono, false, false);
        _cell = mono.Advance(mono.GlyphOf('0')) * size * mono.Scale;
    }

    public static void Set(CodeBlock code, Column column, ChapterSetter chapter)
    {
        var size = column.Em * chapter.Style.CodeScale;
        var padding = Padding * column.Em;
        var setter = new CodeSetter(code, column.Add(StructureRole.P)?.Add(StructureRole.Code), size, chapter);
        var limit = Math.Max(8, (int)((column.Width - (2 * padding)) / setter._cell + 1e-6));
        var pitch = PitchFactor * column.Pitch;
        var title = setter.Title(column, padding, pitch);
        var boxes = CodeLines.Of(code, limit).Select(line => new FlowBox(pitch)
        {
            Items = [.. setter.Mark(line), .. setter.Runs(line)],
            X = column.Left + padding,
            Baseline = ((pitch - size) / 2) + (BookStyle.BodyAscent * size),
        });
        var inner = new FlowList();
        inner.AddParagraph([.. title, .. boxes], Together);
        Display.Add(inner.Behind(new Backdrop(column.Left, column.Width, Tint, padding / 2)), column, chapter, padding: padding / 2);
    }

    /// <summary>The label and the file or the caption that the author named the code by, above it in 黑体.</summary>
    private IEnumerable<FlowBox> Title(Column column, double padding, double pitch)
    {
        var text = new TextStyle(FontFamily.Sans, _size);
        var style = _chapter.Style.Paragraph(column.Width - (2 * padding), _size) with { Alignment = Alignment.Left, IsSimple = true };
        ImmutableArray<ParagraphPiece> label = _code.Label is { } l ? CaptionSetter.LabelPieces(l, _owner, text, _code.At, string.IsNullOrEmpty(_code.Title)) : [];
        ImmutableArray<ParagraphPiece> title = _code.Title is { Length: > 0 } words ? [new TextPiece(_owner, words, text, _code.At)] : [];
        return _chapter.Lines([.. label, .. title], style).Select(line => new FlowBox(pitch)
        {
            Items = line.Items,
            X = column.Left + padding,
            Baseline = ((pitch - _size) / 2) + (BookStyle.BodyAscent * _size),
        });
    }

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
                open = new OpenRun { First = drawn, X = cell.Column * _cell };
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
        public StringBuilder Text { get; } = new();
        public ImmutableArray<Glyph>.Builder Glyphs { get; } = ImmutableArray.CreateBuilder<Glyph>();

        public bool Takes(Drawn next) => First.Face is not null && (next.Glyph is null || (First.Face == next.Face && First.Scale.Equals(next.Scale) && First.Colour == next.Colour));
    }

    /// <summary>How a character is drawn; no glyph for what shows nothing.</summary>
    private readonly record struct Drawn(FontFace? Face, ushort? Glyph, double Scale, double Shift, Colour Colour);

    private void Close(OpenRun run, List<PageItem> runs)
    {
        if (run.First.Face is { } face && run.Glyphs.Count > 0)
        {
            runs.Add(new GlyphRun(run.X, 0, _owner, face, _size * face.Scale, run.First.Scale, run.First.Colour, run.Text.ToString(), run.Glyphs.DrainToImmutable()));
        }
    }

    private Drawn Draw(CodeCell cell)
    {
        var mono = _chapter.Fonts.Latin(FontFamily.Mono, false, false);
        var colour = ColourOf(cell.Kind);
        if (cell.Rune.Value == '\t')
        {
            return new(mono, mono.GlyphOf(' '), 1, 0, colour);
        }

        if (cell.Cells == 0 && Rune.GetUnicodeCategory(cell.Rune) is UnicodeCategory.Control or UnicodeCategory.Format || IsSelector(cell.Rune))
        {
            return new(mono, null, 1, 0, colour);
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

        // Wider glyphs are pressed into their cells, Han fills them, narrower ones stand in the middle.
        var room = cell.Cells * _cell;
        var advance = face.Advance(glyph) * _size * face.Scale;
        var scale = advance > 0 && room > 0 && (advance > room || cell.Cells == 2 && advance > 0.9 * room) ? room / advance : 1;
        var shift = room > 0 ? (room - (advance * scale)) / 2 : -_cell;
        return new(face, glyph, Math.Abs(scale - 1) < 1e-9 ? 1 : scale, shift, colour);
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
        yield return new Path(x + (0.2 * _cell), -0.22 * _size, null, hook, MarkColour, 0.5);
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
