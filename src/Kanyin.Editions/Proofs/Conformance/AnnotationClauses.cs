using Kanyin.Editions.Proofs.Cos;
using static Kanyin.Editions.Proofs.Conformance.ConformanceKinds;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>ISO 14289-1 7.18 and ISO 19005-2 6.3, 6.5: links are tagged, described and printed, and nothing else is there to be pressed.</summary>
internal static class AnnotationClauses
{
    // ISO 32000-1 table 165: Print, and those that hide an annotation.
    private const int Print = 4, Hiding = 1 + 2 + 32 + 256;

    public static void Check(Inspection inspection, TagTree tree)
    {
        var file = inspection.File;
        var owners = tree.All.SelectMany(t => t.Annotations.Select(a => (Object: a, Tag: t))).DistinctBy(p => p.Object).ToDictionary(p => p.Object, p => p.Tag);
        var parents = tree.Root is null ? [] : inspection.Leaves(tree.Root.Entries.GetValueOrDefault("ParentTree"), "Nums")
            .Where(l => l is { Key: CosNumber, Value: CosReference }).DistinctBy(l => ((CosNumber)l.Key).Int).ToDictionary(l => ((CosNumber)l.Key).Int, l => ((CosReference)l.Value).Number);
        foreach (var page in inspection.Pages)
        {
            inspection.Require(file.Name(page.Dictionary, "Tabs") == "S", TabOrder, $"Page {page.Number} has no Tabs /S.");
            foreach (var item in file.Items(page.Dictionary.Entries.GetValueOrDefault("Annots")))
            {
                if (item is CosReference { Number: var number } && file.Resolve(item) is CosDictionary annotation)
                {
                    CheckAnnotation(page.Number, number, annotation, owners.GetValueOrDefault(number), parents, inspection);
                    owners.Remove(number);
                }
                else
                {
                    inspection.Report(UntaggedAnnotation, $"An annotation of page {page.Number} is no object of its own, so it can be in no element.");
                }
            }
        }

        foreach (var (number, tag) in owners)
        {
            inspection.Report(UntaggedAnnotation, $"{tag} names the annotation of object {number}, which is on no page.");
        }

        foreach (var tag in tree.All.Where(t => t.Role == "Link" && t.Annotations.Count == 0))
        {
            inspection.Report(UntaggedAnnotation, $"{tag} has no annotation.");
        }
    }

    private static void CheckAnnotation(int page, int number, CosDictionary annotation, TagTree.Tag? owner, Dictionary<int, int> parents, Inspection inspection)
    {
        var file = inspection.File;
        var where = $"The annotation of object {number} on page {page}";
        inspection.Require(file.Name(annotation, "Subtype") == "Link", ForbiddenAnnotation, $"{where} is no link.");
        if (file.Dictionary(annotation, "A") is { } action)
        {
            inspection.Require(file.Name(action, "S") is "URI" or "GoTo" && !action.Entries.ContainsKey("Next"), ForbiddenAnnotation, $"{where} does {file.Name(action, "S")}.");
        }

        inspection.Require(!annotation.Entries.ContainsKey("AA"), ForbiddenAnnotation, $"{where} has further actions.");
        var flags = (file.Get(annotation, "F") as CosNumber)?.Int ?? 0;
        inspection.Require((flags & Print) != 0 && (flags & Hiding) == 0, AnnotationFlags, $"{where} has the flags {flags}.");
        inspection.Require(file.Get(annotation, "Contents") is CosString { Bytes.Length: > 0 }, AnnotationContents, $"{where} has no Contents.");
        var key = (file.Get(annotation, "StructParent") as CosNumber)?.Int ?? -1;
        inspection.Require(owner is { Role: "Link" }, UntaggedAnnotation, $"{where} is in no Link element.");
        inspection.Require(owner is null || parents.GetValueOrDefault(key) == owner.Object, ParentTree, $"The parent tree does not lead from {where} to {owner}.");
    }
}
