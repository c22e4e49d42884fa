using Kanyin.Books.Diagnostics;

namespace Kanyin.Typesetting.Lines;

/// <summary>What the line engine reports.</summary>
public static class LineFindings
{
    public static readonly DiagnosticKind MissingGlyph = new("FONT001", Severity.Warning, "No face has the character");
    public static readonly DiagnosticKind Loose = new("LINE001", Severity.Note, "Loose line");
    public static readonly DiagnosticKind Overfull = new("LINE002", Severity.Warning, "Line longer than the measure");
    public static readonly DiagnosticKind Emergency = new("LINE003", Severity.Note, "Word broken without hyphen");
}
