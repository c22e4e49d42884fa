using System.Collections.Immutable;
using System.Globalization;

namespace Kanyin.Books.Model;

/// <summary>A line of the colophon (版权页).</summary>
/// <param name="Label">版次, for one.</param>
public sealed record ColophonFact(string Label, string Value)
{
    /// <summary>A book that says nothing of its makers or its edition has nothing to print there but what the title page says.</summary>
    public static bool AreKnownOf(BookMetadata facts) =>
        !facts.Authors.IsEmpty || !facts.Contributors.IsEmpty || facts.Publisher is not null || facts.Date is not null || facts.Rights is not null || facts.Imprint != Imprint.None;

    /// <summary>What is known of the book and its edition, in the order of GB/T 12450.</summary>
    /// <param name="paper">What only a printed edition has: 开本 and 印张.</param>
    public static ImmutableArray<ColophonFact> Of(Book book, params ReadOnlySpan<ColophonFact> paper)
    {
        var (facts, imprint) = (book.Metadata, book.Metadata.Imprint);
        var edition = Makers.Month(facts.Date) + Ordinal(imprint.Edition, "版");
        (string Label, string? Value)[] before =
        [
            .. Makers.Of(facts).Select(o => (o.Office, (string?)o.Line)),
            ("出版", facts.Publisher),
            ("网址", imprint.Website),
            ("版次", edition.Length > 0 ? edition : null),
            ("印次", Ordinal(imprint.Printing, "次印刷")),
        ];
        (string Label, string? Value)[] after =
        [
            ("字数", WordCount.Thousands(book) is > 0 and var thousands ? string.Create(CultureInfo.InvariantCulture, $"{thousands}千字") : null),
            ("书号", (imprint.Isbn ?? Isbn.In(facts.Identifier)) is { } isbn ? $"ISBN {isbn}" : null),
            ("定价", imprint.Price),
        ];
        return [.. Known(before), .. paper, .. Known(after)];
    }

    private static IEnumerable<ColophonFact> Known((string Label, string? Value)[] facts) =>
        facts.Where(f => f.Value is not null).Select(f => new ColophonFact(f.Label, f.Value!));

    /// <summary>1 is 第1版; words of the author's own stay as they are.</summary>
    private static string? Ordinal(string? text, string unit) => text is null ? null : text.All(char.IsAsciiDigit) ? $"第{text}{unit}" : text;
}
