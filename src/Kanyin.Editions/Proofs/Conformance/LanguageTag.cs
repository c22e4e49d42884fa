using System.Text.RegularExpressions;

namespace Kanyin.Editions.Proofs.Conformance;

internal static partial class LanguageTag
{
    /// <summary>Well-formed by BCP 47 2.1, as far as books need it: language, script, region, variants.</summary>
    public static bool IsValid(string? tag) => tag is not null && WellFormed.IsMatch(tag);

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z\d]{5,8})*$")]
    private static partial Regex WellFormed { get; }
}
