using Kanyin.Editions.Pdf.Objects;
using Kanyin.Typesetting.Pages;

namespace Kanyin.Editions.Pdf.Tags;

/// <summary>
/// The tag tree (ISO 32000-1 14.7, 14.8). First pages and links say what belongs to which element, then it is written.
/// Elements without content are left out, but for the cells of a table, which keep its shape.
/// </summary>
internal sealed class StructureTree(StructureElement root)
{
    private readonly Dictionary<StructureElement, Content> _contents = [];
    private readonly Dictionary<StructureElement, PdfRef> _references = [];
    private readonly List<PdfRef> _pages = [];
    private readonly SortedDictionary<int, IReadOnlyList<StructureElement>> _ownersOfPages = [];
    private readonly SortedDictionary<int, StructureElement> _ownersOfLinks = [];

    // A place in reading order: page by page, within a page by MCID.
    private readonly record struct Spot(int Page, int Mcid) : IComparable<Spot>
    {
        public static readonly Spot None = new(int.MaxValue, 0);

        public int CompareTo(Spot other) => Page != other.Page ? Page.CompareTo(other.Page) : Mcid.CompareTo(other.Mcid);
    }

    private sealed class Content
    {
        public List<Spot> Marks { get; } = [];
        public List<(int Page, PdfRef Annotation)> Links { get; } = [];

        /// <summary>The first spot of the element or anything in it.</summary>
        public Spot First { get; set; } = Spot.None;
    }

    /// <summary>Adds the pages in order. The page's key in the parent tree (StructParents) is its index.</summary>
    /// <param name="owners">The owner of each MCID.</param>
    public void AddPage(PdfRef page, IReadOnlyList<StructureElement> owners)
    {
        for (var mcid = 0; mcid < owners.Count; mcid++)
        {
            ContentOf(owners[mcid]).Marks.Add(new Spot(_pages.Count, mcid));
        }

        _ownersOfPages.Add(_pages.Count, owners);
        _pages.Add(page);
    }

    /// <param name="structParent">The annotation's key in the parent tree.</param>
    public void AddLink(int page, PdfRef annotation, int structParent, StructureElement owner)
    {
        ContentOf(owner).Links.Add((page, annotation));
        _ownersOfLinks.Add(structParent, owner);
    }

    /// <summary>Writes StructTreeRoot and all below it. Throws when an owner is not in the book's tree.</summary>
    public PdfRef Write(PdfFile file)
    {
        FindFirst(root);
        var treeRoot = file.Reserve();
        Reserve(file, root, isKept: true);
        if (_contents.Keys.FirstOrDefault(e => !_references.ContainsKey(e)) is { } lost)
        {
            throw new InvalidOperationException($"A page item's owner ({lost.Role}) is not in the structure tree.");
        }

        WriteElement(file, root, treeRoot, isInHead: false);
        var parents = _ownersOfPages.Select(p => KeyValuePair.Create(p.Key, References(p.Value)))
            .Concat(_ownersOfLinks.Select(l => KeyValuePair.Create(l.Key, PdfBuffer.Of($"{_references[l.Value]}"))));
        var parentTree = PdfTree.WriteNumbers(file, [.. parents]);
        var nextKey = Math.Max(_pages.Count, _ownersOfLinks.Count == 0 ? 0 : _ownersOfLinks.Last().Key + 1);
        file.Object(treeRoot, $"<</Type/StructTreeRoot/K {_references[root]}/ParentTree {parentTree}/ParentTreeNextKey {nextKey}>>");
        return treeRoot;
    }

    private Content ContentOf(StructureElement element) => _contents.TryGetValue(element, out var content) ? content : _contents[element] = new Content();

    private Spot FindFirst(StructureElement element)
    {
        var first = Spot.None;
        foreach (var child in element.Children)
        {
            var spot = FindFirst(child);
            first = spot.CompareTo(first) < 0 ? spot : first;
        }

        if (_contents.TryGetValue(element, out var own))
        {
            var mark = own.Marks.Count > 0 ? own.Marks[0] : new Spot(own.Links[0].Page, int.MaxValue);
            first = mark.CompareTo(first) < 0 ? mark : first;
        }

        if (first != Spot.None)
        {
            ContentOf(element).First = first;
        }

        return first;
    }

    private void Reserve(PdfFile file, StructureElement element, bool isKept)
    {
        if (!isKept && !_contents.ContainsKey(element))
        {
            return;
        }

        _references.Add(element, file.Reserve());
        foreach (var child in element.Children)
        {
            Reserve(file, child, element.Role == StructureRole.TR);
        }
    }

    private void WriteElement(PdfFile file, StructureElement element, PdfRef parent, bool isInHead)
    {
        var self = _references[element];
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

        file.Object(self, body.Append($"{Kids(element)}>>"));
        foreach (var child in element.Children.Where(_references.ContainsKey))
        {
            WriteElement(file, child, self, isInHead || element.Role == StructureRole.THead);
        }
    }

    // An element's own marks and its children, each child before the marks that follow its first. A note comes last: it
    // stands at the page's foot, and the paragraph that calls it may go on overleaf.
    private PdfBuffer Kids(StructureElement element)
    {
        var content = _contents.GetValueOrDefault(element) ?? new Content();
        var page = content.Marks.Count > 0 ? content.Marks[0].Page : -1;
        var kids = new List<PdfBuffer>();
        var next = 0;
        foreach (var child in element.Children.Where(_references.ContainsKey).OrderBy(c => c.Role == StructureRole.Note))
        {
            var first = child.Role == StructureRole.Note ? Spot.None : _contents.GetValueOrDefault(child)?.First ?? default;
            for (; next < content.Marks.Count && content.Marks[next].CompareTo(first) < 0; next++)
            {
                kids.Add(Kid(content.Marks[next], page));
            }

            kids.Add($"{_references[child]}");
        }

        kids.AddRange(content.Marks.Skip(next).Select(m => Kid(m, page)));
        kids.AddRange(content.Links.Select(l => PdfBuffer.Of($"<</Type/OBJR/Pg {_pages[l.Page]}/Obj {l.Annotation}>>")));
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
        PdfBuffer.Of($"[").Append(Joined(owners.Select(o => PdfBuffer.Of($"{_references[o]}")))).Append($"]");

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
