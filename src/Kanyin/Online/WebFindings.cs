using Kanyin.Books.Diagnostics;

namespace Kanyin.Online;

/// <summary>What can be wrong with the addresses on the web. None is an error: they are others', and change without the book.</summary>
public static class WebFindings
{
    public static readonly DiagnosticKind Broken = new("WEB001", Severity.Warning, "Address on the web that leads nowhere");
    public static readonly DiagnosticKind Moved = new("WEB002", Severity.Note, "Address on the web that has moved for good");
    public static readonly DiagnosticKind MissingFragment = new("WEB003", Severity.Warning, "Place that the page on the web does not have");
    public static readonly DiagnosticKind Unclear = new("WEB004", Severity.Note, "Address on the web that gave no clear answer");
    public static readonly DiagnosticKind Private = new("WEB005", Severity.Warning, "Address inside a private network");
    public static readonly DiagnosticKind NotAsked = new("WEB006", Severity.Note, "Address whose site wants no programs");

    public static readonly DiagnosticKind Unfetched = new("WEB007", Severity.Warning, "Picture on the web that could not be fetched");

    /// <summary>Whether a finding of this id comes from the web.</summary>
    internal static bool Tells(string id) => id.StartsWith("WEB", StringComparison.Ordinal);
}
