using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf;

/// <summary>The named destinations of the book (ISO 32000-1 12.3.2.3): one for each mark, by its id.</summary>
internal sealed class Destinations
{
    private readonly SortedDictionary<string, PdfBuffer> _places = new(StringComparer.Ordinal);

    public Destinations(IReadOnlyList<Page> pages, IReadOnlyList<PdfRef> pageReferences)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var mark in pages[i].Items.OfType<DestinationMark>())
            {
                // The view keeps its zoom and its left edge; only the height is ours.
                _places.TryAdd(mark.Id, PdfBuffer.Of($"[{pageReferences[i]}/XYZ 0 {Math.Round(pages[i].Height - mark.Y, 1)} null]"));
            }
        }
    }

    public bool Contains(string id) => _places.ContainsKey(id);

    public PdfRef Write(PdfFile file) => PdfTree.WriteNames(file, _places);
}
