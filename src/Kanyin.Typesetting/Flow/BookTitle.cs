using Kanyin.Books.Model;
using Kanyin.Typesetting.Fonts;
using Kanyin.Typesetting.Lines;
using Math = System.Math;

namespace Kanyin.Typesetting.Flow;

/// <summary>The book's title as display type.</summary>
internal static class BookTitle
{
    public static TextStyle Text(double size) => new(FontFamily.Sans, size, IsBold: true);

    /// <summary>“大模型：从理论到实践” is set as a title over a smaller line, without the colon.</summary>
    public static (string Head, string Tail) Split(BookMetadata facts)
    {
        var at = facts.Title.IndexOfAny(['：', ':']);
        return facts.Subtitle is null && at is > 0 and <= 16 && at < facts.Title.Length - 1
            ? (facts.Title[..at].Trim(), facts.Title[(at + 1)..].Trim())
            : (facts.Title, "");
    }

    /// <summary>The wanted size; a little less when that saves a line; at any rate what puts the words on three lines.</summary>
    public static double Size(string words, double measure, double wanted)
    {
        var ems = words.Sum(c => c < 0x2E80 ? 0.58 : 1);
        var oneLine = measure / ems;
        return oneLine >= wanted ? wanted : oneLine >= 0.62 * wanted ? oneLine : Math.Clamp(2.7 * measure / (ems + 4), Math.Min(14, wanted), wanted);
    }
}
