using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.CommandLine;
using Kanyin.Editions.Pictures;
using Kanyin.Typesetting.Pages;
using Kanyin.Watching;

namespace Kanyin.Preview;

/// <summary>A book that is being written: checked and set again after every save, as long as it is looked at.</summary>
internal sealed class PreviewSession : IDisposable
{
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly Publisher _publisher;
    private readonly PagePictures _pictures = new();
    private readonly FolderWatch _watch;
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableDictionary<string, Page> _earlier = ImmutableDictionary<string, Page>.Empty;

    public PreviewSession(string path, DateOnly? date, TimeProvider clock)
    {
        _clock = clock;
        _publisher = new Publisher(new PublishSettings(Output: "", KeepGoing: true, date), new StageLog(null, null), clock);
        _publisher.Open(path); // says at once that there is nothing
        _path = System.IO.Path.GetFullPath(path);
        _watch = new FolderWatch(_path, clock);
    }

    public PreviewState State { get; private set; } = PreviewState.Empty;

    /// <summary>Comes back when there is another state than the one of this version.</summary>
    public async Task<PreviewState> NextAsync(int version, CancellationToken stop)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (State.Version != version)
                {
                    return State;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(stop).ConfigureAwait(false);
        }
    }

    /// <summary>Sets the book now and after every change, for ever.</summary>
    public async Task WatchAsync(CancellationToken stop)
    {
        while (true)
        {
            var start = _clock.GetTimestamp();
            var changed = Update(start) is { } book ? AddEpubAsync(book, stop) : _watch.ChangedAsync(stop);
            await changed.ConfigureAwait(false);
        }
    }

    /// <summary>A page's picture; null for one that neither this state nor the last has.</summary>
    /// <param name="hash">Of <see cref="ShownPage"/>.</param>
    public byte[]? Picture(string hash, int pixelWidth)
    {
        var page = State.Pages.FirstOrDefault(p => p.Hash == hash)?.Page ?? _earlier.GetValueOrDefault(hash);
        return page is null ? null : _pictures.Png(page, pixelWidth);
    }

    public void Dispose()
    {
        _watch.Dispose();
        _pictures.Dispose();
    }

    /// <summary>The EPUB takes longer than the pages and follows them, unless the next save is sooner.</summary>
    private async Task AddEpubAsync(Publication book, CancellationToken stop)
    {
        var changed = _watch.ChangedAsync(stop);
        try
        {
            var epub = await Task.Run(() => EpubOf(book), stop).ConfigureAwait(false);
            Show(State with { Epub = epub });
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Show(State with { Error = Words(e) });
        }

        await changed.ConfigureAwait(false);
    }

    private static EpubContents EpubOf(Publication book)
    {
        using var file = new MemoryStream();
        book.WriteEpub(file);
        file.Position = 0;
        return EpubContents.Read(file);
    }

    /// <returns>The book, if there is one now.</returns>
    private Publication? Update(long start)
    {
        try
        {
            var book = _publisher.Open(_path);
            if (!book.Check())
            {
                Show(State with { Error = "书稿读不出来。", Findings = Findings(book.Findings, null) });
                return null;
            }

            Show(StateOf(book) with { Took = (int)_clock.GetElapsedTime(start).TotalMilliseconds });
            return book;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it is, the next save may mend it; a preview that dies helps nobody.
            Show(State with { Error = Words(e) });
            return null;
        }
    }

    private PreviewState StateOf(Publication book)
    {
        var typeset = book.Typeset;
        var pages = typeset.Pages;
        var shown = pages.Zip(PageHash.Of(pages), (page, hash) => new ShownPage(hash, page)).ToImmutableArray();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < pages.Length; i++)
        {
            foreach (var mark in pages[i].Items.OfType<DestinationMark>())
            {
                places.TryAdd(mark.Id, i);
            }
        }

        _earlier = State.Pages.DistinctBy(p => p.Hash).ToImmutableDictionary(p => p.Hash, p => p.Page);
        return new PreviewState(0, typeset.Metadata.Title, null)
        {
            Pages = shown,
            Outline = [.. typeset.Outline.Where(e => places.ContainsKey(e.Id)).Select(e => new ShownEntry(e.Level, e.Text, places[e.Id]))],
            Findings = Findings(book.Findings, new PageFinder(pages)),
            Epub = State.Epub,
        };
    }

    private static ImmutableArray<ShownFinding> Findings(IReadOnlyList<Diagnostic> findings, PageFinder? finder)
    {
        var lines = findings.Select(f => f.At.File).Distinct().ToDictionary(f => f, f => f.Text.Length == 0 ? [] : f.Text.ReplaceLineEndings("\n").Split('\n'));
        return [.. findings.Select(f =>
        {
            var first = Math.Max(0, f.At.Line - 2);
            return new ShownFinding(f, finder?.Of(f.At), [.. lines[f.At.File].Skip(first).Take(3)], first + 1);
        })];
    }

    private static string Words(Exception e) => e is UsageException or IOException or UnauthorizedAccessException ? e.Message : $"internal error: {e.GetType().Name}: {e.Message}";

    private void Show(PreviewState state)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            State = state with { Version = State.Version + 1 };
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }
}
