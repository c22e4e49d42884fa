namespace Kanyin.Books.Reading;

/// <summary>What the author's files do not say.</summary>
/// <param name="Date">The date of a book whose book.yml gives none (SOURCE_DATE_EPOCH).</param>
public sealed record ReadingOptions(DateOnly? Date = null);
