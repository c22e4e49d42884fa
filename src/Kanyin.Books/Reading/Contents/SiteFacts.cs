using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Kanyin.Books.Reading.Contents;

/// <summary>What the settings of another tool say about the book; book.yml comes before them.</summary>
internal sealed partial record SiteFacts(string? Title, ImmutableArray<string> Authors, string? Language, string? Description)
{
    public static readonly SiteFacts None = new(null, [], null, null);

    /// <summary>Blank values are none. A language that is not Chinese is what the tool filled in, not what the author chose.</summary>
    public static SiteFacts Of(string? title, IEnumerable<string?> authors, string? language, string? description) => new(
        Words(title),
        [.. authors.Select(a => Words(a is null ? null : MailAddress().Replace(a, ""))).OfType<string>()],
        language is not null && Chinese().IsMatch(language) ? Tag(language) : null,
        Words(description));

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>BCP 47, 2.1.1: Hans for a script, CN for a region; zh alone stays.</summary>
    private static string Tag(string language) =>
        string.Join('-', language.Replace('_', '-').Split('-').Select((p, i) => i == 0 ? p.ToLowerInvariant() : p.Length == 4 ? char.ToUpperInvariant(p[0]) + p[1..].ToLowerInvariant() : p.ToUpperInvariant()));

    [GeneratedRegex("^zh([-_][A-Za-z]{2,4}){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex Chinese();

    /// <summary>As npm has it: a name, then its address in angle brackets.</summary>
    [GeneratedRegex(@"\s*<[^<>\s]*@[^<>\s]*>\s*$")]
    private static partial Regex MailAddress();
}
