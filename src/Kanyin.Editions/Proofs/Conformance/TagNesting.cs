using static Kanyin.Editions.Proofs.Conformance.ConformanceKinds;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>Which standard structure types there are, and what may stand in what (ISO 32000-1 14.8.4).</summary>
internal static class TagNesting
{
    private static readonly string[] _free =
    [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "Table",
        "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "Warichu", "Figure", "Formula", "Form", "Lbl",
    ];

    // The types that have only these parents.
    private static readonly Dictionary<string, string[]> _parents = new(StringComparer.Ordinal)
    {
        ["TOCI"] = ["TOC"],
        ["LI"] = ["L"],
        ["LBody"] = ["LI"],
        ["THead"] = ["Table"],
        ["TBody"] = ["Table"],
        ["TFoot"] = ["Table"],
        ["TR"] = ["Table", "THead", "TBody", "TFoot"],
        ["TH"] = ["TR"],
        ["TD"] = ["TR"],
        ["RB"] = ["Ruby"],
        ["RT"] = ["Ruby"],
        ["RP"] = ["Ruby"],
        ["WT"] = ["Warichu"],
        ["WP"] = ["Warichu"],
    };

    // The types that have only these children, and no content of their own.
    private static readonly Dictionary<string, string[]> _children = new(StringComparer.Ordinal)
    {
        ["TOC"] = ["TOC", "TOCI", "Caption"],
        ["TOCI"] = ["Lbl", "Reference", "NonStruct", "P", "TOC"],
        ["L"] = ["L", "LI", "Caption"],
        ["LI"] = ["Lbl", "LBody"],
        ["Table"] = ["TR", "THead", "TBody", "TFoot", "Caption"],
        ["THead"] = ["TR"],
        ["TBody"] = ["TR"],
        ["TFoot"] = ["TR"],
        ["TR"] = ["TH", "TD"],
        ["Ruby"] = ["RB", "RT", "RP"],
    };

    public static void Check(TagTree.Tag tag, Inspection inspection)
    {
        if (!_free.Contains(tag.Role) && !_parents.ContainsKey(tag.Role))
        {
            inspection.Report(StructureType, $"{tag} is no standard type, and no role map makes it one.");
            return;
        }

        if (_parents.TryGetValue(tag.Role, out var parents) && !parents.Contains(tag.Parent?.Role))
        {
            inspection.Report(Nesting, $"{tag} stands in {tag.Parent?.ToString() ?? "the root"}.");
        }

        if (_children.TryGetValue(tag.Role, out var children))
        {
            inspection.Require(tag.Marks.Count == 0, Nesting, $"{tag} has content of its own.");
            foreach (var child in tag.Children.Where(c => !children.Contains(c.Role)))
            {
                inspection.Report(Nesting, $"{child} stands in {tag}.");
            }
        }

        inspection.Require(tag.Parent is not null || tag.Role == "Document", Nesting, $"{tag} stands at the top instead of a Document.");
    }
}
