using System.Globalization;
using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf.Tags;

/// <summary>
/// The tag tree (ISO 32000-1 14.7, 14.8). First pages and links say what belongs to which element, then it is written.
/// Elements without content are left out, but for the cells of a table, which keep its shape.
/// </summary>
/// <param name="formulas">Null if formulas are not to be attached.</param>
internal sealed class StructureTree(StructureElement root, TagNames names, string language, FormulaFiles? formulas)
{
    private readonly Dictionary<StructureElement, Node> _nodes = [];
    private readonly List<PdfRef> _pages = [];
    private readonly SortedDictionary<int, IReadOnlyList<StructureElement>> _ownersOfPages = [];
    private readonly SortedDictionary<int, StructureElement> _ownersOfLinks = [];
    private readonly SortedDictionary<string, PdfBuffer> _identifiers = new(StringComparer.Ordinal);

    // A place in reading order: page by page, within a page by MCID.
    private readonly record struct Spot(int Page, int Mcid)
    {
        public static readonly Spot None = new(int.MaxValue, 0);

        public bool IsBefore(Spot other) => Page != other.Page ? Page < other.Page : Mcid < other.Mcid;
    }

    private sealed class Node(StructureElement element)
    {
        public StructureElement Element { get; } = element;
        public List<Spot> Marks { get; } = [];
        public List<(int Page, PdfRef Annotation)> Links { get; } = [];

        /// <summary>The children that are written, in order.</summary>
        public List<Node> Children { get; } = [];

        /// <summary>The first spot of the element or anything in it.</summary>
        public Spot First { get; set; } = Spot.None;

        /// <summary>What a figure covers; null when it stands on several pages.</summary>
        public PdfBuffer? Box { get; set; }

        public PdfRef Reference { get; set; }
    }

    /// <summary>Adds the pages in order. The page's key in the parent tree (StructParents) is its index.</summary>
    /// <param name="owners">The owner of each MCID.</param>
    /// <param name="boxes">The rectangles of the page's figures.</param>
    public void AddPage(PdfRef page, IReadOnlyList<StructureElement> owners, IEnumerable<KeyValuePair<StructureElement, PdfBuffer>> boxes)
    {
        foreach (var (figure, box) in boxes)
        {
            var node = NodeOf(figure);
            node.Box = node.Marks.Count == 0 ? box : null;
        }

        for (var mcid = 0; mcid < owners.Count; mcid++)
        {
            NodeOf(owners[mcid]).Marks.Add(new Spot(_pages.Count, mcid));
        }

        _ownersOfPages.Add(_pages.Count, owners);
        _pages.Add(page);
    }

    /// <param name="structParent">The annotation's key in the parent tree.</param>
    public void AddLink(int page, PdfRef annotation, int structParent, StructureElement owner)
    {
        NodeOf(owner).Links.Add((page, annotation));
        _ownersOfLinks.Add(structParent, owner);
    }

    /// <summary>Writes StructTreeRoot and all below it. Throws when an owner is not in the book's tree.</summary>
    public PdfRef Write(PdfFile file)
    {
        var treeRoot = file.Reserve();
        var document = Gather(root);
        Reserve(file, document);
        if (_nodes.Values.FirstOrDefault(n => n.Reference == default && n.Marks.Count + n.Links.Count > 0) is { } lost)
        {
            throw new InvalidOperationException($"A page item's owner ({lost.Element.Role}) is not in the structure tree.");
        }

        WriteElement(file, document, treeRoot, language);
        var parents = _ownersOfPages.Select(p => KeyValuePair.Create(p.Key, References(p.Value)))
            .Concat(_ownersOfLinks.Select(l => KeyValuePair.Create(l.Key, PdfBuffer.Of($"{_nodes[l.Value].Reference}"))));
        var parentTree = PdfTree.WriteNumbers(file, [.. parents]);
        var nextKey = _ownersOfLinks.Count == 0 ? _pages.Count : _ownersOfLinks.Last().Key + 1;
        PdfBuffer identifiers = _identifiers.Count == 0 ? new PdfBuffer() : $"/IDTree {PdfTree.WriteNames(file, _identifiers)}";
        file.Object(treeRoot, $"<</Type/StructTreeRoot/K {document.Reference}{identifiers}/ParentTree {parentTree}/ParentTreeNextKey {nextKey}>>");
        return treeRoot;
    }

    private Node NodeOf(StructureElement element) => _nodes.TryGetValue(element, out var node) ? node : _nodes[element] = new Node(element);

    private Node Gather(StructureElement element)
    {
        var node = NodeOf(element);
        var children = element.Children.Select(Gather).ToList();
        node.First = node.Marks.Count > 0 ? node.Marks[0] : node.Links.Count > 0 ? new Spot(node.Links[0].Page, int.MaxValue) : Spot.None;
        foreach (var child in children)
        {
            node.First = child.First.IsBefore(node.First) ? child.First : node.First;
        }

        node.Children.AddRange(children.Where(c => c.First != Spot.None || (node.First != Spot.None && c.Element.Role is StructureRole.TD or StructureRole.TH)));
        return node;
    }

    private static void Reserve(PdfFile file, Node node)
    {
        node.Reference = file.Reserve();
        foreach (var child in node.Children)
        {
            Reserve(file, child);
        }
    }

    private void WriteElement(PdfFile file, Node node, PdfRef parent, string outer, bool isInHead = false)
    {
        var element = node.Element;
        var isDeadLink = element.Role == StructureRole.Link && node.Links.Count == 0;
        PdfBuffer body = $"<</S{(isDeadLink ? new PdfName("Span") : names[element])}/P {parent}";
        if (element.Alt is { } alt)
        {
            body.Append($"/Alt{alt}");
        }

        if (element.ActualText is { } actual)
        {
            body.Append($"/ActualText{actual}");
        }

        if (formulas is not null && element.Formula is { } formula)
        {
            body.Append($"/AF[{formulas.Of(formula, element.IsDisplay)}]");
        }

        var own = element.Language ?? outer;
        if (PrimaryOf(own) != PrimaryOf(outer))
        {
            body.Append($"/Lang{own}");
        }

        body.Append($"{Attributes(node, isInHead)}");
        if (element.Role == StructureRole.Note)
        {
            var identifier = $"note-{(_identifiers.Count + 1).ToString("D5", CultureInfo.InvariantCulture)}"; // ISO 14289-1 7.9
            _identifiers.Add(identifier, $"{node.Reference}");
            body.Append($"/ID{identifier}");
        }

        file.Object(node.Reference, body.Append($"{Kids(node)}>>"));
        foreach (var child in node.Children)
        {
            WriteElement(file, child, node.Reference, own, isInHead || element.Role == StructureRole.THead);
        }
    }

    // BCP 47 2.2.1: en-GB is English as much as en.
    private static string PrimaryOf(string language) => language.Split('-')[0];

    // ISO 32000-1 14.8.5: what a table's heads are of, how a list counts, what a figure covers.
    private static PdfBuffer Attributes(Node node, bool isInHead) => node.Element.Role switch
    {
        StructureRole.TH => $"/A<</O/Table/Scope{new PdfName(isInHead ? "Column" : "Row")}>>",
        StructureRole.L => $"/A<</O/List/ListNumbering{new PdfName(node.Element.Numbering.ToString())}>>",
        StructureRole.Figure or StructureRole.Formula when node.Box is { } box => $"/A<</O/Layout/BBox{box}>>",
        _ => new PdfBuffer(),
    };

    // An element's own marks and its children, each child before the marks that follow its first.
    private PdfBuffer Kids(Node node)
    {
        var page = node.Marks.Count > 0 ? node.Marks[0].Page : -1;
        var kids = new List<PdfBuffer>();
        var next = 0;
        foreach (var child in node.Children)
        {
            var isLast = child.Element.Role == StructureRole.Note;
            for (; next < node.Marks.Count && (isLast || (child.First != Spot.None && node.Marks[next].IsBefore(child.First))); next++)
            {
                kids.Add(Kid(node.Marks[next], page));
            }

            kids.Add($"{child.Reference}");
        }

        kids.AddRange(node.Marks.Skip(next).Select(m => Kid(m, page)));
        kids.AddRange(node.Links.Select(l => PdfBuffer.Of($"<</Type/OBJR/Pg {_pages[l.Page]}/Obj {l.Annotation}>>")));
        var result = new PdfBuffer();
        if (page >= 0)
        {
            result.Append($"/Pg {_pages[page]}");
        }

        return kids.Count switch
        {
            0 => result,
            1 => result.Append($"/K {kids[0]}"),
            _ => result.Append($"/K[{Joined(kids)}]"),
        };
    }

    private PdfBuffer Kid(Spot mark, int page) =>
        mark.Page == page ? PdfBuffer.Of($"{mark.Mcid}") : $"<</Type/MCR/Pg {_pages[mark.Page]}/MCID {mark.Mcid}>>";

    private PdfBuffer References(IReadOnlyList<StructureElement> owners) =>
        PdfBuffer.Of($"[").Append(Joined(owners.Select(o => PdfBuffer.Of($"{_nodes[o].Reference}")))).Append($"]");

    private static PdfBuffer Joined(IEnumerable<PdfBuffer> parts)
    {
        var result = new PdfBuffer();
        foreach (var part in parts)
        {
            if (result.Length > 0)
            {
                result.Byte((byte)' ');
            }

            result.Append(part);
        }

        return result;
    }
}
