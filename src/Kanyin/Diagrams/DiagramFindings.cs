using Kanyin.Books.Diagnostics;

namespace Kanyin.Diagrams;

/// <summary>What can go wrong with programs that draw. The diagram is then printed as it is written.</summary>
public static class DiagramFindings
{
    public static readonly DiagnosticKind Undrawn = new("IMG009", Severity.Warning, "Diagram that its program did not draw");
}
