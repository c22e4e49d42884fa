namespace Kanyin.Books.Diagnostics;

/// <summary>One finding about the author's text: what, where, and how to mend it.</summary>
public sealed record Diagnostic(DiagnosticKind Kind, Place At, string Message, string? Hint = null)
{
    public override string ToString() =>
        $"{At}: {Kind.Severity.ToString().ToLowerInvariant()} {Kind.Id}: {Message}" + (Hint is null ? "" : $"\n  hint: {Hint}");
}
