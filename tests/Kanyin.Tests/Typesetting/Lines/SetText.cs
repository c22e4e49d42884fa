using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Tests.Typesetting.Lines;

/// <summary>Sets a text in the test face of typography.md section 9 at 100 points an em, so that a hundredth of an em is a point.</summary>
internal sealed class SetText
{
    public const double Em = 100;

    private static readonly FontBook Fonts = FontBook.Of(TestFace.Create());

    private SetText(ImmutableArray<Line> lines, IReadOnlyList<Diagnostic> findings)
    {
        Lines = lines;
        Findings = findings;
    }

    public ImmutableArray<Line> Lines { get; }
    public IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>The lines' texts without the white space at their ends, parted by │.</summary>
    public string Broken => string.Join('│', Lines.Select(TextOf));

    public static SetText Of(string text, double measure, ParagraphStyle? style = null) => Of([Piece(text)], measure, style);

    public static SetText Of(ImmutableArray<ParagraphPiece> pieces, double measure, ParagraphStyle? style = null)
    {
        style = (style ?? new ParagraphStyle(0, 0)) with { Measure = measure * Em, Size = Em };
        var findings = new DiagnosticBag();
        var lines = new ParagraphSetter(Fonts, findings).Set(pieces, style with { FirstIndent = style.FirstIndent * Em });
        return new SetText(lines, findings.Sorted);
    }

    public static TextPiece Piece(string text, TextKind kind = TextKind.Prose) =>
        new(null, text, new TextStyle(FontFamily.Serif, Em) { Kind = kind }, new Place(new SourceFile("a.md", text), 0, text.Length));

    private static string TextOf(Line line) => string.Concat(line.Items.OfType<GlyphRun>().Select(r => r.Text)).Trim(' ', '\u3000', '\u00AD');
}
