using Kanyin.Books.Diagnostics;

namespace Kanyin.Editions.EpubCheck;

/// <summary>Collects what is found in one EPUB, and stops counting the same thing in the same file after a while.</summary>
internal sealed class Findings(DiagnosticBag bag)
{
    /// <summary>A broken file would else give one finding a line.</summary>
    private const int Most = 50;

    private readonly Dictionary<(DiagnosticKind, SourceFile), int> _counts = [];
    private readonly HashSet<(DiagnosticKind, Place, string)> _seen = [];

    public void Add(DiagnosticKind kind, Place at, string message, string? hint = null)
    {
        if (!_seen.Add((kind, at, message)))
        {
            return;
        }

        var count = _counts[(kind, at.File)] = _counts.GetValueOrDefault((kind, at.File)) + 1;
        if (count < Most)
        {
            bag.Add(kind, at, message, hint);
        }
        else if (count == Most)
        {
            bag.Add(kind, at, message + " More of the same kind in this file is not listed.", hint);
        }
    }
}
