using Kanyin.Books.Diagnostics;

namespace Kanyin.Typesetting.Flow;

/// <summary>What the setters report.</summary>
internal static class FlowFindings
{
    public static readonly DiagnosticKind SvgPicture = new("PAGE001", Severity.Warning, "SVG pictures are shown as a frame");
    public static readonly DiagnosticKind UndrawnPicture = new("PAGE002", Severity.Warning, "A picture cannot be drawn and is shown as a frame");
    public static readonly DiagnosticKind UnsettledPages = new("PAGE009", Severity.Warning, "Page numbers in references do not settle");
    public static readonly DiagnosticKind SheetTooFull = new("PAGE022", Severity.Error, "A page before or after the text has more words than find room on it");
}
