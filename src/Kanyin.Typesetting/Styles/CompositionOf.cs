using System.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Typesetting.Chinese;

namespace Kanyin.Typesetting.Styles;

/// <summary>How a book composes Chinese, from the words of book.yml.</summary>
internal static class CompositionOf
{
    public static Composition Book(Book book) => new()
    {
        Locale = LocaleOf(book.Metadata.Language),
        Punctuation = book.Design.Punctuation switch
        {
            "quanjiao" => PunctuationStyle.FullWidth,
            "kaiming" => PunctuationStyle.Kaiming,
            "banjiao" => PunctuationStyle.HalfWidth,
            "hangmobanjiao" => PunctuationStyle.LineEndHalf,
            "plain" => PunctuationStyle.Plain,
            _ => throw new UnreachableException(),
        },
        LineEnd = book.Design.LineEnd switch
        {
            "half" => LineEnd.Half,
            "auto" => LineEnd.Auto,
            "full" => LineEnd.Full,
            "hang" => LineEnd.Hang,
            _ => throw new UnreachableException(),
        },
        TrimsLineStart = book.Design.LineStart != "keep",
        Level = book.Design.LineBreak switch
        {
            "loose" => BreakLevel.Loose,
            "normal" => BreakLevel.Normal,
            "strict" => BreakLevel.Strict,
            _ => throw new UnreachableException(),
        },
    };

    /// <summary>zh-Hant alone is Taiwan's, as in the locale data of Unicode (CLDR likely subtags); a region says more than a script.</summary>
    private static Locale LocaleOf(string language)
    {
        var tags = language.Split('-');
        bool Has(string tag) => tags.Contains(tag, StringComparer.OrdinalIgnoreCase);
        return Has("Hans") ? Locale.Mainland
            : Has("HK") || Has("MO") ? Locale.HongKong
            : Has("TW") || Has("Hant") ? Locale.Taiwan
            : Locale.Mainland;
    }
}
