using Kanyin.Editions.Proofs.Cos;
using static Kanyin.Editions.Proofs.Conformance.ConformanceKinds;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>ISO 19005-3 6.8: files inside the file. ISO 19005-2 allows none but PDF/A, and we write none of those.</summary>
internal static class AttachmentClauses
{
    // ISO 19005-3 6.8, as in ISO 32000-2 7.11.3.
    private static readonly string[] _relationships = ["Source", "Data", "Alternative", "Supplement", "Unspecified"];

    /// <summary>Whether the file must be PDF/A-3.</summary>
    public static bool HasAttachments(Inspection inspection) => Tree(inspection) is not null || Owners(inspection).Any();

    public static void Check(Inspection inspection)
    {
        var file = inspection.File;
        var associated = Owners(inspection).SelectMany(o => file.Items(o.Entries["AF"])).OfType<CosReference>().Select(r => r.Number).ToHashSet();
        var listed = inspection.Leaves(Tree(inspection), "Names").Select(l => l.Value).OfType<CosReference>().Select(r => r.Number).ToHashSet();
        var carried = file.Objects.Where(o => o.Value is CosDictionary d && file.Name(d, "Type") == "Filespec" && d.Entries.ContainsKey("EF")).Select(o => o.Key);
        foreach (var number in associated.Union(listed).Union(carried).Order())
        {
            if (Fault(number) is { } fault)
            {
                inspection.Report(Attachment, $"The attached file of object {number} {fault}.");
            }
        }

        string? Fault(int number)
        {
            var description = file.Objects.GetValueOrDefault(number) as CosDictionary;
            return description is null ? "is not there"
                : Text(description, "F") is null || Text(description, "F") != Text(description, "UF") ? "has no name, or two" // ISO 14289-1 7.11
                : !_relationships.Contains(file.Name(description, "AFRelationship")) ? "does not say what it is to the book"
                : file.Get(file.Dictionary(description, "EF") ?? new CosDictionary([]), "F") is not CosStream content ? "is empty"
                : file.Name(content, "Type") != "EmbeddedFile" || file.Name(content, "Subtype")?.Contains('/', StringComparison.Ordinal) != true ? "names no media type"
                : !associated.Contains(number) ? "belongs to nothing"
                : null;
        }

        string? Text(CosDictionary dictionary, string key) => file.Get(dictionary, key) is CosString { Text: { Length: > 0 } text } ? text : null;
    }

    /// <summary>What files belong to: the book, or an element of its tags.</summary>
    private static IEnumerable<CosDictionary> Owners(Inspection inspection) =>
        inspection.File.Objects.Values.OfType<CosDictionary>().Where(d => d.Entries.ContainsKey("AF"));

    private static CosValue? Tree(Inspection inspection) => inspection.File.Dictionary(inspection.Catalog, "Names")?.Entries.GetValueOrDefault("EmbeddedFiles");
}
