using System.Collections.Immutable;

namespace Kanyin.Books.Model;

/// <summary>What libraries and shops sort and group the book by, beside the facts of the title page.</summary>
/// <param name="Title">The main title's filing form, in pinyin: chashi. Null when the title files itself.</param>
/// <param name="Names">The filing forms of makers' names, by the names: 陆小青 is filed as Lu, Xiaoqing.</param>
/// <param name="Series">丛书, or null.</param>
/// <param name="Subjects">Keywords.</param>
public sealed record Catalogue(string? Title, ImmutableDictionary<string, string> Names, Series? Series, ImmutableArray<string> Subjects)
{
    public static readonly Catalogue None = new(null, ImmutableDictionary<string, string>.Empty, null, []);
}

/// <param name="Position">The book's number in the series, or null.</param>
public sealed record Series(string Name, int? Position);
