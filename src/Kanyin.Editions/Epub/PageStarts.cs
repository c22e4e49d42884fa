using Kanyin.Books.Diagnostics;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Epub;

/// <summary>
/// Where the printed pages begin. While the text is written, in reading order, each writer asks which pages begin in the
/// words at hand, and notes where their marks have landed (EPUB Accessibility 1.1 4.2).
/// </summary>
internal sealed class PageStarts
{
    private readonly Dictionary<Place, Queue<(int Offset, string Label)>> _byPlace = [];
    private readonly Dictionary<Place, int> _written = [];
    private readonly Dictionary<string, string> _ownPages = new(StringComparer.Ordinal);
    private readonly List<PageEntry> _landed = [];

    public PageStarts(TypesetBook typeset)
    {
        foreach (var page in typeset.Pages.Where(p => p.Label.Length > 0))
        {
            if (page.Begins is { } position)
            {
                if (!_byPlace.TryGetValue(position.At, out var starts))
                {
                    _byPlace.Add(position.At, starts = new());
                }

                starts.Enqueue((position.Offset, page.Label));
            }
            else if (page.Items.OfType<DestinationMark>().FirstOrDefault() is { } mark)
            {
                _ownPages.TryAdd(mark.Id, page.Label);
            }
        }
    }

    /// <summary>In reading order.</summary>
    public IReadOnlyList<PageEntry> Landed => _landed;

    /// <summary>The pages that begin in the next stretch of a text, by their offsets in it. A text that is cut is asked for piece by piece.</summary>
    public IEnumerable<(int Offset, string Label)> In(Place at, int length)
    {
        var from = _written.GetValueOrDefault(at);
        var starts = Taken(at, from + length).Select(s => (System.Math.Max(0, s.Offset - from), s.Label)).ToList();
        if (_byPlace.ContainsKey(at))
        {
            _written[at] = from + length;
        }

        return starts;
    }

    /// <summary>The pages that begin with what comes next of a text.</summary>
    public IEnumerable<string> At(Place at) => Taken(at, _written.GetValueOrDefault(at) + 1).Select(s => s.Label);

    /// <summary>All that begin with or inside something that cannot be parted.</summary>
    public IEnumerable<string> Within(Place at) => Taken(at, int.MaxValue).Select(s => s.Label);

    /// <summary>The label of the first page of the title page, the contents or the like; null when it was not printed.</summary>
    /// <param name="destination">One of <see cref="OwnPages"/>.</param>
    public string? OfOwn(string destination) => _ownPages.GetValueOrDefault(destination);

    public void Land(string label, string address) => _landed.Add(new PageEntry(label, address));

    private IEnumerable<(int Offset, string Label)> Taken(Place at, int end)
    {
        while (_byPlace.TryGetValue(at, out var starts) && starts.TryPeek(out var start) && start.Offset < end)
        {
            yield return starts.Dequeue();
        }
    }
}
