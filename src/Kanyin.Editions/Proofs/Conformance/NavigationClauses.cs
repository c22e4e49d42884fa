using Kanyin.Editions.Proofs.Cos;
using static Kanyin.Editions.Proofs.Conformance.ConformanceKinds;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>ISO 14289-1 7.17 and ISO 32000-1 12.3: bookmarks, destinations, page labels.</summary>
internal static class NavigationClauses
{
    public static void Check(Inspection inspection, TagTree tree)
    {
        var (file, catalog) = (inspection.File, inspection.Catalog);
        var names = file.Dictionary(catalog, "Names") is { } trees ? inspection.Leaves(trees.Entries.GetValueOrDefault("Dests"), "Names") : [];
        var places = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in names)
        {
            var name = (key as CosString)?.Text ?? "";
            places.Add(name);
            var view = file.Items(value is CosDictionary d ? d.Entries.GetValueOrDefault("D") : value);
            inspection.Require(view is [CosReference page, ..] && inspection.PageNumbers.ContainsKey(page.Number), Destination, $"The destination “{name}” leads to no page.");
        }

        inspection.Require(inspection.Leaves(catalog.Entries.GetValueOrDefault("PageLabels"), "Nums").Any(l => l.Key is CosNumber { Int: 0 }), PageLabels, "PageLabels are missing, or do not begin with the first page.");
        if (file.Dictionary(catalog, "Outlines") is { } outline)
        {
            CheckItems(outline, places, inspection, []);
        }
        else
        {
            inspection.Require(!tree.All.Exists(t => t.Role is ['H', >= '1' and <= '6']), Outline, "The PDF has headings and no bookmarks.");
        }
    }

    private static void CheckItems(CosDictionary parent, HashSet<string> places, Inspection inspection, HashSet<int> seen)
    {
        var file = inspection.File;
        CosReference? before = null;
        for (var next = parent.Entries.GetValueOrDefault("First"); next is not null;)
        {
            if (next is not CosReference reference || !seen.Add(reference.Number) || file.Resolve(next) is not CosDictionary item)
            {
                inspection.Report(Outline, "The bookmarks run in a circle or lead to no object.");
                return;
            }

            var title = (file.Get(item, "Title") as CosString)?.Text;
            inspection.Require(title is { Length: > 0 } && (item.Entries.GetValueOrDefault("Prev") as CosReference)?.Number == before?.Number, Outline, $"The bookmark of object {reference.Number} has no title, or does not name the one before it.");
            if (file.Get(item, "Dest") is CosString { Text: var place })
            {
                inspection.Require(places.Contains(place), Destination, $"The bookmark “{title}” leads to “{place}”, which does not exist.");
            }

            CheckItems(item, places, inspection, seen);
            before = reference;
            next = item.Entries.GetValueOrDefault("Next");
        }

        inspection.Require((parent.Entries.GetValueOrDefault("Last") as CosReference)?.Number == before?.Number, Outline, "The last bookmark is not the one that its parent names.");
    }
}
