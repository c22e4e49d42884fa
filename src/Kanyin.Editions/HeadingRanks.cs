namespace Kanyin.Editions;

/// <summary>
/// The ranks that headings are written with. Authors skip levels for their looks, and a tree of headings must not (ISO 14289-1 7.4.2, WCAG 1.3.1):
/// a heading's rank is its depth, so that siblings have the same.
/// </summary>
internal sealed class HeadingRanks
{
    private const int Deepest = 6;

    private readonly Stack<int> _open = new();

    public bool IsEmpty => _open.Count == 0;

    /// <summary>The rank, 1 to 6, of the next heading.</summary>
    /// <param name="level">The author's, from 1; 0 for a title that all those after it stand under.</param>
    public int Enter(int level)
    {
        while (_open.TryPeek(out var above) && above >= level)
        {
            _open.Pop();
        }

        _open.Push(level);
        return Math.Min(_open.Count, Deepest);
    }
}
