using System.Text.Json.Serialization;

namespace Kanyin.Online;

[JsonConverter(typeof(JsonStringEnumConverter<WebOutcome>))]
internal enum WebOutcome
{
    Good,
    Broken,
    MissingFragment,

    /// <summary>Nothing that tells whether readers get through: no answer in time, trouble on the server, a closed door.</summary>
    Unclear,
    Private,

    /// <summary>robots.txt says no.</summary>
    NotAsked,
}

/// <param name="Why">The rest of the sentence “address …”; empty for a good answer.</param>
/// <param name="MovedTo">Where permanent redirects alone lead to, or null.</param>
internal sealed record WebAnswer(WebOutcome Outcome, string Why = "", string? MovedTo = null)
{
    public static readonly WebAnswer Good = new(WebOutcome.Good);
}
