namespace Kanyin.Online;

/// <summary>Those who want to ask one host wait here, so that between any two questions there is a gap.</summary>
internal sealed class HostQueue(TimeSpan gap, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public Task WaitAsync(CancellationToken stop)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var turn = _next > now ? _next : now;
            (_next, wait) = (turn + gap, turn - now);
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, stop) : Task.CompletedTask;
    }
}
