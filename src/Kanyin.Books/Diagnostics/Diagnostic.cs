using System.Collections.Immutable;

namespace Kanyin.Books.Diagnostics;

/// <summary>One finding about the author's text: what, where, and how to mend it.</summary>
public sealed record Diagnostic(DiagnosticKind Kind, Place At, string Message, string? Hint = null)
{
    /// <summary>The changes that mend it, all of them or none; empty when only the author can tell.</summary>
    public ImmutableArray<Edit> Fix { get; init; } = [];

    public override string ToString() =>
        $"{At}: {Kind.Severity.ToString().ToLowerInvariant()} {Kind.Id}: {Message}" + (Hint is null ? "" : $"\n  hint: {Hint}");
}
