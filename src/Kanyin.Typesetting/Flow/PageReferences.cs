namespace Kanyin.Typesetting.Flow;

/// <summary>The page numbers that a run of chapters prints in its text, and whether they have come true.</summary>
/// <param name="labels">The printed number of the page where each id landed; null before anything is set.</param>
internal sealed class PageReferences(IReadOnlyDictionary<string, string>? labels)
{
    /// <summary>As wide as most numbers are.</summary>
    private const string Guess = "00";

    private readonly Dictionary<string, string?> _printed = new(StringComparer.Ordinal);

    public bool AreNone => _printed.Count == 0;

    /// <summary>The number to print for an id; null when it is on no page of the text.</summary>
    public string? LabelOf(string id) => _printed[id] = labels is null ? Guess : labels.GetValueOrDefault(id);

    public bool AreRight(IReadOnlyDictionary<string, string> actual) => _printed.All(p => p.Value == actual.GetValueOrDefault(p.Key));
}
