using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf.Tags;

/// <summary>
/// The tag tree (ISO 32000-1 14.7, 14.8). First pages and links say what belongs to which element, then it is written.
/// Elements without content are left out, but for the cells of a table, which keep its shape.
/// </summary>
internal sealed class StructureTree(StructureElement root)
{
    private readonly Dictionary<StructureElement, Node> _nodes = [];
    private readonly List<PdfRef> _pages = [];
    private readonly SortedDictionary<int, IReadOnlyList<StructureElement>> _ownersOfPages = [];
    private readonly SortedDictionary<int, StructureElement> _ownersOfLinks = [];

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

        public PdfRef Reference { get; set; }
    }

    /// <summary>Adds the pages in order. The page's key in the parent tree (StructParents) is its index.</summary>
    /// <param name="owners">The owner of each MCID.</param>
    public void AddPage(PdfRef page, IReadOnlyList<StructureElement> owners)
    {
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

        WriteElement(file, document, treeRoot, isInHead: false);
        var parents = _ownersOfPages.Select(p => KeyValuePair.Create(p.Key, References(p.Value)))
            .Concat(_ownersOfLinks.Select(l => KeyValuePair.Create(l.Key, PdfBuffer.Of($"{_nodes[l.Value].Reference}"))));
        var parentTree = PdfTree.WriteNumbers(file, [.. parents]);
        var nextKey = _ownersOfLinks.Count == 0 ? _pages.Count : _ownersOfLinks.Last().Key + 1;
        file.Object(treeRoot, $"<</Type/StructTreeRoot/K {document.Reference}/ParentTree {parentTree}/ParentTreeNextKey {nextKey}>>");
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

        // A note comes last: it stands at the page's foot, and the paragraph that calls it may go on overleaf.
        var kept = children.Where(c => c.First != Spot.None || (node.First != Spot.None && c.Element.Role is StructureRole.TD or StructureRole.TH)).ToList();
        node.Children.AddRange(kept.Where(c => c.Element.Role != StructureRole.Note));
        node.Children.AddRange(kept.Where(c => c.Element.Role == StructureRole.Note));
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

    private void WriteElement(PdfFile file, Node node, PdfRef parent, bool isInHead)
    {
        var element = node.Element;
        PdfBuffer body = $"<</S{new PdfName(element.Role.ToString())}/P {parent}";
        if (element.Alt is { } alt)
        {
            body.Append($"/Alt{alt}");
        }

        if (element.ActualText is { } actual)
        {
            body.Append($"/ActualText{actual}");
        }

        if (element.Language is { } language)
        {
            body.Append($"/Lang{language}");
        }

        if (element.Role == StructureRole.TH)
        {
            body.AppendLiteral(isInHead ? "/A<</O/Table/Scope/Column>>" : "/A<</O/Table/Scope/Row>>");
        }

        file.Object(node.Reference, body.Append($"{Kids(node)}>>"));
        foreach (var child in node.Children)
        {
            WriteElement(file, child, node.Reference, isInHead || element.Role == StructureRole.THead);
        }
    }

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
