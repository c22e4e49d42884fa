using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf.Tags;

/// <summary>The types that elements are written as, and the links and table cells that words inside them belong to. A part's title stands above its chapters.</summary>
internal sealed class TagNames
{
    private static readonly string[] _roles = Enum.GetNames<StructureRole>();
    private static readonly string[] _levels = ["H1", "H2", "H3", "H4", "H5", "H6"];

    private readonly Dictionary<StructureElement, string> _headings = [];
    private readonly Dictionary<StructureElement, StructureElement> _links = [];
    private readonly Dictionary<StructureElement, int> _cells = [];
    private readonly HeadingRanks _ranks = new();
    private int _cellCount;

    private TagNames()
    {
    }

    public static TagNames Of(StructureElement root)
    {
        var names = new TagNames();
        names.Visit(root, null, 0);
        return names;
    }

    public PdfName this[StructureElement element] => new(element.Role is >= StructureRole.H1 and <= StructureRole.H6 ? _headings[element] : _roles[(int)element.Role]);

    /// <summary>The link that an element is or stands in: code in a link is pressed as a part of it.</summary>
    public StructureElement LinkOf(StructureElement element) => _links.GetValueOrDefault(element, element);

    /// <summary>The number of the cell, in reading order, that an element is or stands in; 0 outside of tables.</summary>
    public int CellOf(StructureElement element) => _cells.GetValueOrDefault(element);

    private void Visit(StructureElement element, StructureElement? link, int cell)
    {
        cell = element.Role is StructureRole.TD or StructureRole.TH ? ++_cellCount : cell;
        if (cell > 0)
        {
            _cells.Add(element, cell);
        }

        link = element.Role == StructureRole.Link ? element : link;
        foreach (var child in element.Children)
        {
            if (child.Role is >= StructureRole.H1 and <= StructureRole.H6)
            {
                var rank = _ranks.Enter(element.Role == StructureRole.Part ? 0 : child.Role - StructureRole.H1 + 1);
                _headings.Add(child, _levels[rank - 1]);
            }

            if (link is not null)
            {
                _links.Add(child, link);
            }

            Visit(child, link, cell);
        }
    }
}
