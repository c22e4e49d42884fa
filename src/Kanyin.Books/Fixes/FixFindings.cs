using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Fixes;

/// <summary>What can go wrong with a fix.</summary>
public static class FixFindings
{
    public static readonly DiagnosticKind ChangesMore = new("FIX001", Severity.Note, "A fix that would change more than it says");
}
