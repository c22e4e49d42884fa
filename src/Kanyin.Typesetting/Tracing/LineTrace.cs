using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Chinese;
using Kanyin.Typesetting.Flow;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Tracing;

/// <summary>Why a paragraph breaks where it does: its lines, what each tier gave or took, and every glyph's box. Lengths in em.</summary>
public sealed record LineTrace(ImmutableArray<TracedLine> Lines, ImmutableArray<TracedGlyph> Glyphs)
{
    /// <param name="measure">Line length in em.</param>
    /// <param name="indent">Of the first line, in em.</param>
    public static LineTrace Of(ImmutableArray<Inline> paragraph, double measure, double indent, Composition composition, FontBook fonts, DiagnosticBag findings)
    {
        var book = BookStyle.Named("b5");
        var em = book.Body;
        var setter = new ParagraphSetter(fonts, findings);
        var style = new ParagraphStyle(measure * em, em, indent * em) { Composition = composition };
        var lines = ImmutableArray.CreateBuilder<TracedLine>();
        var glyphs = ImmutableArray.CreateBuilder<TracedGlyph>();
        setter.Trace(ChapterSetter.Pieces(paragraph, book, fonts, setter, findings), style, (text, items, line, lineIndent) =>
        {
            var tracer = new LineTracer(text, items, line, style, lineIndent, lines.Count);
            lines.Add(tracer.Line());
            glyphs.AddRange(tracer.Glyphs());
        });
        return new(lines.ToImmutable(), glyphs.ToImmutable());
    }
}

/// <summary>A line as it was set.</summary>
/// <param name="Text">Without the white space at its ends; a hyphen that was added is there.</param>
/// <param name="Width">From the left edge, the indent included, to the right end.</param>
/// <param name="Natural">The same before justification.</param>
/// <param name="Adjust">What each tier of 5.1 gave (positive) or took (negative) in all: S1 to S6, E1 to E4. S2 never does: a 间隔号 has no blank to take.</param>
/// <param name="Gap">Added at each expandable gap (E3, E4).</param>
public sealed record TracedLine(string Text, double Width, double Natural, ImmutableArray<(string Tier, double Em)> Adjust, double Gap);

/// <summary>A character, or several that are drawn as one.</summary>
/// <param name="Line">Index of its line.</param>
/// <param name="X">The left end of its box, from the left edge.</param>
/// <param name="Width">Of its body and the blank that it owns, after justification.</param>
/// <param name="Class">The name of typography.md 1.1: HAN, OPEN, …</param>
public sealed record TracedGlyph(int Line, string Char, double X, double Width, string Class);
