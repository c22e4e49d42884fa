using System.Collections.Immutable;

namespace Kanyin.Typesetting.Chinese;

/// <summary>How book.yml and the command line name the choices of a <see cref="Composition"/>; the first of each is the default.</summary>
public static class CompositionWords
{
    public static readonly ImmutableArray<(string Word, PunctuationStyle Value)> Punctuation =
    [
        ("quanjiao", PunctuationStyle.FullWidth), ("kaiming", PunctuationStyle.Kaiming), ("banjiao", PunctuationStyle.HalfWidth),
        ("hangmobanjiao", PunctuationStyle.LineEndHalf), ("plain", PunctuationStyle.Plain),
    ];

    public static readonly ImmutableArray<(string Word, LineEnd Value)> LineEnds =
        [("half", LineEnd.Half), ("auto", LineEnd.Auto), ("full", LineEnd.Full), ("hang", LineEnd.Hang)];

    /// <summary>Whether opening marks are trimmed there.</summary>
    public static readonly ImmutableArray<(string Word, bool Value)> LineStarts = [("trim", true), ("keep", false)];

    public static readonly ImmutableArray<(string Word, BreakLevel Value)> Levels = [("normal", BreakLevel.Normal), ("loose", BreakLevel.Loose), ("strict", BreakLevel.Strict)];

    /// <exception cref="InvalidOperationException">Nobody checked the word.</exception>
    public static T Of<T>(this ImmutableArray<(string Word, T Value)> words, string word) => words.First(w => w.Word == word).Value;

    /// <summary>The locale of a BCP 47 tag. zh-Hant alone is Taiwan's, as in CLDR's likely subtags; zh-Hans-HK is the mainland's script.</summary>
    public static Locale LocaleOf(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var tags = language.Split('-');
        bool Has(string tag) => tags.Contains(tag, StringComparer.OrdinalIgnoreCase);
        return Has("Hans") ? Locale.Mainland
            : Has("HK") || Has("MO") ? Locale.HongKong
            : Has("TW") || Has("Hant") ? Locale.Taiwan
            : Locale.Mainland;
    }
}
