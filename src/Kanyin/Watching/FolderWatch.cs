using Kanyin.Books.Reading;

namespace Kanyin.Watching;

/// <summary>
/// Waits for the files of a book to hold something else than before. The system's word of a change only wakes it: what counts
/// is what the files hold, so that a save without a change is none, and a save in several steps is one.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    /// <summary>How long all must be quiet: editors save in steps (write beside, move over).</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    /// <summary>The longest that changes which never end are waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>How often it looks by itself: for folders that were renamed or came back, and file systems that tell nothing.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    private readonly string _folder;
    private readonly bool _isDeep;
    private readonly TimeProvider _clock;
    private readonly FolderPrint _print;
    private readonly SemaphoreSlim _woken = new(0);
    private FileSystemWatcher? _watcher;
    private string _seen;

    /// <param name="path">A book's folder, which is watched with all in it; or one file, whose folder is watched alone.</param>
    public FolderWatch(string path, TimeProvider clock)
    {
        var full = Path.GetFullPath(path);
        (_isDeep, _clock) = (Directory.Exists(full), clock);
        _folder = BookReader.FolderOf(full);
        _print = new FolderPrint(_folder, _isDeep, clock);
        Listen();
        _seen = _print.Take();
    }

    /// <summary>Comes back when the files hold something else than at the last time, or at the beginning.</summary>
    public async Task ChangedAsync(CancellationToken stop)
    {
        while (true)
        {
            var isTold = await _woken.WaitAsync(Round, stop).ConfigureAwait(false);
            if (isTold)
            {
                await SettleAsync(stop).ConfigureAwait(false);
            }

            var now = _print.Take();
            var isChanged = now != _seen;
            if (_watcher is null || now.Length == 0 || (isChanged && !isTold))
            {
                // A change that was not told: the watcher follows a folder that is no longer the one of this name.
                Listen();
            }

            if (isChanged)
            {
                _seen = now;
                return;
            }
        }
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _woken.Dispose();
    }

    private async Task SettleAsync(CancellationToken stop)
    {
        var start = _clock.GetTimestamp();
        while (_clock.GetElapsedTime(start) < Patience && await _woken.WaitAsync(Quiet, stop).ConfigureAwait(false))
        {
        }
    }

    private void Listen()
    {
        _watcher?.Dispose();
        _watcher = null;
        try
        {
            var watcher = new FileSystemWatcher(_folder)
            {
                IncludeSubdirectories = _isDeep,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Changed += (_, e) => Wake(e.Name);
            watcher.Created += (_, e) => Wake(e.Name);
            watcher.Deleted += (_, e) => Wake(e.Name);
            watcher.Renamed += (_, e) => Wake(e.Name);
            watcher.Error += (_, _) => Wake(null);
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // No folder now, or no more watchers to be had: the rounds find what changes.
        }
    }

    private void Wake(string? name)
    {
        if (name is null || !name.Split(Path.DirectorySeparatorChar).Any(FolderPrint.PassesOver))
        {
            try
            {
                _woken.Release();
            }
            catch (ObjectDisposedException)
            {
                // The last word of a watcher that has been let go.
            }
        }
    }
}
