using System.Collections.Immutable;

namespace Kanyin.Books.Model;

/// <summary>The facts of the title page and of library catalogues.</summary>
/// <param name="Language">BCP 47, for instance zh-CN or zh-Hans.</param>
/// <param name="Date">The edition's date: the only date that reaches the output.</param>
/// <param name="Identifier">The author's stable name for the book; editions derive their ids from it.</param>
public sealed record BookMetadata(
    string Title,
    string? Subtitle,
    ImmutableArray<string> Authors,
    string Language,
    DateOnly? Date,
    string? Publisher,
    string? Rights,
    string Identifier,
    string? Description)
{
    /// <summary>Translators and editors.</summary>
    public ImmutableArray<Contributor> Contributors { get; init; } = [];

    public Catalogue Catalogue { get; init; } = Catalogue.None;

    public Imprint Imprint { get; init; } = Imprint.None;
}
