using Kanyin.Books.Diagnostics;

namespace Kanyin.Typesetting.Flow;

/// <summary>What the setters report.</summary>
internal static class FlowFindings
{
    public static readonly DiagnosticKind UnsettledPages = new("PAGE009", Severity.Warning, "Page numbers in references do not settle");
    public static readonly DiagnosticKind WideFormula = new("MATH010", Severity.Warning, "A formula wider than its column, set smaller");
    public static readonly DiagnosticKind SheetTooFull = new("PAGE022", Severity.Error, "A page before or after the text has more words than find room on it");
}
