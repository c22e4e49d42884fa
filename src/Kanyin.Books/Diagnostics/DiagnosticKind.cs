namespace Kanyin.Books.Diagnostics;

/// <summary>How much a finding matters: an error makes the edition wrong, a warning a reader would notice, a note is taste.</summary>
public enum Severity
{
    Note,
    Warning,
    Error,
}

/// <summary>The fixed facts about one kind of finding. The id (a topic and three digits) never changes meaning and is never reused.</summary>
public sealed record DiagnosticKind(string Id, Severity Severity, string Title);
