using System.Collections.Immutable;

namespace Kanyin.Books.Model;

/// <summary>The chapters of a book as they were read before: those that hold the same are handed on as the same objects, so that what was made of them still belongs to them.</summary>
public sealed class EarlierReading
{
    private Book? _book;

    /// <summary>The book with the earlier chapters in the place of those that are the same. Remembers it.</summary>
    public Book Recall(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var earlier = (_book?.Chapters ?? []).GroupBy(c => c.File.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        ImmutableArray<Chapter> chapters = [.. book.Chapters.AsParallel().AsOrdered().Select(c => earlier.TryGetValue(c.File.Path, out var known) && SameTree.Of(known, c) ? known : c)];
        return _book = book with { Chapters = chapters };
    }
}
