using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Flow;
using Kanyin.Typesetting.Shaping;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting;

/// <summary>
/// What was set before and can be used again: chapters that are the same objects (<see cref="EarlierReading"/>), in the same
/// design, with the same drawings and fonts; those that print numbers of pages as long as the numbers are the same. For one book at a time.
/// </summary>
public sealed class EarlierPages
{
    private Dictionary<Chapter, KeptRun> _runs = new(ReferenceEqualityComparer.Instance);
    private Dictionary<Chapter, KeptRun> _next = new(ReferenceEqualityComparer.Instance);
    private BookStyle? _style;

    /// <summary>The shaped words of all settings.</summary>
    internal FaceShapers Shapers { get; } = new();

    /// <summary>How many runs of chapters the last setting took from the one before.</summary>
    public int Reused { get; private set; }

    /// <param name="Drawings">The files that are drawn in it, and when each was written.</param>
    internal sealed record KeptRun(ImmutableArray<Chapter> Chapters, bool IsInPart, ChapterRun Run, IReadOnlyList<Diagnostic> Findings, ImmutableArray<(string Path, DateTime Written)> Drawings);

    /// <summary>A setting begins: what the one before did not use is forgotten, and everything when the design is another.</summary>
    internal void Begin(BookStyle style)
    {
        _runs = SameTree.Of(_style, style) ? _next : new(ReferenceEqualityComparer.Instance);
        (_style, _next, Reused) = (style, new(ReferenceEqualityComparer.Instance), 0);
    }

    internal KeptRun? Find(ImmutableArray<Chapter> chapters, bool isInPart)
    {
        var kept = _runs.GetValueOrDefault(chapters[0]);
        return kept is not null && kept.IsInPart == isInPart && kept.Chapters.AsSpan().SequenceEqual(chapters.AsSpan(), ReferenceEqualityComparer.Instance)
            && kept.Drawings.All(d => File.GetLastWriteTimeUtc(d.Path) == d.Written) ? kept : null;
    }

    internal void Keep(KeptRun run)
    {
        Reused += Find(run.Chapters, run.IsInPart) is null ? 0 : 1;
        _next[run.Chapters[0]] = run;
    }

    /// <summary>To be asked before they are drawn: one that is written meanwhile is then drawn again.</summary>
    internal static ImmutableArray<(string Path, DateTime Written)> DrawingsOf(ImmutableArray<Chapter> chapters) =>
    [
        .. chapters.SelectMany(c => c.AllInlines()).Select(i => (i as Image)?.Picture).OfType<Picture>()
            .Where(p => p is { Format: PictureFormat.Svg, Content: null }).Select(p => p.FullPath).Distinct().Select(p => (p, File.GetLastWriteTimeUtc(p))),
    ];
}
