using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Drawings;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Kanyin.Typesetting.Styles;

namespace Kanyin.Typesetting.Flow;

/// <summary>
/// The runs of files of a book, set side by side and put together in their order. Those that print the numbers of pages are
/// set again when the pages are known, which may move them once more.
/// </summary>
/// <param name="paragraphs">Shared by the runs that are set once.</param>
/// <param name="earlier">Runs of a setting before, or null.</param>
internal sealed class ChapterRuns(BookStyle style, FontBook fonts, ParagraphSetter paragraphs, DiagnosticBag findings, EarlierPages? earlier = null)
{
    /// <summary>How often chapters that name pages are set again.</summary>
    private const int MostRounds = 3;

    // What it reports is of the pictures' files, however often a run is set.
    private readonly DrawingSetter _drawings = new(paragraphs, findings);
    private ImmutableArray<EarlierPages.KeptRun> _drafts = [];
    private int _prefaces;

    /// <summary>Those that stand before the contents.</summary>
    public ImmutableArray<ChapterRun> Prefaces => [.. _drafts.Take(_prefaces).Select(d => d.Run)];

    public ImmutableArray<ChapterRun> Text => [.. _drafts.Skip(_prefaces).Select(d => d.Run)];

    /// <param name="steps">Gets the chapters that have been set.</param>
    public void Set(ImmutableArray<Chapter> chapters, Steps steps)
    {
        var firstPart = chapters.ToList().FindIndex(c => c.Part is not null);
        var firstOfText = Books.Model.Prefaces.Count(chapters);
        var runs = new List<(ImmutableArray<Chapter> Chapters, bool IsInPart)>();
        for (var i = 0; i < chapters.Length; i++)
        {
            _prefaces = i == firstOfText ? runs.Count : _prefaces;
            if (i == 0 || i == firstOfText || chapters[i].Depth == 0 || chapters[i].Part is not null)
            {
                runs.Add(([chapters[i]], firstPart >= 0 && i >= firstPart));
            }
            else
            {
                runs[^1] = (runs[^1].Chapters.Add(chapters[i]), runs[^1].IsInPart);
            }
        }

        _drafts = [.. runs.AsParallel().AsOrdered().Select(r =>
        {
            var draft = earlier?.Find(r.Chapters, r.IsInPart) ?? SetRun(r.Chapters, r.IsInPart, null);
            steps.Add(r.Chapters.Length);
            return draft;
        })];
    }

    /// <summary>Sets runs again until the page numbers that they print are right, and hands on what they found.</summary>
    /// <param name="labels">Gives the printed number of the page where each id lands, as the runs are now.</param>
    public void Settle(Func<IReadOnlyDictionary<string, string>> labels)
    {
        if (!_drafts.All(d => d.Run.References.AreNone))
        {
            var now = labels();
            for (var round = 0; round < MostRounds && !_drafts.All(d => d.Run.References.AreRight(now)); round++)
            {
                _drafts = [.. _drafts.AsParallel().AsOrdered().Select(d => d.Run.References.AreRight(now) ? d : SetRun(d.Chapters, d.IsInPart, now))];
                now = labels();
            }

            foreach (var draft in _drafts.Where(d => !d.Run.References.AreRight(now)))
            {
                findings.Add(FlowFindings.UnsettledPages, Place.Of(draft.Chapters[0].File), "A page number printed here moves the page that it names: it is off.", "Change a word or two near the reference.");
            }
        }

        HandOn();
    }

    /// <summary>What the runs found, now or in an earlier setting; what is wrong with a drawing is said once, however many chapters show it.</summary>
    private void HandOn()
    {
        var said = findings.Sorted.Where(IsOfDrawing).Select(f => f.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var draft in _drafts)
        {
            earlier?.Keep(draft);
            foreach (var finding in draft.Findings.Where(f => !IsOfDrawing(f) || said.Add(f.ToString())))
            {
                findings.Add(finding);
            }
        }

        static bool IsOfDrawing(Diagnostic finding) => finding.Kind == DrawingFindings.PartlyDrawn || finding.Kind == DrawingFindings.Undrawn;
    }

    private static bool PrintsPages(Chapter chapter) => chapter.AllInlines().Any(i => i is Link { ShowsPage: true });

    /// <summary>Its findings are its own where it may be set again or used again.</summary>
    private EarlierPages.KeptRun SetRun(ImmutableArray<Chapter> chapters, bool isInPart, IReadOnlyDictionary<string, string>? labels)
    {
        var mayBeSetAgain = earlier is not null || chapters.Any(PrintsPages);
        var own = mayBeSetAgain ? new DiagnosticBag() : findings;
        var setter = earlier is not null ? new ParagraphSetter(fonts, own, earlier.Shapers) : mayBeSetAgain ? new ParagraphSetter(fonts, own) : paragraphs;
        var files = earlier is null ? [] : EarlierPages.DrawingsOf(chapters);
        var run = ChapterSetter.Set(chapters, isInPart, style, fonts, setter, earlier is null ? _drawings : new DrawingSetter(setter, own), own, new PageReferences(labels));
        if (run.IsOnRecto)
        {
            // Its side is known, so it is cut here, beside the others.
            run.Pages(isRecto: true);
        }

        return new(chapters, isInPart, run, mayBeSetAgain ? own.Sorted : [], files);
    }
}
