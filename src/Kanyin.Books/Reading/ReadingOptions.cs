using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Reading;

/// <summary>What the author's files do not say.</summary>
/// <param name="Date">The date of a book whose book.yml gives none (SOURCE_DATE_EPOCH).</param>
public sealed record ReadingOptions(DateOnly? Date = null)
{
    /// <summary>Texts that are read in place of the files of these names, which are relative to the book's folder.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>SVG files of diagrams that are drawn, by <see cref="Model.Diagram.Key"/>.</summary>
    public IReadOnlyDictionary<string, string> Diagrams { get; init; } = new Dictionary<string, string>();

    /// <summary>Files outside the book that hold pictures of the web, by the address as written.</summary>
    public IReadOnlyDictionary<string, string> WebPictures { get; init; } = new Dictionary<string, string>();

    /// <summary>Hears how many files of the book have been read.</summary>
    public Progress? Progress { get; init; }
}
