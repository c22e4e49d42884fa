namespace Kanyin.Editions.Proofs;

/// <summary>Where the links of the tag tree's body lead, or those of one note, in reading order: names of destinations, and addresses.</summary>
internal sealed class PdfPart
{
    /// <summary>The author's.</summary>
    public List<string> Links { get; } = [];

    /// <summary>From the calls of notes.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>From a note's number to its call.</summary>
    public List<string> WaysBack { get; } = [];
}
