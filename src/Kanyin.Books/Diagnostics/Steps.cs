namespace Kanyin.Books.Diagnostics;

/// <summary>Counts the steps of a work that several threads share.</summary>
/// <param name="progress">Null where no one listens.</param>
public sealed class Steps(int of, Progress? progress)
{
    private readonly Lock _lock = new();
    private int _done;

    public void Add(int steps)
    {
        lock (_lock)
        {
            _done += steps;
            progress?.Invoke(_done, of);
        }
    }
}
