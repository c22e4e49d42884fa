using System.Collections.Immutable;
using System.Text;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>A base and its reading. A reading of as many words as the base has characters is one for each of them: 魑魅 chī mèi.</summary>
internal static class Rubies
{
    public static IEnumerable<Ruby> Of(Place at, ImmutableArray<Inline> inlines, string reading)
    {
        var words = reading.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (inlines is [Text text] && words.Length > 1 && text.Value.EnumerateRunes().ToList() is var runes && runes.Count == words.Length && runes.TrueForAll(Rune.IsLetter))
        {
            return runes.Zip(words, (r, word) => new Ruby(at, [text with { Value = r.ToString() }], word));
        }

        return [new Ruby(at, inlines, reading)];
    }
}
