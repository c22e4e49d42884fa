using Kanyin.Editions.Proofs.Cos;
using static Kanyin.Editions.Proofs.Conformance.ConformanceKinds;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>ISO 14289-1 7.2 to 7.9: what each structure element must say.</summary>
internal static class StructureClauses
{
    private static readonly string[] _numberings = ["None", "Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"];

    public static void Check(Inspection inspection, TagTree tree)
    {
        var notes = new HashSet<string>(StringComparer.Ordinal);
        var listed = NoteIdentifiers(inspection, tree);
        var level = 0;
        foreach (var tag in tree.All)
        {
            TagNesting.Check(tag, inspection);
            CheckText(tag, inspection);
            switch (tag.Role)
            {
                case "Table": CheckTable(tag, inspection); break;
                case "TH": inspection.Require(Attribute(tag, "Table", "Scope", inspection) is CosName { Value: "Column" or "Row" or "Both" } || tag.Dictionary.Entries.ContainsKey("ID"), Scope, $"{tag} has no Scope."); break;
                case "L": inspection.Require(Attribute(tag, "List", "ListNumbering", inspection) is CosName { Value: var name } && _numberings.Contains(name), ConformanceKinds.ListNumbering, $"{tag} has no ListNumbering."); break;
                case "Figure" or "Formula": CheckFigure(tag, inspection); break;
                case "Note":
                    var id = (inspection.File.Get(tag.Dictionary, "ID") as CosString)?.Text;
                    inspection.Require(id is { Length: > 0 } && notes.Add(id) && listed.GetValueOrDefault(id) == tag.Object, NoteIdentifier, $"{tag} has no ID, shares it, or is not in the ID tree.");
                    break;
                case ['H', >= '1' and <= '6' and var digit]:
                    inspection.Require(digit - '0' <= level + 1, HeadingLevel, $"{tag} follows {(level == 0 ? "no heading" : $"an H{level}")}.");
                    level = digit - '0';
                    break;
                default: break;
            }
        }
    }

    private static void CheckText(TagTree.Tag tag, Inspection inspection)
    {
        if (inspection.File.Get(tag.Dictionary, "Lang") is { } language)
        {
            inspection.Require(LanguageTag.IsValid((language as CosString)?.Text), ElementLanguage, $"{tag} has a malformed Lang.");
        }
    }

    // 7.3, 7.7; ISO 32000-1 14.8.5.4.3 wants the rectangle of what stands on one page.
    private static void CheckFigure(TagTree.Tag tag, Inspection inspection)
    {
        var file = inspection.File;
        var words = (file.Get(tag.Dictionary, "Alt") ?? file.Get(tag.Dictionary, "ActualText")) as CosString;
        inspection.Require(words is { Bytes.Length: > 0 }, Alternative, $"{tag} has neither Alt nor ActualText.");
        if (tag.Marks.Select(m => m.Page).Distinct().Count() == 1)
        {
            inspection.Require(file.Items(Attribute(tag, "Layout", "BBox", inspection)).Count == 4, BoundingBox, $"{tag} has no BBox.");
        }
    }

    private static void CheckTable(TagTree.Tag table, Inspection inspection)
    {
        var rows = table.Children.SelectMany(c => c.Role == "TR" ? [c] : c.Children.Where(r => r.Role == "TR"));
        var lengths = rows.Select(r => r.Children.Sum(c => (Attribute(c, "Table", "ColSpan", inspection) as CosNumber)?.Int ?? 1)).Distinct().ToList();
        inspection.Require(lengths.Count <= 1, TableShape, $"{table} has rows of {string.Join(" and ", lengths)} cells.");
    }

    private static Dictionary<string, int> NoteIdentifiers(Inspection inspection, TagTree tree) => tree.Root is null ? [] :
        inspection.Leaves(tree.Root.Entries.GetValueOrDefault("IDTree"), "Names").Where(l => l is { Key: CosString, Value: CosReference })
            .DistinctBy(l => ((CosString)l.Key).Text).ToDictionary(l => ((CosString)l.Key).Text, l => ((CosReference)l.Value).Number, StringComparer.Ordinal);

    private static CosValue? Attribute(TagTree.Tag tag, string owner, string key, Inspection inspection)
    {
        var file = inspection.File;
        var attributes = file.Get(tag.Dictionary, "A");
        var all = attributes is CosArray array ? array.Items.Select(file.Resolve) : [attributes];
        return all.OfType<CosDictionary>().Where(a => file.Name(a, "O") == owner).Select(a => file.Get(a, key)).FirstOrDefault(v => v is not null);
    }
}
