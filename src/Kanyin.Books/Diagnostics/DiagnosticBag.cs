namespace Kanyin.Books.Diagnostics;

/// <summary>Collects findings. Passed explicitly; safe to add to from several threads; reads come back in a stable order.</summary>
public sealed class DiagnosticBag
{
    private readonly Lock _lock = new();
    private readonly List<Diagnostic> _all = [];

    /// <summary>Every finding, by file, place and id, so that the order does not depend on who found it first.</summary>
    public IReadOnlyList<Diagnostic> Sorted
    {
        get
        {
            lock (_lock)
            {
                return [.. _all
                    .OrderBy(d => d.At.File.Path, StringComparer.Ordinal)
                    .ThenBy(d => d.At.Start)
                    .ThenBy(d => d.Kind.Id, StringComparer.Ordinal)
                    .ThenBy(d => d.Message, StringComparer.Ordinal)];
            }
        }
    }

    public bool HasErrors => Count(Severity.Error) > 0;

    public int Count(Severity severity)
    {
        lock (_lock)
        {
            return _all.Count(d => d.Kind.Severity == severity);
        }
    }

    public void Add(Diagnostic diagnostic)
    {
        lock (_lock)
        {
            _all.Add(diagnostic);
        }
    }

    public void Add(DiagnosticKind kind, Place at, string message, string? hint = null) => Add(new Diagnostic(kind, at, message, hint));
}
