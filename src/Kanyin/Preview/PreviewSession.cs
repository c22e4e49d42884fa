using System.Collections.Immutable;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.CommandLine;
using Kanyin.Editions.Pictures;
using Kanyin.Typesetting;
using Kanyin.Typesetting.Pages;
using Kanyin.Watching;

namespace Kanyin.Preview;

/// <summary>A book that is being written: checked and set again after every save, as long as it is looked at.</summary>
internal sealed class PreviewSession : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly Publisher _publisher;
    private readonly Earlier _known = new(new EarlierReading(), new EarlierPages());
    private readonly PagePictures _pictures = new();
    private readonly FolderWatch _watch;
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Publication? _book;
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
    public Task WatchAsync(CancellationToken stop) => Task.WhenAll(Task.Run(() => FollowAsync(stop), stop), Task.Run(() => AddEpubsAsync(stop), stop));

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

    private async Task FollowAsync(CancellationToken stop)
    {
        while (true)
        {
            Update(_clock.GetTimestamp());
            await _watch.ChangedAsync(stop).ConfigureAwait(false);
        }
    }

    /// <summary>The EPUB takes longer than the pages, so it follows them when nothing has been saved for a while.</summary>
    private async Task AddEpubsAsync(CancellationToken stop)
    {
        Publication? written = null;
        for (var version = 0; ;)
        {
            version = (await NextAsync(version, stop).ConfigureAwait(false)).Version;
            await Task.Delay(Pause, _clock, stop).ConfigureAwait(false);
            if (State.Version == version && _book is { } book && book != written)
            {
                written = book;
                AddEpub(book);
            }
        }
    }

    private void AddEpub(Publication book)
    {
        try
        {
            var epub = EpubOf(book);
            Show(state => state with { Epub = epub });
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Show(state => state with { Error = Words(e) });
        }
    }

    private static EpubContents EpubOf(Publication book)
    {
        using var file = new MemoryStream();
        book.WriteEpub(file);
        file.Position = 0;
        return EpubContents.Read(file);
    }

    private void Update(long start)
    {
        try
        {
            var book = _publisher.Open(_path, _known);
            if (book.CanBeSet)
            {
                var state = StateOf(book) with { Took = (int)_clock.GetElapsedTime(start).TotalMilliseconds };
                Show(before => state with { Epub = before.Epub, Findings = before.Findings });

                // Writers wait for the page that they write, not for what is wrong with it.
                book.Check();
                var findings = Findings(book.Findings, new PageFinder(book.Typeset.Pages));
                _book = book;
                Show(before => before with { Findings = findings });
            }
            else
            {
                book.Check();
                Show(state => state with { Error = "书稿读不出来。", Findings = Findings(book.Findings, null) });
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it is, the next save may mend it; a preview that dies helps nobody.
            Show(state => state with { Error = Words(e) });
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
        };
    }

    private static ImmutableArray<ShownFinding> Findings(IReadOnlyList<Diagnostic> findings, PageFinder? finder)
    {
        var lines = findings.Select(f => f.At.File).Distinct().ToDictionary(f => f, f => f.Text.Length == 0 ? [] : f.Text.ReplaceLineEndings("\n").Split('\n'));
        return [.. findings.Select(f =>
        {
            var first = System.Math.Max(0, f.At.Line - 2);
            return new ShownFinding(f, finder?.Of(f.At), [.. lines[f.At.File].Skip(first).Take(3)], first + 1);
        })];
    }

    private static string Words(Exception e) => e is UsageException or IOException or UnauthorizedAccessException ? e.Message : $"internal error: {e.GetType().Name}: {e.Message}";

    private void Show(Func<PreviewState, PreviewState> next)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            State = next(State) with { Version = State.Version + 1 };
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }
}
