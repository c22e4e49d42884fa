using Kanyin.Books.Diagnostics;

namespace Kanyin.Typesetting.Drawings;

/// <summary>What is reported of pictures.</summary>
internal static class DrawingFindings
{
    public static readonly DiagnosticKind PartlyDrawn = new("PAGE001", Severity.Warning, "Part of an SVG picture is not drawn as it is written");
    public static readonly DiagnosticKind Undrawn = new("PAGE002", Severity.Warning, "A picture cannot be drawn and is shown as a frame");
}
