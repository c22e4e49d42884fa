using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.Epub;

/// <summary>What writing an EPUB reports.</summary>
public static class EpubFindings
{
    public static readonly DiagnosticKind Heavy = new("EPUB050", Severity.Warning, "The EPUB is larger than shops and devices like");
    public static readonly DiagnosticKind Fonts = new("EPUB051", Severity.Note, "The weight of the embedded fonts");
}
