using Kanyin.Books.Diagnostics;

namespace Kanyin.Typesetting.Styles;

/// <summary>What can be wrong with a page of the author's own.</summary>
internal static class StyleFindings
{
    public static readonly DiagnosticKind DoesNotFit = new("PAGE020", Severity.Error, "The text does not fit the page");
    public static readonly DiagnosticKind Tiring = new("PAGE021", Severity.Warning, "A page that tires the reader");
}
