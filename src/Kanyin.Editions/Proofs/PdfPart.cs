namespace Kanyin.Editions.Proofs;

/// <summary>What the tag tree's body holds besides words, or one note, in reading order.</summary>
internal sealed class PdfPart
{
    /// <summary>Where the author's links lead: names of destinations, and addresses.</summary>
    public List<string> Links { get; } = [];

    /// <summary>From the calls of notes.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>From a note's number to its call.</summary>
    public List<string> WaysBack { get; } = [];

    public List<PdfFigure> Figures { get; } = [];
}
