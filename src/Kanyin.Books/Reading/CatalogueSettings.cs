using System.Collections.Immutable;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading;

/// <summary>The keys of book.yml that only catalogues ask for.</summary>
internal static class CatalogueSettings
{
    private const int MaximumPosition = 9999;

    public static readonly ImmutableArray<string> Keys = ["file-as", "series", "subjects"];

    private static readonly ImmutableArray<string> _seriesKeys = ["name", "position"];

    public static Catalogue Of(SettingsValues values, IEnumerable<ImprintSettings.Maker> makers) => new(
        values.Text("file-as"),
        makers.Where(m => m.FileAs is not null).DistinctBy(m => m.Name).ToImmutableDictionary(m => m.Name, m => m.FileAs!, StringComparer.Ordinal),
        SeriesOf(values),
        [.. values.List<string>("subjects", (text, _) => text, _ => null, [])]);

    private static Series? SeriesOf(SettingsValues values)
    {
        if (!values.IsMapping("series"))
        {
            return values.Text("series") is { } name ? new Series(name, null) : null;
        }

        var series = values.Mapping("series", _seriesKeys)!;
        return series.NeededText("name") is { } title ? new Series(title, series.Whole("position", 1, MaximumPosition)) : null;
    }
}
