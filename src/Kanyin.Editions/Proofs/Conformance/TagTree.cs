using System.Runtime.CompilerServices;
using Kanyin.Editions.Proofs.Cos;
using static Kanyin.Editions.Proofs.Conformance.ConformanceKinds;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>The structure tree as the file has it (ISO 32000-1 14.7).</summary>
internal sealed class TagTree
{
    private readonly Dictionary<int, Tag> _byObject = [];

    private TagTree()
    {
    }

    /// <summary>A structure element.</summary>
    /// <param name="Object">The number of its object.</param>
    /// <param name="Type">As written; <paramref name="Role"/> after the role map.</param>
    internal sealed record Tag(int Object, string Type, string Role, Tag? Parent, CosDictionary Dictionary)
    {
        public List<Tag> Children { get; } = [];

        /// <summary>Content on pages, from 1, by MCID.</summary>
        public List<(int Page, int Number)> Marks { get; } = [];

        /// <summary>The objects of its annotations.</summary>
        public List<int> Annotations { get; } = [];

        public override string ToString() => $"{Type} (object {Object})";
    }

    /// <summary>All elements in reading order, each before what is in it.</summary>
    public List<Tag> All { get; } = [];

    public CosDictionary? Root { get; private init; }

    public Tag? Find(int number) => _byObject.GetValueOrDefault(number);

    public static TagTree Read(Inspection inspection)
    {
        var root = inspection.File.Dictionary(inspection.Catalog, "StructTreeRoot");
        var tree = new TagTree { Root = root };
        if (root is null)
        {
            inspection.Report(StructureTree, "The catalog names no structure tree.");
            return tree;
        }

        var roles = inspection.File.Dictionary(root, "RoleMap");
        var parent = inspection.Catalog.Entries["StructTreeRoot"] is CosReference reference ? reference.Number : 0;
        tree.AddKids(root.Entries.GetValueOrDefault("K"), null, parent, 0, roles, inspection);
        return tree;
    }

    // A child is an element, a content number, or a dictionary that names content or an annotation (14.7.4).
    private void AddKids(CosValue? kids, Tag? parent, int parentObject, int page, CosDictionary? roles, Inspection inspection)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var file = inspection.File;
        var list = kids is null ? [] : file.Resolve(kids) is CosArray array ? array.Items : [kids];
        foreach (var kid in list)
        {
            switch (file.Resolve(kid))
            {
                case CosNumber number when parent is not null:
                    parent.Marks.Add((page, number.Int));
                    break;
                case CosDictionary mark when file.Name(mark, "Type") == "MCR" && parent is not null:
                    parent.Marks.Add((PageOf(mark, page, inspection), (file.Get(mark, "MCID") as CosNumber)?.Int ?? -1));
                    break;
                case CosDictionary link when file.Name(link, "Type") == "OBJR" && parent is not null:
                    parent.Annotations.Add((link.Entries.GetValueOrDefault("Obj") as CosReference)?.Number ?? 0);
                    break;
                case CosDictionary element when kid is CosReference { Number: var number } && !_byObject.ContainsKey(number):
                    AddElement(number, element, parent, parentObject, page, roles, inspection);
                    break;
                default:
                    inspection.Report(StructureTree, $"A child of {parent?.ToString() ?? "the root"} is no element, or stands there twice.");
                    break;
            }
        }
    }

    private void AddElement(int number, CosDictionary element, Tag? parent, int parentObject, int page, CosDictionary? roles, Inspection inspection)
    {
        var file = inspection.File;
        var type = file.Name(element, "S") ?? "";
        var tag = new Tag(number, type, file.Name(roles, type) ?? type, parent, element);
        inspection.Require(type.Length > 0 && element.Entries.GetValueOrDefault("P") is CosReference up && up.Number == parentObject, StructureTree, $"{tag} has no type or does not name its parent.");
        _byObject.Add(number, tag);
        parent?.Children.Add(tag);
        All.Add(tag);
        AddKids(element.Entries.GetValueOrDefault("K"), tag, number, PageOf(element, page, inspection), roles, inspection);
    }

    private static int PageOf(CosDictionary dictionary, int inherited, Inspection inspection) =>
        dictionary.Entries.GetValueOrDefault("Pg") is CosReference page ? inspection.PageNumbers.GetValueOrDefault(page.Number) : inherited;
}
