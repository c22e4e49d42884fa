using Kanyin.Editions.Proofs.Cos;
using static Kanyin.Editions.Proofs.Conformance.ConformanceKinds;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>ISO 14289-1 7.1 and ISO 32000-1 14.7.4: everything on the pages is in the tree once or an artifact, and the parent tree leads back.</summary>
internal static class ContentClauses
{
    public static void Check(Inspection inspection, IReadOnlyList<ContentScan> contents, TagTree tree)
    {
        var owners = new Dictionary<(int Page, int Number), TagTree.Tag>();
        foreach (var tag in tree.All)
        {
            foreach (var mark in tag.Marks)
            {
                inspection.Require(owners.TryAdd(mark, tag), ContentNumber, $"Content {mark.Number} of page {mark.Page} is in {tag} and in {owners[mark]}.");
            }
        }

        var parents = Parents(inspection, tree);
        foreach (var content in contents)
        {
            CheckPage(content, owners, parents, inspection);
        }

        foreach (var ((page, number), tag) in owners)
        {
            inspection.Report(ContentNumber, $"{tag} names content {number} of page {page}, which is not there.");
        }
    }

    // Removes from the owners what it finds, so that what is left is not on any page.
    private static void CheckPage(ContentScan content, Dictionary<(int, int), TagTree.Tag> owners, Dictionary<int, CosValue> parents, Inspection inspection)
    {
        var page = content.Page.Number;
        foreach (var (kind, message) in content.Faults)
        {
            inspection.Report(kind, $"On {content.Where} {message}.");
        }

        if (content.IsPart)
        {
            inspection.Require(content.Numbers.Count == 0, ContentNumber, $"Content is marked inside {content.Where}, where no element can name it.");
            return;
        }

        var key = (inspection.File.Get(content.Page.Dictionary, "StructParents") as CosNumber)?.Int ?? -1;
        var entries = inspection.File.Items(parents.GetValueOrDefault(key));
        inspection.Require(content.Numbers.Count == 0 || entries.Count > 0, ParentTree, $"Page {page} has no entry in the parent tree.");
        foreach (var (number, tag) in content.Numbers)
        {
            if (!owners.Remove((page, number), out var owner))
            {
                inspection.Report(ContentNumber, $"Content {number} ({tag}) of page {page} is in no structure element, or stands there twice.");
            }
            else if (entries.Count > 0)
            {
                inspection.Require(number < entries.Count && entries[number] is CosReference up && up.Number == owner.Object, ParentTree, $"The parent tree does not lead from content {number} of page {page} to {owner}.");
            }
        }
    }

    private static Dictionary<int, CosValue> Parents(Inspection inspection, TagTree tree) => tree.Root is null ? [] :
        inspection.Leaves(tree.Root.Entries.GetValueOrDefault("ParentTree"), "Nums").Where(l => l.Key is CosNumber).DistinctBy(l => ((CosNumber)l.Key).Int).ToDictionary(l => ((CosNumber)l.Key).Int, l => l.Value);
}
