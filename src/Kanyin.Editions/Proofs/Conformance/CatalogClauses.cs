using Kanyin.Editions.Proofs.Cos;
using static Kanyin.Editions.Proofs.Conformance.ConformanceKinds;

namespace Kanyin.Editions.Proofs.Conformance;

/// <summary>What the catalog must say, and what no object may hold.</summary>
internal static class CatalogClauses
{
    private static readonly string[] _forbiddenEntries = ["AcroForm", "OCProperties", "AA", "OpenAction", "Requirements", "Perms", "AlternatePresentations", "Collection"];
    private static readonly string[] _forbiddenNames = ["JavaScript", "AlternatePresentations"];
    private static readonly string[] _forbiddenInXObjects = ["Alternates", "OPI", "Ref", "PS"];

    public static void Check(Inspection inspection)
    {
        var (file, catalog) = (inspection.File, inspection.Catalog);
        var mark = file.Dictionary(catalog, "MarkInfo");
        inspection.Require(mark is not null && IsTrue(mark, "Marked") && !IsTrue(mark, "Suspects"), Marked, "MarkInfo does not say Marked, or says Suspects.");
        inspection.Require(LanguageTag.IsValid((file.Get(catalog, "Lang") as CosString)?.Text), Language, "The catalog's Lang is missing or malformed.");
        inspection.Require(file.Dictionary(catalog, "ViewerPreferences") is { } view && IsTrue(view, "DisplayDocTitle"), DisplayTitle, "ViewerPreferences do not say DisplayDocTitle.");
        foreach (var key in _forbiddenEntries.Where(catalog.Entries.ContainsKey))
        {
            inspection.Report(ForbiddenFeature, $"The catalog has {key}.");
        }

        foreach (var key in _forbiddenNames.Where(key => file.Dictionary(catalog, "Names")?.Entries.ContainsKey(key) == true))
        {
            inspection.Report(ForbiddenFeature, $"The names of the catalog have {key}.");
        }

        foreach (var (number, value) in file.Objects)
        {
            if (value is CosDictionary dictionary)
            {
                CheckObject(number, dictionary, inspection);
            }
        }

        bool IsTrue(CosDictionary dictionary, string key) => file.Get(dictionary, key) is CosBoolean { Value: true };
    }

    private static void CheckObject(int number, CosDictionary dictionary, Inspection inspection)
    {
        var file = inspection.File;
        switch (file.Name(dictionary, "Type"), file.Name(dictionary, "Subtype"))
        {
            case ("XObject", "PS"):
                inspection.Report(ForbiddenImage, $"Object {number} is a PostScript program.");
                break;
            case ("XObject", _):
                var isSmoothed = file.Get(dictionary, "Interpolate") is CosBoolean { Value: true };
                var forbidden = _forbiddenInXObjects.Where(dictionary.Entries.ContainsKey).Concat(isSmoothed ? ["Interpolate"] : []).ToList();
                inspection.Require(forbidden.Count == 0, ForbiddenImage, $"Object {number} has {string.Join(", ", forbidden)}.");
                break;
            case ("Page", _):
                inspection.Require(!dictionary.Entries.ContainsKey("AA") && !dictionary.Entries.ContainsKey("PresSteps"), ForbiddenFeature, $"The page of object {number} has actions of its own.");
                break;
            case ("ExtGState", _):
                inspection.Require(!dictionary.Entries.ContainsKey("TR") && !dictionary.Entries.ContainsKey("HTP"), ForbiddenFeature, $"The graphics state of object {number} has a transfer function.");
                break;
            default:
                break;
        }
    }
}
